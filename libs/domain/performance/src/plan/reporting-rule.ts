import {
  type Day,
  type Period,
  addDays,
  dayOf,
  daysInMonth,
  halfYearOf,
  partsOf,
  quarterOf,
  yearOf,
} from '#libs/domain/kernel';

export const REPORT_KINDS = ['quarter', 'half-year', 'year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** "trước ngày 20/3" as `20/3`: the day on which the report is already late. */
export interface DueBeforeDate {
  readonly before: string;
  /** The day lies in the year after the reported one. */
  readonly nextYear?: boolean;
}
/** "trước ngày 05 tháng cuối quý" as `5`: the same in the last month of the reported period. */
export interface DueBeforeDayOfLastMonth {
  readonly beforeDayOfLastMonth: number;
}
export type DueRule = DueBeforeDate | DueBeforeDayOfLastMonth;

/** A report that a plan orders. Without `number` every quarter or half-year; without `due` the plan names no day. */
export interface ReportingRule {
  readonly kind: ReportKind;
  readonly number?: number;
  readonly due?: DueRule;
  /** Exact quotation, Vietnamese. */
  readonly wording: string;
}

const HOW_MANY: Record<ReportKind, number> = { quarter: 4, 'half-year': 2, year: 1 };

/** @returns the numbers of the reports within a year that the rule orders, such as `[1, 2, 3, 4]`. */
export function numbersOf(rule: ReportingRule): readonly number[] {
  return rule.number === undefined
    ? Array.from({ length: HOW_MANY[rule.kind] }, (_, index) => index + 1)
    : [rule.number];
}

/** @returns how many reports of the kind a year has: 4, 2 or 1. */
export const reportsPerYear = (kind: ReportKind): number => HOW_MANY[kind];

/** @returns the calendar period that the report covers; the plans fix no other cut-off. */
export function reportedPeriod(kind: ReportKind, year: number, number: number): Period {
  if (kind === 'quarter') return quarterOf(year, number);
  return kind === 'half-year' ? halfYearOf(year, number) : yearOf(year);
}

/** @returns `2024-Q1`, `2024-H1` or `2024`. */
export function reportKey(kind: ReportKind, year: number, number: number): string {
  if (kind === 'year') return String(year);
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${number}`;
}

const DAY_AND_MONTH = /^(\d{1,2})\/(\d{1,2})$/;

/** @returns day and month of `20/3`, or `undefined` when no year has such a day (`30/2`, `31/4`, `abc`). */
export function dayAndMonthOf(text: string): { date: number; month: number } | undefined {
  const match = DAY_AND_MONTH.exec(text);
  if (!match) return undefined;
  const [date, month] = [Number(match[1]), Number(match[2])];
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(LEAP_YEAR, month);
  return exists ? { date, month } : undefined;
}
const LEAP_YEAR = 2024;

/**
 * @returns the day before which the report for that period must be in.
 * @throws DomainError `day.invalid` when that year has no such day (29/2, day 31 of June).
 */
export function beforeDayOf(due: DueRule, reported: Period): Day {
  const { year, month } = partsOf(reported.to);
  if ('beforeDayOfLastMonth' in due) return dayOf(year, month, due.beforeDayOfLastMonth);
  const { date = 0, month: inMonth = 0 } = dayAndMonthOf(due.before) ?? {};
  return dayOf(due.nextYear ? year + 1 : year, inMonth, date);
}

/** @returns the last day on which the report is in time: "trước ngày 20/3" ends on 19/3. */
export const dueDayOf = (before: Day): Day => addDays(before, -1);
