import { type Day, addDays, addMonths } from '#libs/domain/kernel';
import type { Refusal } from './guard.js';
import type { Gravity } from './offence.js';
import type { Extension, Measured, Span } from './time-limit.js';

/** Days off by the calendar of the year; without it no limit is moved. */
export interface Counting {
  readonly isDayOff?: (day: Day) => boolean;
}

const NEVER_LONGER: readonly Extension[] = [];
const isList = (value: Measured['extensions']): value is readonly Extension[] => Array.isArray(value);
const isSpan = (value: Measured['length']): value is Span => 'hours' in value || 'days' in value || 'months' in value;

/** @returns the length for that gravity, or `undefined` when it depends on a gravity that is not known. */
export function lengthOf(limit: Measured, gravity: Gravity | undefined): Span | undefined {
  if (isSpan(limit.length)) return limit.length;
  return gravity && limit.length[gravity];
}

/** @returns the extensions that the law grants for that gravity, in their order. */
export function extensionsOf(limit: Measured, gravity: Gravity | undefined): readonly Extension[] {
  if (isList(limit.extensions)) return limit.extensions;
  return gravity ? limit.extensions[gravity] : NEVER_LONGER;
}

/**
 * @returns the last day of a span, the day it starts from not counted: 20 days from 1 March end on the 21st, 2 months from
 * 31 December on the last of February, 24 hours on the next day. Source: Điều 134 khoản 1 BLTTHS.
 */
export function endOf(from: Day, span: Span): Day {
  if ('months' in span) return addMonths(from, span.months);
  return addDays(from, 'days' in span ? span.days : Math.ceil(span.hours / 24));
}

/** @returns that day, or the first working day after it. Source: Điều 134 khoản 1 BLTTHS. */
export function workingDayFrom(from: Day, { isDayOff }: Counting = {}): Day {
  let end = from;
  while (isDayOff?.(end)) end = addDays(end, 1);
  return end;
}

/** A limit that runs: since when, for which gravity, to which end where an extension set one, after how many of them. */
export interface Run {
  readonly startedOn: Day;
  readonly gravity?: Gravity;
  readonly until?: Day;
  readonly granted: number;
}

/**
 * The day on which a limit ends.
 * @returns `undefined` when its length depends on a gravity that is not known.
 */
export function dueDayOf(limit: Measured, run: Omit<Run, 'granted'>, counting: Counting = {}): Day | undefined {
  if (run.until !== undefined) return workingDayFrom(run.until, counting);
  const length = lengthOf(limit, run.gravity);
  if (!length) return undefined;
  const end = endOf(run.startedOn, length);
  return 'hours' in length ? end : workingDayFrom(end, counting);
}

/**
 * @returns the latest end that the next extension may set; `undefined` when the law grants no further one, or the gravity
 * that it depends on is not known.
 */
export function furthestEndOf(limit: Measured, run: Run): Day | undefined {
  const extension = extensionsOf(limit, run.gravity)[run.granted];
  if (!extension) return undefined;
  if ('total' in extension) return endOf(run.startedOn, extension.total);
  const end = dueDayOf(limit, run);
  return end && endOf(end, extension.further);
}

/**
 * Judges the end that an extension sets.
 * @param run absent when nobody knows since when the limit runs (a file carried over without that day).
 */
export function refuseExtension(
  limit: Measured & { readonly article: string },
  step: { readonly occurredOn: Day; readonly payload: { readonly until: Day } },
  run: Run | undefined,
): Refusal | undefined {
  const { article } = limit;
  const { until } = step.payload;
  const end = run && dueDayOf(limit, run);
  if (until <= step.occurredOn || (end && until <= end)) return { code: 'extend.not-later', article };
  if (!run || !lengthOf(limit, run.gravity)) return undefined;
  const longest = furthestEndOf(limit, run);
  if (!longest) return { code: 'extend.no-more', article };
  return until > longest ? { code: 'extend.too-long', article, facts: { longest } } : undefined;
}
