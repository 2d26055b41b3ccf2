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
  readonly receivedOn?: Day;
  readonly receivedByOfficeId?: number;
  /** The first classification anywhere; K1 counts it for the office that received. */
  readonly classifiedOn?: Day;
  readonly assigneeId?: string;
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

const opened = (file: DenunciationFile, step: DenunciationStep, status: DenunciationStatus): DenunciationFile => ({
  ...file,
  status,
  holderOfficeId: step.officeId,
  receivedByOfficeId: step.officeId,
  receivedOn: step.occurredOn,
  since: step.occurredOn,
});

const moved = (file: DenunciationFile, step: DenunciationStep, status: DenunciationStatus): DenunciationFile => ({
  ...file,
  status,
  since: step.occurredOn,
});

const accepted = (file: DenunciationFile, step: DenunciationStep): DenunciationFile => {
  const before = file.statusBeforeTransfer ?? 'received';
  const { receiverOfficeId, statusBeforeTransfer: _before, assigneeId: _assignee, ...rest } = file;
  const status = before === 'classified-out' ? 'received' : before;
  return { ...rest, status, holderOfficeId: receiverOfficeId, since: step.occurredOn };
};

const refused = (file: DenunciationFile, step: DenunciationStep): DenunciationFile => {
  const { receiverOfficeId: _receiver, statusBeforeTransfer, ...rest } = file;
  return { ...rest, status: statusBeforeTransfer ?? 'received', since: step.occurredOn };
};

const classified = (file: DenunciationFile, step: DenunciationStep, own: boolean): DenunciationFile => ({
  ...moved(file, step, own ? 'in-verification' : 'classified-out'),
  classifiedOn: file.classifiedOn ?? step.occurredOn,
});

/** @returns the file after the step. Pure; does not ask whether the step was allowed (see `decide`). */
export function evolveDenunciation(file: DenunciationFile, step: DenunciationStep): DenunciationFile {
  switch (step.type) {
    case 'received':
      return { ...opened(file, step, 'received'), source: step.payload.source, placeId: step.payload.placeId };
    case 'carried-over':
      return { ...opened(file, step, step.payload.status), ...carriedFacts(step) };
    case 'classified':
      return classified(file, step, step.payload.competence === 'own');
    case 'transfer-offered':
      return {
        ...moved(file, step, 'in-transfer'),
        receiverOfficeId: step.payload.toOfficeId,
        statusBeforeTransfer: file.status,
      };
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
      return moved(file, step, 'in-verification');
    case 'office-succeeded':
      return { ...file, holderOfficeId: step.payload.toOfficeId, since: step.occurredOn };
    default:
      return assertNever(step);
  }
}

const carriedFacts = (step: Extract<DenunciationStep, { type: 'carried-over' }>): Partial<DenunciationFile> => ({
  carriedOver: true,
  source: step.payload.source,
  placeId: step.payload.placeId,
  ...(step.payload.status === 'received' ? {} : { classifiedOn: step.occurredOn }),
});
