import { type Run, endsByLaw } from './limit-end.js';
import { type Gravity, gravityRank } from './offence.js';
import type { Measured } from './time-limit.js';

/**
 * Reckons an extended limit anew when the offence is found graver or lighter. A graver one has the graver limit, minus what
 * was used: its whole extensions that the end granted covers count as granted. A lighter one has the lighter limit at once:
 * the end granted falls to what as many of its own extensions would have given.
 * @param run with the new gravity; `before` the one it had.
 * @returns its end and how many extensions count as granted; no end where the limit's own length tells it.
 * Source: Điều 14 khoản 2, 4 TTLT 04/2018.
 */
export function reckonAnew(limit: Measured, run: Run, before: Gravity): Pick<Run, 'until' | 'granted'> {
  const { until, granted, gravity } = run;
  const ends = endsByLaw(limit, run);
  const last = ends.length - 1;
  if (until === undefined || gravity === undefined || last < 0) return { granted, ...(until ? { until } : {}) };
  if (gravityRank(gravity) < gravityRank(before)) {
    const most = Math.min(granted, last);
    const end = ends[most] ?? until;
    return { granted: most, until: end < until ? end : until };
  }
  const covered = ends.filter((end) => end <= until).length - 1;
  return covered < 0 ? { granted: 0 } : { granted: covered, until };
}
