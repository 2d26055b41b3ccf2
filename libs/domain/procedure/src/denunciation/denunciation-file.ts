import { type Day, assertNever } from '#libs/domain/kernel';
import type { DenunciationStatus, DenunciationStep, Source } from './denunciation.steps.js';

/** The state of one denunciation: a fold of its steps. */
export interface DenunciationFile {
  readonly life: 'denunciation';
  readonly status: DenunciationStatus;
  readonly holderOfficeId?: number;
  readonly receiverOfficeId?: number;
  readonly statusBeforeTransfer?: DenunciationStatus;
  readonly source?: Source;
  readonly placeId?: number;
  /** The first receipt anywhere; unknown for a file carried over without it. */
  readonly receivedOn?: Day;
  readonly receivedByOfficeId?: number;
  /** The first classification anywhere; K1 counts it for the office that received. */
  readonly classifiedOn?: Day;
  readonly assigneeId?: string;
  /** The receipt by the office that holds it: the limit of Điều 147 runs from there (Điều 11 TTLT 01/2017). */
  readonly limitFrom?: Day;
  readonly resumedOn?: Day;
  /** Extensions of the limit that runs. */
  readonly extensions: readonly { readonly grantor: 'head' | 'procuracy'; readonly until: Day }[];
  readonly caseIds: readonly string[];
  readonly carriedOver: boolean;
  /** The day on which the present status or holder began. */
  readonly since?: Day;
}

export const NO_DENUNCIATION: DenunciationFile = {
  life: 'denunciation',
  status: 'none',
  extensions: [],
  caseIds: [],
  carriedOver: false,
};

type StepNamed<T extends DenunciationStep['type']> = Extract<DenunciationStep, { type: T }>;

const received = (file: DenunciationFile, step: StepNamed<'received'>): DenunciationFile => ({
  ...file,
  status: 'received',
  holderOfficeId: step.officeId,
  receivedByOfficeId: step.officeId,
  receivedOn: step.occurredOn,
  limitFrom: step.occurredOn,
  since: step.occurredOn,
  source: step.payload.source,
  placeId: step.payload.placeId,
});

const carriedOver = (file: DenunciationFile, step: StepNamed<'carried-over'>): DenunciationFile => {
  const { status, source, placeId, receivedOn } = step.payload;
  return {
    ...file,
    status,
    holderOfficeId: step.officeId,
    receivedByOfficeId: step.officeId,
    receivedOn,
    limitFrom: receivedOn,
    since: step.occurredOn,
    source,
    placeId,
    carriedOver: true,
    ...(status === 'received' ? {} : { classifiedOn: step.occurredOn }),
  };
};

const moved = (file: DenunciationFile, step: DenunciationStep, status: DenunciationStatus): DenunciationFile => ({
  ...file,
  status,
  since: step.occurredOn,
});

const classified = (file: DenunciationFile, step: StepNamed<'classified'>): DenunciationFile => ({
  ...moved(file, step, step.payload.competence === 'own' ? 'in-verification' : 'classified-out'),
  classifiedOn: file.classifiedOn ?? step.occurredOn,
});

const offered = (file: DenunciationFile, step: StepNamed<'transfer-offered'>): DenunciationFile => ({
  ...moved(file, step, 'in-transfer'),
  receiverOfficeId: step.payload.toOfficeId,
  statusBeforeTransfer: file.status,
});

/** The receiver classifies anew what was not its sender's, and has the limit of Điều 147 from this day. */
const accepted = (file: DenunciationFile, step: StepNamed<'transfer-accepted'>): DenunciationFile => {
  const { receiverOfficeId, statusBeforeTransfer: before, assigneeId: _assignee, ...rest } = file;
  const day = step.occurredOn;
  const status = before === 'in-verification' ? before : 'received';
  return { ...rest, status, holderOfficeId: receiverOfficeId, limitFrom: day, extensions: [], since: day };
};

const refused = (file: DenunciationFile, step: StepNamed<'transfer-refused'>): DenunciationFile => {
  const { receiverOfficeId: _receiver, statusBeforeTransfer, ...rest } = file;
  return { ...rest, status: statusBeforeTransfer ?? 'received', since: step.occurredOn };
};

const succeeded = (file: DenunciationFile, step: StepNamed<'office-succeeded'>): DenunciationFile => {
  const { toOfficeId } = step.payload;
  if (file.holderOfficeId !== step.officeId) return { ...file, receiverOfficeId: toOfficeId };
  return { ...file, holderOfficeId: toOfficeId, since: step.occurredOn };
};

/** @returns the file after the step. Pure; does not ask whether the step was allowed (see `decide`). */
export function evolveDenunciation(file: DenunciationFile, step: DenunciationStep): DenunciationFile {
  switch (step.type) {
    case 'received':
      return received(file, step);
    case 'carried-over':
      return carriedOver(file, step);
    case 'classified':
      return classified(file, step);
    case 'transfer-offered':
      return offered(file, step);
    case 'transfer-accepted':
      return accepted(file, step);
    case 'transfer-refused':
      return refused(file, step);
    case 'assigned':
      return { ...file, assigneeId: step.payload.assigneeId };
    case 'extended':
      return { ...file, extensions: [...file.extensions, step.payload] };
    case 'instituted':
      return { ...moved(file, step, 'instituted'), caseIds: [...file.caseIds, step.payload.caseId] };
    case 'declined':
      return moved(file, step, 'declined');
    case 'suspended':
      return moved(file, step, 'suspended');
    case 'resumed':
      return { ...moved(file, step, 'in-verification'), resumedOn: step.occurredOn };
    case 'office-succeeded':
      return succeeded(file, step);
    default:
      return assertNever(step);
  }
}
