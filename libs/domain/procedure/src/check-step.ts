import { DomainError } from '#libs/domain/kernel';
import { type Circumstances, refusalOf } from './guard.js';
import type { Lifecycle } from './lifecycle.js';
import type { Step } from './step.js';

/**
 * Judges a step that the table allows and whose payload is well formed: the order of days, then the event's guard.
 * @returns the file after the step.
 * @throws DomainError `day.before-the-stage` with the first possible day, or the guard's refusal with its article.
 */
export function checkStep<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  circumstances: Circumstances,
): File {
  const refusal = refusalOf(life.guards, file, step, circumstances);
  if (refusal) throw new DomainError(refusal.code, 'rule', { ...refusal.facts, article: refusal.article });
  const after = life.evolve(file, step);
  const since = life.earliestDayOf(file, step, after);
  if (since !== undefined && step.occurredOn < since) {
    throw new DomainError('day.before-the-stage', 'rule', { day: step.occurredOn, since });
  }
  return after;
}
