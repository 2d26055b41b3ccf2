import { type Day, DomainError, type ErrorFacts } from '#libs/domain/kernel';
import { type Circumstances, refusalOf } from './guard.js';
import type { Lifecycle } from './lifecycle.js';
import type { Step } from './step.js';

/** What the law says of a step: the file as it leaves it, or why it refuses it. */
type Ruling<File> =
  | { readonly after: File }
  | { readonly refused: { readonly code: string; readonly facts: ErrorFacts } };

const orderOfDays = (day: Day, since: Day) => ({ code: 'day.before-the-stage', facts: { day, since } });

/** Judges a step that the table allows and whose payload is well formed: the order of days, then the event's guard. */
export function judgeStep<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  circumstances: Circumstances,
): Ruling<File> {
  const refusal = refusalOf(life.guards, file, step, circumstances);
  if (refusal) return { refused: { code: refusal.code, facts: { ...refusal.facts, article: refusal.article } } };
  const after = life.evolve(file, step);
  const since = life.earliestDayOf(file, step, after);
  const isEarly = since !== undefined && step.occurredOn < since;
  return isEarly ? { refused: orderOfDays(step.occurredOn, since) } : { after };
}

/**
 * As `judgeStep`, for whoever wants the step taken.
 * @returns the file after the step.
 * @throws DomainError `day.before-the-stage` with the first possible day, or the guard's refusal with its article.
 */
export function checkStep<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  circumstances: Circumstances,
): File {
  const ruling = judgeStep(life, file, step, circumstances);
  if ('after' in ruling) return ruling.after;
  throw new DomainError(ruling.refused.code, 'rule', ruling.refused.facts);
}
