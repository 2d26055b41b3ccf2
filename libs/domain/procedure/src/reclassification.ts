import type { Day } from '#libs/domain/kernel';
import { type Run, endsByLaw } from './limit-end.js';
import { type Gravity, gravityRank } from './offence.js';
import type { Grant } from './grant.js';
import type { Measured } from './time-limit.js';

/** How many extensions count as granted, and the end that they set; no end where the limit's own length tells it. */
type Reckoned = Pick<Run, 'until' | 'granted'>;

/**
 * @returns what the decisions to extend are known by, where an old record only tells how many they were and the last end.
 */
export function grantsOf(count: number, until: Day | undefined, gravity: Gravity | undefined): readonly Grant[] {
  if (!until) return [];
  return Array.from({ length: count }, () => ({ until, ...(gravity ? { gravity } : {}) }));
}

const later = (one: Day | undefined, other: Day): Day => (one === undefined || one < other ? other : one);

/** One granted for a lighter offence counts whole: as many extensions of the graver one as its end covers. */
const asGraver = (ends: readonly Day[], so: Reckoned, { until }: Grant): Reckoned => {
  const covered = ends.filter((end) => end <= until).length - 1;
  if (covered < 0) return so;
  return { granted: Math.max(so.granted, covered), until: later(so.until, until) };
};

/** One granted for a graver offence is one of the lighter's own, and gives no more than that one gives. */
const asLighter = (ends: readonly Day[], so: Reckoned, { until }: Grant): Reckoned => {
  const granted = Math.min(so.granted + 1, ends.length - 1);
  const end = ends[granted];
  return { granted, until: later(so.until, end !== undefined && end < until ? end : until) };
};

/**
 * Reckons an extended limit anew when the offence is found graver or lighter, from every extension that was granted; so
 * the way from one gravity to another and back tells nothing. A graver offence has its own limit minus what was used, a
 * lighter one its own at once.
 * @param run with the gravity that counts now. @param grants in their order.
 * Source: Điều 14 khoản 2, 4 TTLT 04/2018.
 */
export function reckonAnew(limit: Measured, run: Omit<Run, 'until' | 'granted'>, grants: readonly Grant[]): Reckoned {
  const ends = endsByLaw(limit, run);
  const rank = run.gravity && gravityRank(run.gravity);
  const nothing: Reckoned = { granted: 0 };
  return grants.reduce((so, grant) => {
    const granted = grant.gravity && gravityRank(grant.gravity);
    if (rank === undefined || granted === undefined || granted === rank || ends.length === 0) {
      return { granted: so.granted + 1, until: later(so.until, grant.until) };
    }
    return granted < rank ? asGraver(ends, so, grant) : asLighter(ends, so, grant);
  }, nothing);
}
