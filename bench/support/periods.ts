import { type Day, type Period, addDays, addMonths } from '#libs/domain/kernel';
import { LAST_DAY } from './national-docket.js';

const span = (end: Day, months: number): Period => ({ from: addMonths(addDays(end, 1), -months), to: end });
const back = (end: Day, months: number): Day => addDays(addMonths(addDays(end, 1), -months), -1);

/** Twelve periods: six quarters with cut-offs on the 15th, four half-years, two years from December to November. */
export const TWELVE_PERIODS: readonly Period[] = [
  ...[0, 3, 6, 9, 12, 15].map((months) => span(back('2025-11-15' as Day, months), 3)),
  ...[0, 6, 12, 18].map((months) => span(back(LAST_DAY, months), 6)),
  ...[0, 12].map((months) => span(back(LAST_DAY, months), 12)),
];

export const YEAR: Period = span(LAST_DAY, 12);
export const QUARTER_TO_THE_15TH: Period = span('2025-09-15' as Day, 3);

export const keyOf = ({ from, to }: Period): string => `${from}..${to}`;
