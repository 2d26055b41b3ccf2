import { assertNever } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { type Defendant, changeDefendants } from '../defendant.js';
import { resume, suspend, terminate } from '../halting.js';
import type { ProsecutionStep } from './prosecution.steps.js';

type StepNamed<T extends ProsecutionStep['type']> = Extract<ProsecutionStep, { type: T }>;

const answered = ({ courtReturn: _answered, ...rest }: CaseFile): CaseFile => rest;

const indicted = (file: CaseFile, step: StepNamed<'indicted'>): CaseFile => {
  const applies = (defendant: Defendant): boolean => defendant.status === 'approved';
  const scope = { ids: step.payload.defendantIds, applies, on: step.occurredOn };
  const defendants = changeDefendants(file.defendants, scope, () => ({ status: 'indicted' }));
  return { ...answered(file), stage: 'indicted', defendants, since: step.occurredOn };
};

/** What a court asked for and the procuracy passes on is the court's return, not one more (Điều 14 TTLT 02/2017). */
const returned = (file: CaseFile, step: StepNamed<'returned-for-supplement'>): CaseFile => {
  const officeId = step.payload.toOfficeId ?? file.investigatingOfficeId;
  const { investigationUntil: _until, ...rest } = answered(file);
  const { procuracy } = file.returns;
  const on = step.occurredOn;
  return {
    ...rest,
    stage: 'under-investigation',
    holderOfficeId: officeId,
    investigatingOfficeId: officeId,
    investigationClock: {
      limit: file.courtReturn ? 'supplement-for-court' : 'supplement-for-procuracy',
      from: on,
      extensions: 0,
    },
    returns: { ...file.returns, procuracy: file.courtReturn ? procuracy : procuracy + 1 },
    since: on,
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
