import { DomainError } from './domain-error.js';

declare const dayBrand: unique symbol;

/** A calendar day in Việt Nam as `YYYY-MM-DD`; days compare as strings. Never a `Date`: law counts days, not instants. */
export type Day = string & { readonly [dayBrand]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

const padded = (value: number): string => (value < 10 ? `0${value}` : String(value));

const fromEpochDays = (days: number): Day => {
  const at = new Date(days * MILLISECONDS_PER_DAY);
  const year = at.getUTCFullYear();
  if (year >= 1900 && year <= 9999) {
    return `${year}-${padded(at.getUTCMonth() + 1)}-${padded(at.getUTCDate())}` as Day;
  }
  const [text = ''] = at.toISOString().split('T');
  return day(text);
};
const toEpochDays = (value: Day): number => {
  const { year, month, date } = partsOf(value);
  return Date.UTC(year, month - 1, date) / MILLISECONDS_PER_DAY;
};

/** @returns whether `text` is an existing calendar day written `YYYY-MM-DD` (29 February only in leap years). */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text)) return false;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) && year >= 1900;
}

/**
 * Reads a day written `YYYY-MM-DD`.
 * @throws DomainError `day.invalid` when the text is not an existing calendar day.
 */
export function day(text: string): Day {
  if (!isDay(text)) throw new DomainError('day.invalid', 'malformed', { day: text });
  return text;
}

/** @param month 1-12. @returns the number of days of that month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * @returns the day `count` days later (earlier when negative).
 * @throws DomainError `day.invalid` beyond the years 1900 to 9999.
 */
export function addDays(from: Day, count: number): Day {
  return fromEpochDays(toEpochDays(from) + count);
}

/**
 * Adds calendar months: the same day number, or the last day of a shorter month (31/1 + 1 month = 28 or 29/2).
 * Source: Điều 134 khoản 1 BLTTHS.
 * @throws DomainError `day.invalid` beyond the years 1900 to 9999.
 */
export function addMonths(from: Day, count: number): Day {
  const { year, month, date } = partsOf(from);
  const index = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** @param month 1-12. @returns that day. @throws DomainError `day.invalid` when it does not exist. */
export function dayOf(year: number, month: number, date: number): Day {
  return day(`${String(year).padStart(4, '0')}-${padded(month)}-${padded(date)}`);
}

/** @returns the number of days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDays(to) - toEpochDays(from);
}

/** @returns the first day of the month that `value` lies in. */
export function startOfMonth(value: Day): Day {
  return `${value.slice(0, 7)}-01` as Day;
}

/** @returns the year, month (1-12) and day number of a day. */
export function partsOf(value: Day): { year: number; month: number; date: number } {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), date: Number(value.slice(8)) };
}

/** @returns the later of two days. */
export const laterOf = (a: Day, b: Day): Day => (a >= b ? a : b);
