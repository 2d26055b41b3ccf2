import { assertNever } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { holderRoleOf } from '../case-stage.js';
import type { InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
/** Steps that move the file between offices. */
export type CaseMovement = StepNamed<
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

/** @returns the case after a movement between offices. Pure; does not ask whether the step was allowed. */
export function evolveMovement(file: CaseFile, step: CaseMovement): CaseFile {
  const on = step.occurredOn;
  switch (step.type) {
    case 'case-transfer-offered':
      return { ...file, receiverOfficeId: step.payload.toOfficeId, since: on };
    case 'case-transfer-accepted':
      return accepted(file, step);
    case 'case-transfer-refused':
      return refused(file, step);
    case 'handed-to-procuracy': {
      const { toOfficeId } = step.payload;
      return { ...file, stage: 'at-procuracy', holderOfficeId: toOfficeId, procuracyOfficeId: toOfficeId, since: on };
    }
    case 'case-office-succeeded':
      return succeeded(file, step);
    default:
      return assertNever(step);
  }
}
