import { type Day, type Period, partsOf } from '#libs/domain/kernel';
import { type Plan } from './plan.js';
import {
  type ReportKind,
  REPORT_KINDS,
  type ReportingRule,
  beforeDayOf,
  dueDayOf,
  numbersOf,
  reportKey,
  reportedPeriod,
} from './reporting-rule.js';

/** One report that is owed. `before` and `due` are absent where the plan names no day. */
export interface ReportObligation {
  /** `2024-Q1`, `2024-H1`, `2024`. */
  readonly key: string;
  readonly kind: ReportKind;
  readonly year: number;
  readonly number: number;
  readonly period: Period;
  /** The day on which the report is already late. */
  readonly before?: Day;
  /** The last day on which it is in time. */
  readonly due?: Day;
}

/** @returns the calendar years that the plan touches, ascending. */
export function yearsOf(plan: Pick<Plan, 'period'>): readonly number[] {
  const first = partsOf(plan.period.from).year;
  return Array.from({ length: partsOf(plan.period.to).year - first + 1 }, (_, index) => first + index);
}

/**
 * The reports that the plan orders, by end of the period, the shorter period first.
 * @param year only the reports about that year; nothing when the plan does not touch it.
 * @throws DomainError `day.invalid` when a rule names a day that its year lacks (the loader refuses such a plan).
 */
export function reportObligations(
  plan: Pick<Plan, 'period' | 'reporting'>,
  year?: number,
): readonly ReportObligation[] {
  return yearsOf(plan)
    .filter((one) => year === undefined || one === year)
    .flatMap((one) => plan.reporting.flatMap((rule) => numbersOf(rule).map((number) => obligation(rule, one, number))))
    .filter(({ period }) => period.from <= plan.period.to && plan.period.from <= period.to)
    .sort(byPeriod);
}

function obligation(rule: ReportingRule, year: number, number: number): ReportObligation {
  const { kind, due } = rule;
  const period = reportedPeriod(kind, year, number);
  const owed = { key: reportKey(kind, year, number), kind, year, number, period };
  if (!due) return owed;
  const before = beforeDayOf(due, period);
  return { ...owed, before, due: dueDayOf(before) };
}

const byPeriod = (a: ReportObligation, b: ReportObligation): number =>
  a.period.to.localeCompare(b.period.to) || REPORT_KINDS.indexOf(a.kind) - REPORT_KINDS.indexOf(b.kind);
