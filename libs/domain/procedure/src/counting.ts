import { type Day, addDays, addMonths, laterOf } from '#libs/domain/kernel';
import type { CountingRule, Span } from './time-limit.js';

/** Days off by the calendar of the year; without it no limit is moved. */
export interface Counting {
  readonly isDayOff?: (day: Day) => boolean;
}

const DETENTION_MONTH_DAYS = 30;

const workingDaysAfter = (from: Day, count: number, { isDayOff }: Counting): Day => {
  let [end, left] = [from, count];
  while (left > 0) {
    end = addDays(end, 1);
    if (!isDayOff?.(end)) left -= 1;
  }
  return end;
};

/** Detention counts its first day, and a month as 30 days. Source: Điều 134 khoản 3 BLTTHS; Điều 17 TTLT 04/2018. */
const endOfDetention = (from: Day, { months = 0, days = 0 }: { months?: number; days?: number }): Day =>
  addDays(from, months * DETENTION_MONTH_DAYS + days - 1);

const moved = (from: Day, { months = 0, days = 0 }: { months?: number; days?: number }, way: 1 | -1): Day =>
  addDays(addMonths(from, way * months), way * days);

/**
 * @returns the last day of a span, the day it starts from not counted: 20 days from 1 March end on the 21st, 2 months from
 * 31 December on the last of February, 24 hours on the next day. Of a detention the day it starts from counts; backwards 10
 * days before the 20th are the 10th.
 * Source: Điều 134 BLTTHS.
 */
export function endOf(from: Day, span: Span, rule: CountingRule = 'procedural', counting: Counting = {}): Day {
  if ('hours' in span) return addDays(from, Math.ceil(span.hours / 24));
  if ('workingDays' in span) return workingDaysAfter(from, span.workingDays, counting);
  if ('years' in span) return addMonths(from, span.years * 12);
  if (rule === 'detention') return endOfDetention(from, span);
  return moved(from, span, rule === 'backwards' ? -1 : 1);
}

/** @returns that day, or the first working day after it. Source: Điều 134 khoản 1 BLTTHS. */
export function workingDayFrom(from: Day, { isDayOff }: Counting = {}): Day {
  let end = from;
  while (isDayOff?.(end)) end = addDays(end, 1);
  return end;
}

/** @returns that day, or the last working day before it: who must act so long before a day cannot act later. */
export function workingDayUpTo(until: Day, { isDayOff }: Counting = {}): Day {
  let end = until;
  while (isDayOff?.(end)) end = addDays(end, -1);
  return end;
}

/**
 * @returns the last day to act so long before a day; the day of the decision itself where that day was set nearer than that.
 * Source: Điều 286 khoản 1 BLTTHS.
 */
export const lastDayBefore = (
  day: Day,
  { on, within }: { readonly on: Day; readonly within: Span },
  counting: Counting,
) => laterOf(on, workingDayUpTo(endOf(day, within, 'backwards'), counting));

/** @returns half of a span, not more: 3 months become 1 month 15 days, 45 days become 22. Source: Luật 59/2024/QH15 Chương VII Mục 1. */
export function halfOf(span: Span): Span {
  if ('hours' in span) return { hours: Math.floor(span.hours / 2) };
  if ('workingDays' in span) return { workingDays: Math.floor(span.workingDays / 2) };
  if ('years' in span) return { months: span.years * 6 };
  const { months = 0, days = 0 } = span;
  const [whole, odd] = [Math.floor(months / 2), months % 2];
  const rest = Math.floor((days + odd * DETENTION_MONTH_DAYS) / 2);
  return { ...(whole > 0 ? { months: whole } : {}), ...(rest > 0 || whole === 0 ? { days: rest } : {}) };
}
