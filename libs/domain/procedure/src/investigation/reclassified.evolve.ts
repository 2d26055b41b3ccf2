import type { Day } from '#libs/domain/kernel';
import type { InvestigationClock } from '../case-clock.js';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { hasHalvedLimits } from '../minor-limits.js';
import type { Gravity } from '../offence.js';
import type { Grant } from '../grant.js';
import { grantsOf, reckonAnew } from '../reclassification.js';
import { LIMIT_OF_INVESTIGATION } from './investigation.limits.js';

const granted = ({ investigationUntil }: CaseFile, clock: InvestigationClock, gravity?: Gravity): readonly Grant[] =>
  clock.grants ?? grantsOf(clock.extensions, investigationUntil, gravity);

/** @returns the clock of an investigation after one more extension. */
export function lengthened(file: CaseFile, clock: InvestigationClock, until: Day): InvestigationClock {
  const gravity = gravityOfCase(file);
  const grants = [...granted(file, clock, gravity), { until, ...(gravity ? { gravity } : {}) }];
  return { ...clock, extensions: clock.extensions + 1, grants };
}

/**
 * @returns the case with the end of an extended investigation reckoned anew, where a step made its gravest offence graver
 * or lighter; an end that no extension set follows the gravity by itself. Source: Điều 14 TTLT 04/2018.
 */
export function investigatedAnew(before: CaseFile, after: CaseFile): CaseFile {
  const { investigationClock: clock, investigationUntil: _until, ...rest } = after;
  const [was, gravity] = [gravityOfCase(before), gravityOfCase(after)];
  if (!clock || clock.grants !== before.investigationClock?.grants) return after;
  if (!was || !gravity || was === gravity) return after;
  const grants = granted(after, clock, was);
  if (grants.length === 0) return after;
  const run = { startedOn: clock.from, halved: hasHalvedLimits(after), gravity };
  const { granted: extensions, until } = reckonAnew(LIMIT_OF_INVESTIGATION[clock.limit], run, grants);
  return {
    ...rest,
    investigationClock: { ...clock, extensions, grants },
    ...(until ? { investigationUntil: until } : {}),
  };
}
