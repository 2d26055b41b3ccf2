import { day } from '#libs/domain/kernel';
import { BLHS, TTLT0120 } from './citations.js';
import { TTLT0120_IN_FORCE } from './in-force.js';
import { type TimeLimit, byGravity, months, years } from './time-limit.js';

/** The Code of 1999, whose years were the same, was in force since this day; nothing older is still open. */
const YEARS_SINCE = day('2000-07-01');

/** How long an offence may be prosecuted, by its gravity; nothing lengthens it, no day off moves it. Source: Điều 27 BLHS. */
export const LIMITATION = {
  id: 'limitation-of-prosecution',
  kind: 'limitation',
  counting: 'limitation',
  length: byGravity(years(5), years(10), years(15), years(20)),
  extensions: [],
  article: BLHS('Đ.27'),
  validFrom: YEARS_SINCE,
} as const satisfies Partial<TimeLimit<unknown>>;

/**
 * Months after which what is suspended is looked at again; the circular says monthly, every 6 months and every year, and the
 * shortest is taken. Source: Điều 5 khoản 4, Điều 14 khoản 2 TTLT 01/2020.
 */
export const SUSPENSION_REVIEW_MONTHS = 1;

/** When something suspended is to be looked at again. */
export const SUSPENSION_REVIEW = {
  id: 'suspension-review',
  kind: 'review',
  length: months(SUSPENSION_REVIEW_MONTHS),
  extensions: [],
  article: TTLT0120('Đ.5 khoản 4'),
  validFrom: TTLT0120_IN_FORCE,
} as const satisfies Partial<TimeLimit<unknown>>;
