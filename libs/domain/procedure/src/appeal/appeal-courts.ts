import { day } from '#libs/domain/kernel';
import type { AppealLevel } from '../court-course.js';
import { type Span, type TimeLimit, days } from '../time-limit.js';

/** Within how long the court above opens its hearing, from the receipt of the file. Source: Điều 346 khoản 1 BLTTHS. */
export const HEARD_WITHIN: Readonly<Record<AppealLevel, Span>> = { province: days(60), centre: days(90) };

/** **[M]** Since then the appellate bench of the Supreme People’s Court hears what the high courts heard, in the same time. */
const HIGH_COURTS_UNTIL = day('2025-06-30');
const BENCH_SINCE = day('2025-07-01');

/** @returns the row of the high courts and that of the bench after them, which another text may replace by itself. */
export const ofTheCentre = <File, Id extends string>(limit: TimeLimit<File, Id>): readonly TimeLimit<File, Id>[] => [
  { ...limit, validTo: HIGH_COURTS_UNTIL },
  { ...limit, validFrom: BENCH_SINCE },
];
