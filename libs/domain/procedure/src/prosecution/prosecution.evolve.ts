import { assertNever } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { changeDefendants } from '../defendant.js';
import { resume, suspend, terminate } from '../halting.js';
import type { ProsecutionStep } from './prosecution.steps.js';

type StepNamed<T extends ProsecutionStep['type']> = Extract<ProsecutionStep, { type: T }>;

const indicted = (file: CaseFile, step: StepNamed<'indicted'>): CaseFile => {
  const applies = (defendant: CaseFile['defendants'][number]): boolean => defendant.status === 'approved';
  const scope = { ids: step.payload.defendantIds, applies, on: step.occurredOn };
  const defendants = changeDefendants(file.defendants, scope, () => ({ status: 'indicted' }));
  return { ...file, stage: 'indicted', defendants, since: step.occurredOn };
};

const returned = (file: CaseFile, step: StepNamed<'returned-for-supplement'>): CaseFile => {
  const officeId = step.payload.toOfficeId ?? file.investigatingOfficeId;
  return {
    ...file,
    stage: 'under-investigation',
    holderOfficeId: officeId,
    investigatingOfficeId: officeId,
    returns: { ...file.returns, procuracy: file.returns.procuracy + 1 },
    since: step.occurredOn,
  };
};

/** @returns the case after a step of the prosecution. Pure; does not ask whether the step was allowed. */
export function evolveProsecution(file: CaseFile, step: ProsecutionStep): CaseFile {
  switch (step.type) {
    case 'indicted':
      return indicted(file, step);
    case 'returned-for-supplement':
      return returned(file, step);
    case 'prosecution-suspended':
      return suspend(file, step);
    case 'prosecution-resumed':
      return resume(file, step);
    case 'prosecution-terminated':
      return terminate(file, step);
    case 'handed-to-court': {
      const { toOfficeId } = step.payload;
      const on = step.occurredOn;
      return { ...file, stage: 'handed-to-court', holderOfficeId: toOfficeId, courtOfficeId: toOfficeId, since: on };
    }
    default:
      return assertNever(step);
  }
}
