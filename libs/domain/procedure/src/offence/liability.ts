import type { Day } from '#libs/domain/kernel';
import type { Offence } from './bracket.js';
import { findGravity } from '../offence.js';

/** Of the articles that the product knows, those for which people of 14 and 15 are liable. Source: Điều 12 khoản 2 BLHS. */
const LIABLE_FROM_14: readonly number[] = [150, 151];

/**
 * @param on the day of the offence.
 * @returns whether somebody of 14 or 15 is liable for it: a very or especially serious one of those articles. What the
 * gravity is not known of passes. Source: Điều 12 khoản 2 BLHS.
 */
export function isLiableUnderSixteen(offence: Offence, on?: Day): boolean {
  const gravity = findGravity(offence, on);
  return LIABLE_FROM_14.includes(offence.article) && gravity !== 'less-serious' && gravity !== 'serious';
}
