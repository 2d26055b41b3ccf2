import type { Day } from '#libs/domain/kernel';
import { type Offence, findGravity, gravityRank } from './offence.js';

const rankOf = (offence: Offence, on: Day | undefined): number => {
  const gravity = findGravity(offence, on);
  return gravity ? gravityRank(gravity) : -1;
};

/**
 * @param on the day of the offences.
 * @returns the gravest of several offences, the first of those as grave; `undefined` of none (Điều 14 TTLT 04/2018).
 */
export const gravestOf = (offences: readonly Offence[], on?: Day): Offence | undefined =>
  offences.reduce<Offence | undefined>(
    (gravest, offence) => (gravest && rankOf(gravest, on) >= rankOf(offence, on) ? gravest : offence),
    undefined,
  );

/** @returns whether two decisions cite the same offence, clause and point. */
export const isSameOffence = (one: Offence, other: Offence | undefined): boolean =>
  one.article === other?.article && one.clause === other.clause && one.point === other.point;

/** @returns what a case was instituted for, as far as that is known. */
export const offencesOf = ({
  offence,
  otherOffences = [],
}: {
  readonly offence?: Offence;
  readonly otherOffences?: readonly Offence[];
}): readonly Offence[] => (offence ? [offence, ...otherOffences] : otherOffences);
