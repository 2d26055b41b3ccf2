import { type CaseFile, gravityOfCase } from '../case-file.js';
import { hasHalvedLimits } from '../minor-limits.js';
import { reckonAnew } from '../reclassification.js';
import { LIMIT_OF_INVESTIGATION } from './investigation.limits.js';

/**
 * @returns the case with the end of an extended investigation reckoned anew, where a step made its gravest offence graver
 * or lighter; an end that no extension set follows the gravity by itself. Source: Điều 14 TTLT 04/2018.
 */
export function investigatedAnew(before: CaseFile, after: CaseFile): CaseFile {
  const { investigationClock: clock, investigationUntil: until, ...rest } = after;
  if (!clock || until === undefined || until !== before.investigationUntil) return after;
  const [was, gravity] = [gravityOfCase(before), gravityOfCase(after)];
  if (!was || !gravity || was === gravity) return after;
  const limit = LIMIT_OF_INVESTIGATION[clock.limit];
  const run = { startedOn: clock.from, granted: clock.extensions, halved: hasHalvedLimits(after), gravity, until };
  const { granted, until: end } = reckonAnew(limit, run, was);
  return {
    ...rest,
    investigationClock: { ...clock, extensions: granted },
    ...(end ? { investigationUntil: end } : {}),
  };
}
