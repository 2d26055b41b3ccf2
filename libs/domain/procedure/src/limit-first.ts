import { type Day, day } from '#libs/domain/kernel';
import type { CaseFile } from './case-file.js';
import { type Counting, workingDayFrom } from './counting.js';
import { isActive } from './defendant.js';
import type { Refusal } from './guard.js';

/** Disaster and epidemic are a ground since Luật 02/2021/QH15. */
const FORCE_MAJEURE_SINCE = day('2021-12-01');

interface Suspension {
  readonly occurredOn: Day;
  readonly payload: { readonly ground: string; readonly defendantIds?: readonly string[] };
}

/**
 * Judges a suspension by its ground: illness suspends at any time, every other ground only once the limit has run out, an
 * absconded accused is wanted first. What an old register does not tell is not held against it.
 * @param end the last day of the limit by its length, where it is known; on a day off it moves to the next working day (Điều 134).
 * @param absconded the ground that says that the accused is not to be found.
 * @param article where the law says so.
 */
export function suspendedTooEarly(
  file: CaseFile,
  { occurredOn, payload }: Suspension,
  { end, absconded, article }: { readonly end: Day | undefined; readonly absconded: string; readonly article: string },
  counting: Counting,
): Refusal | undefined {
  const { ground } = payload;
  if (ground === 'force-majeure' && occurredOn < FORCE_MAJEURE_SINCE) {
    return { code: 'day.before-the-law', article, facts: { day: occurredOn, since: FORCE_MAJEURE_SINCE } };
  }
  const last = end && workingDayFrom(end, counting);
  const known = ground === 'accused-unknown' ? file.defendants.filter(isActive).map(({ id }) => id) : [];
  if (known.length > 0) return { code: 'suspend.accused-known', article, facts: { defendants: known } };
  if (ground !== 'illness' && last && occurredOn < last) {
    return { code: 'suspend.limit-running', article, facts: { end: last } };
  }
  return ground === absconded ? notWanted(file, payload.defendantIds, article) : undefined;
}

const notWanted = (file: CaseFile, ids: readonly string[] | undefined, article: string): Refusal | undefined => {
  if (file.carriedOver) return undefined;
  const concerned = file.defendants.filter((one) => (ids ? ids.includes(one.id) : isActive(one)));
  const missing = concerned.filter(({ wantedOn }) => wantedOn === undefined).map(({ id }) => id);
  const enough = ids ? missing.length === 0 : missing.length < concerned.length;
  return enough ? undefined : { code: 'suspend.wanted-first', article, facts: { defendants: missing } };
};
