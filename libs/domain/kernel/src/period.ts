import { type Day, addDays, addMonths, dayOf, isDay } from './day.js';
import { DomainError } from './domain-error.js';

/** A span of days, both ends inclusive. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** @throws DomainError `period.reversed` when `to` lies before `from`. */
export function period(from: Day, to: Day): Period {
  if (to < from) throw new DomainError('period.reversed', 'malformed', { from, to });
  return { from, to };
}

/** @param month 1-12, the first month. @returns `months` whole calendar months. */
export function monthsFrom(year: number, month: number, months: number): Period {
  const from = dayOf(year, month, 1);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** @param number 1-4. */
export const quarterOf = (year: number, number: number): Period => monthsFrom(year, (number - 1) * 3 + 1, 3);
/** @param number 1 or 2. */
export const halfYearOf = (year: number, number: number): Period => monthsFrom(year, (number - 1) * 6 + 1, 6);
/** A whole calendar year. */
export const yearOf = (year: number): Period => monthsFrom(year, 1, 12);

/** @returns whether the day lies in the period, ends included. */
export const includes = (span: Period, value: Day): boolean => span.from <= value && value <= span.to;

const NAMED = /^(\d{4})(?:-(Q[1-4]|H[12]|(?:0[1-9]|1[0-2])))?$/;

/**
 * Reads a period: `2024`, `2024-Q1`, `2024-H2`, `2024-03` or `2024-07-01..2024-09-30`.
 * @throws DomainError `period.invalid` when the text is none of these.
 */
export function parsePeriod(text: string): Period {
  const [from, to, ...rest] = text.split('..');
  if (from && to && rest.length === 0 && isDay(from) && isDay(to)) return period(from, to);
  const match = NAMED.exec(text);
  if (!match) throw new DomainError('period.invalid', 'malformed', { period: text });
  const year = Number(match[1]);
  const part = match[2];
  if (!part) return yearOf(year);
  if (part.startsWith('Q')) return quarterOf(year, Number(part[1]));
  if (part.startsWith('H')) return halfYearOf(year, Number(part[1]));
  return monthsFrom(year, Number(part), 1);
}
