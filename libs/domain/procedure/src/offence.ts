import type { Day } from '#libs/domain/kernel';
import { BRACKETS, type Offence, findBracket } from './offence/bracket.js';
import { type Gravity, gravityOfMaximum } from './offence/gravity.js';

export { type Offence } from './offence/bracket.js';
export { type Gravity, gravityRank } from './offence/gravity.js';

/** @returns the articles the product knows, ascending. */
export const KNOWN_ARTICLES: readonly number[] = [...new Set(BRACKETS.map(({ article }) => article))].sort(
  (one, other) => one - other,
);

/**
 * @param on the day of the offence; by the law of today when absent.
 * @returns the gravity of the clause, or `undefined` when the article has no such clause with a bracket.
 */
export function findGravity(offence: Offence, on?: Day): Gravity | undefined {
  const bracket = findBracket(offence, on);
  return bracket && gravityOfMaximum(bracket, on);
}
