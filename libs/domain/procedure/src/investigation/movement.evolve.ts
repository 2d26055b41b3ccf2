import type { Day } from '#libs/domain/kernel';
import type { TransferCourse } from '../case-clock.js';
import type { CaseFile } from '../case-file.js';
import { holderRoleOf } from '../case-stage.js';
import type { Evolvers } from '../evolve-by.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
/** Steps that move the file between offices. */
type CaseMovement = Pick<
  InvestigationPayloads,
  | 'case-transfer-offered'
  | 'case-transfer-agreed'
  | 'case-transfer-requested'
  | 'case-transfer-decided'
  | 'case-transfer-accepted'
  | 'case-transfer-refused'
  | 'handed-to-procuracy'
  | 'case-office-succeeded'
>;

interface Moved {
  readonly occurredOn: Day;
  readonly toOfficeId?: number;
}

const accepted = (file: CaseFile, step: StepNamed<'case-transfer-accepted'>): CaseFile => {
  const { receiverOfficeId, transfer: _transfer, ...rest } = file;
  const role = holderRoleOf(file.stage);
  return { ...rest, holderOfficeId: receiverOfficeId, [role]: receiverOfficeId, since: step.occurredOn };
};

const refused = (file: CaseFile, step: StepNamed<'case-transfer-refused'>): CaseFile => {
  const { receiverOfficeId: _receiver, transfer: _transfer, ...rest } = file;
  return { ...rest, since: step.occurredOn };
};

/** The transfer has come one step further; the case stays where it is. */
const further = (
  file: CaseFile,
  reached: Partial<TransferCourse>,
  { occurredOn: since, toOfficeId: receiverOfficeId = file.receiverOfficeId }: Moved,
): CaseFile => ({ ...file, receiverOfficeId, transfer: { ...file.transfer, ...reached }, since });

const succeeded = (file: CaseFile, step: StepNamed<'case-office-succeeded'>): CaseFile => {
  const { toOfficeId } = step.payload;
  if (file.holderOfficeId !== step.officeId) return { ...file, receiverOfficeId: toOfficeId };
  return { ...file, holderOfficeId: toOfficeId, [holderRoleOf(file.stage)]: toOfficeId, since: step.occurredOn };
};

const handed = (file: CaseFile, step: StepNamed<'handed-to-procuracy'>): CaseFile => {
  const { toOfficeId } = step.payload;
  const on = step.occurredOn;
  const held = { stage: 'at-procuracy', holderOfficeId: toOfficeId, procuracyOfficeId: toOfficeId } as const;
  return { ...file, ...held, prosecutionClock: { from: on, extensions: 0 }, since: on };
};

/** How a case moves between offices. Source: Điều 169, 232, 238 BLTTHS. */
export const MOVEMENT_EVOLVERS: Evolvers<CaseMovement> = {
  'case-transfer-offered': (file, step) => ({
    ...file,
    receiverOfficeId: step.payload.toOfficeId,
    since: step.occurredOn,
  }),
  'case-transfer-agreed': (file, { occurredOn }) => further(file, { agreedOn: occurredOn }, { occurredOn }),
  'case-transfer-requested': (file, { occurredOn, payload }) =>
    further(file, { requestedOn: occurredOn }, { occurredOn, ...payload }),
  'case-transfer-decided': (file, { occurredOn, payload }) =>
    further(file, { decidedOn: occurredOn }, { occurredOn, ...payload }),
  'case-transfer-accepted': accepted,
  'case-transfer-refused': refused,
  'handed-to-procuracy': handed,
  'case-office-succeeded': succeeded,
};
