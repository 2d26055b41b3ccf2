import { type Day, laterOf } from '#libs/domain/kernel';
import { type CaseFile, isDiscovered, statusOfCase } from './case-file.js';
import type { Defendant } from './defendant.js';
import type { Step } from './step.js';

const latest = (since: Day | undefined, defendants: readonly Defendant[]): Day | undefined =>
  defendants.reduce<Day | undefined>((last, { since: on }) => (last === undefined ? on : laterOf(last, on)), since);

/** @returns the defendants that a step names, or `undefined` when it concerns the whole case. */
const namedBy = ({ payload }: Step): readonly unknown[] | undefined => {
  if (payload.defendantId !== undefined) return [payload.defendantId];
  return Array.isArray(payload.defendantIds) ? payload.defendantIds : undefined;
};

const movesCase = (before: CaseFile, after: CaseFile): boolean =>
  statusOfCase(before) !== statusOfCase(after) ||
  before.stage !== after.stage ||
  isDiscovered(before) !== isDiscovered(after);

/** A notice follows the first step that owes it, whatever happened since. */
const owedSince = ({ owed }: CaseFile, { officeId, payload }: Step): Day | undefined =>
  owed
    .filter((one) => one.notice === payload.notice && one.officeId === officeId)
    .map(({ since }) => since)
    .sort()[0];

/** What is done with a person in custody follows what was done before; the custody itself only the beginning of the stage. */
const heldSince = ({ held, since }: CaseFile, { payload }: Step): Day | undefined =>
  (held ?? [])
    .filter(({ personId }) => personId === payload.personId)
    .reduce((last, one) => (last ? laterOf(last, one.since) : one.since), since);

/**
 * The first day on which a step of a case can have happened. A step that moves the case, or makes it discovered or
 * undiscovered, follows everything recorded so far; one that only concerns named accused follows what is recorded of
 * them and the beginning of the stage, so that a charge learned of late can still be recorded.
 * @param after the case as the step would leave it.
 */
export function earliestDayOf(file: CaseFile, step: Step, after: CaseFile): Day | undefined {
  if (step.type === 'case-notified') return owedSince(file, step);
  if (step.payload.personId !== undefined) return heldSince(file, step);
  const named = namedBy(step);
  if (named === undefined || movesCase(file, after)) return latest(file.since, file.defendants);
  const touched = file.defendants.filter((defendant) => named.includes(defendant.id));
  return latest(file.since, touched);
}
