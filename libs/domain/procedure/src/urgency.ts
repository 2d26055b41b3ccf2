import { type Day, addDays, addMonths, daysBetween } from '#libs/domain/kernel';

/** What the queue of what is due is asked for. Within 30 days includes within 7 and 3; a limitation within 12 months 6 and 3. */
export const URGENCIES = [
  ...(['overdue', 'within-3', 'within-7', 'within-30', 'ask-by', 'to-review'] as const),
  ...(['limitation', 'limitation-6', 'limitation-3'] as const),
] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Days ahead that a list looks. */
export const DAYS_AHEAD = { 'within-3': 3, 'within-7': 7, 'within-30': 30, 'ask-by': 7, 'to-review': 30 } as const;
/** Months before the end of the limitation period at which somebody is warned, and the list that looks so far ahead. */
export const LIMITATION_MONTHS = [12, 6, 3] as const;
const MONTHS_AHEAD = { limitation: 12, 'limitation-6': 6, 'limitation-3': 3 } as const;

/** The rungs of the ladder of notices: days before the end, and 0 for overdue. */
export const RUNGS = [7, 3, 1, 0] as const;
/** The rungs above them, of a limitation of prosecution alone; the name is its months in days. */
export const LIMITATION_RUNGS = [360, 180, 90] as const;
export type LimitationRung = (typeof LIMITATION_RUNGS)[number];
export type Rung = (typeof RUNGS)[number] | LimitationRung;
type DayRung = (typeof RUNGS)[number];

/**
 * @returns the rung that a limit has reached on a day: the last one whose day has come; `undefined` before the first.
 * A limit is overdue on the day after its due day.
 */
export function rungOn(dueOn: Day, today: Day): DayRung | undefined {
  const left = daysBetween(today, dueOn);
  if (left < 0) return 0;
  return [...RUNGS].reverse().find((rung) => rung > 0 && left <= rung);
}

/** @returns the due days that stand on a rung on a day; open at the start for what is overdue. */
export function windowOfRung(rung: DayRung, today: Day): { readonly from?: Day; readonly to: Day } {
  if (rung === 0) return { to: addDays(today, -1) };
  const next = RUNGS[RUNGS.indexOf(rung) + 1] ?? 0;
  return { from: addDays(today, next === 0 ? 0 : next + 1), to: addDays(today, rung) };
}

/** @returns the ends of limitation that stand on a rung on a day: nearer than its months, further than the rung below. */
export function windowOfLimitationRung(rung: LimitationRung, today: Day): { readonly from: Day; readonly to: Day } {
  const index = LIMITATION_RUNGS.indexOf(rung);
  const below = LIMITATION_MONTHS[index + 1];
  const from = addDays(below === undefined ? addDays(today, RUNGS[0]) : addMonths(today, below), 1);
  return { from, to: addMonths(today, LIMITATION_MONTHS[index] ?? 0) };
}

const isLimitation = (urgency: Urgency): urgency is keyof typeof MONTHS_AHEAD => urgency in MONTHS_AHEAD;

/** @returns the days between which `dueOn` lies for a list; open at the start or the end where a bound is absent. */
export function windowOf(urgency: Urgency, today: Day): { readonly from?: Day; readonly to: Day } {
  if (urgency === 'overdue') return { to: addDays(today, -1) };
  if (isLimitation(urgency)) return { from: today, to: addMonths(today, MONTHS_AHEAD[urgency]) };
  const to = addDays(today, DAYS_AHEAD[urgency]);
  return urgency === 'to-review' ? { to } : { from: today, to };
}
