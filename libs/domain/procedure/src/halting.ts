import { type CaseFile, statusOfCase } from './case-file.js';
import {
  type Defendant,
  changeDefendants,
  isActive,
  resumeDefendant,
  suspendDefendant,
  terminateDefendant,
} from './defendant.js';
import type { Step } from './step.js';

type HaltStep = Step<string, { readonly defendantIds?: readonly string[] }>;

/**
 * Suspends the named defendants, or the whole case when none is named.
 * Source: Điều 229 khoản 2, 247 khoản 2, 281 khoản 2 BLTTHS.
 */
export function suspend(file: CaseFile, step: HaltStep): CaseFile {
  const scope = { ids: step.payload.defendantIds, applies: isActive, on: step.occurredOn };
  const defendants = changeDefendants(file.defendants, scope, suspendDefendant);
  return { ...file, defendants, ...(scope.ids ? {} : { halt: 'suspended' }), since: step.occurredOn };
}

/**
 * Terminates proceedings against the named defendants, or the whole case when none is named.
 * Source: Điều 230 khoản 2, 248 khoản 2, 282 BLTTHS.
 */
export function terminate(file: CaseFile, step: HaltStep): CaseFile {
  const applies = (defendant: Defendant): boolean => isActive(defendant) || defendant.status === 'suspended';
  const scope = { ids: step.payload.defendantIds, applies, on: step.occurredOn };
  const defendants = changeDefendants(file.defendants, scope, terminateDefendant);
  return { ...file, defendants, ...(scope.ids ? {} : { halt: 'terminated' }), since: step.occurredOn };
}

/** Resumes the named defendants, or the whole case when none is named. Source: Điều 235, 249, 283 BLTTHS. */
export function resume(file: CaseFile, step: HaltStep): CaseFile {
  const whole = step.payload.defendantIds === undefined;
  const alsoTerminated = !whole || statusOfCase(file).endsWith('-terminated');
  const applies = ({ status }: Defendant): boolean =>
    status === 'suspended' || (alsoTerminated && status === 'terminated');
  const scope = { ids: step.payload.defendantIds, applies, on: step.occurredOn };
  const defendants = changeDefendants(file.defendants, scope, resumeDefendant);
  const { halt: _halt, ...rest } = file;
  return { ...rest, defendants, since: step.occurredOn };
}
