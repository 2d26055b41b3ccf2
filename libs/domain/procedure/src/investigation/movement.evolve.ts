import type { CaseFile } from '../case-file.js';
import { holderRoleOf } from '../case-stage.js';
import type { Evolvers } from '../evolve-by.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
/** Steps that move the file between offices. */
type CaseMovement = Pick<
  InvestigationPayloads,
  | 'case-transfer-offered'
  | 'case-transfer-accepted'
  | 'case-transfer-refused'
  | 'handed-to-procuracy'
  | 'case-office-succeeded'
>;

const accepted = (file: CaseFile, step: StepNamed<'case-transfer-accepted'>): CaseFile => {
  const { receiverOfficeId, ...rest } = file;
  const role = holderRoleOf(file.stage);
  return { ...rest, holderOfficeId: receiverOfficeId, [role]: receiverOfficeId, since: step.occurredOn };
};

const refused = (file: CaseFile, step: StepNamed<'case-transfer-refused'>): CaseFile => {
  const { receiverOfficeId: _receiver, ...rest } = file;
  return { ...rest, since: step.occurredOn };
};

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
  'case-transfer-accepted': accepted,
  'case-transfer-refused': refused,
  'handed-to-procuracy': handed,
  'case-office-succeeded': succeeded,
};
