import { type Day, addDays } from '#libs/domain/kernel';
import { type Counting, endOf, halfOf, lastDayBefore, workingDayFrom } from './counting.js';
import type { Refusal } from './guard.js';
import type { Gravity } from './offence.js';
import type { Extension, Measured, Span } from './time-limit.js';

const NEVER_LONGER: readonly Extension[] = [];
const GRAVITIES: readonly string[] = ['less-serious', 'serious', 'very-serious', 'especially-serious'];
const isList = (value: Measured['extensions']): value is readonly Extension[] => Array.isArray(value);
const isSpan = (value: Measured['length']): value is Span => !GRAVITIES.some((gravity) => gravity in value);

/** @returns the length for that gravity, or `undefined` when it depends on a gravity that is not known. */
export function lengthOf(limit: Measured, { gravity, halved }: Pick<Run, 'gravity' | 'halved'>): Span | undefined {
  const whole = isSpan(limit.length) ? limit.length : gravity && limit.length[gravity];
  return whole && halved ? halfOf(whole) : whole;
}

/** @returns the extensions that the law grants for that gravity, in their order. */
export function extensionsOf(
  limit: Measured,
  { gravity, halved }: Pick<Run, 'gravity' | 'halved'>,
): readonly Extension[] {
  const whole = isList(limit.extensions) ? limit.extensions : gravity ? limit.extensions[gravity] : NEVER_LONGER;
  return halved ? whole.map(halfExtension) : whole;
}

const halfExtension = (extension: Extension): Extension =>
  'total' in extension
    ? { ...extension, total: halfOf(extension.total) }
    : { ...extension, further: halfOf(extension.further) };

/** A limit that runs: since when, for which gravity, to which end where an extension set one, after how many of them. */
export interface Run {
  readonly startedOn: Day;
  readonly gravity?: Gravity;
  /** The accused is under 18 and the law halves the limit. */
  readonly halved?: boolean;
  readonly until?: Day;
  /** The day that it counts back from, where it does. */
  readonly backFrom?: Day;
  readonly granted: number;
}

/** @returns the last day before a day off moves it; `undefined` when the length depends on a gravity that is not known. */
export function endByLaw(limit: Measured, run: Omit<Run, 'granted'>, counting: Counting = {}): Day | undefined {
  if (run.until !== undefined) return run.until;
  const length = lengthOf(limit, run);
  if (length && run.backFrom) return endOf(run.backFrom, length, 'backwards');
  return length && endOf(run.startedOn, length, limit.counting, counting);
}

/** @returns whether an end on a day off moves to the next working day. Source: Điều 134 khoản 1, 3 BLTTHS. */
const rolls = (limit: Measured, run: Omit<Run, 'granted'>): boolean => {
  const length = lengthOf(limit, run);
  return (limit.counting ?? 'procedural') === 'procedural' && !(length && 'hours' in length && !run.until);
};

/**
 * The day on which a limit ends.
 * @returns `undefined` when its length depends on a gravity that is not known.
 */
export function dueDayOf(limit: Measured, run: Omit<Run, 'granted'>, counting: Counting = {}): Day | undefined {
  const length = lengthOf(limit, run);
  if (length && run.backFrom) return lastDayBefore(run.backFrom, { on: run.startedOn, within: length }, counting);
  const end = endByLaw(limit, run, counting);
  return end && rolls(limit, run) ? workingDayFrom(end, counting) : end;
}

/** Of a detention the day after its end counts as the first; hours run on. */
const goingOn = (end: Day, span: Span, counting: Measured['counting']): Day =>
  endOf(counting === 'detention' && !('hours' in span) ? addDays(end, 1) : end, span, counting);

/** @returns the ends that the law gives by the length alone, with one extension, with two and so on; none where unknown. */
export function endsByLaw(limit: Measured, { startedOn, gravity, halved }: Omit<Run, 'granted' | 'until'>): Day[] {
  const told = { ...(gravity ? { gravity } : {}), ...(halved ? { halved } : {}) };
  const length = lengthOf(limit, told);
  if (!length) return [];
  const ends = [endOf(startedOn, length, limit.counting)];
  for (const extension of extensionsOf(limit, told)) {
    const last = ends.at(-1) ?? startedOn;
    const total = 'total' in extension;
    ends.push(
      total ? endOf(startedOn, extension.total, limit.counting) : goingOn(last, extension.further, limit.counting),
    );
  }
  return ends;
}

/**
 * @returns the latest end that the next extension may set, never beyond the whole that the law grants; `undefined` when it
 * grants no further one, or the gravity that it depends on is not known.
 */
export function furthestEndOf(limit: Measured, run: Run): Day | undefined {
  const extension = extensionsOf(limit, run)[run.granted];
  if (!extension) return undefined;
  if ('total' in extension) return endOf(run.startedOn, extension.total, limit.counting);
  const end = dueDayOf(limit, run);
  const whole = endsByLaw(limit, run).at(-1);
  const next = end && goingOn(end, extension.further, limit.counting);
  const furthest = next && whole && whole < next ? whole : next;
  return furthest && end && furthest > end ? furthest : undefined;
}

/**
 * @returns the last day on which the next extension can still be asked for; `undefined` where none is or need be, and where
 * nothing of the whole is left to grant.
 */
export function askByDayOf(limit: Measured, run: Run): Day | undefined {
  const extension = extensionsOf(limit, run)[run.granted];
  const before = extension && (extension.askBefore ?? limit.askBefore);
  const end = before === undefined || !furthestEndOf(limit, run) ? undefined : dueDayOf(limit, run);
  return before === undefined ? undefined : end && addDays(end, -before);
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
  if (!run || !lengthOf(limit, run)) return undefined;
  const longest = furthestEndOf(limit, run);
  if (!longest) return { code: 'extend.no-more', article };
  return until > longest ? { code: 'extend.too-long', article, facts: { longest } } : undefined;
}
