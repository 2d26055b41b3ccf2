import { type Period, halfYearOf, includes, parsePeriod, partsOf, quarterOf, yearOf } from '#libs/domain/kernel';
import { type Plan } from './plan.js';
import { reportObligations, yearsOf } from './report-calendar.js';
import { type ReportKind } from './reporting-rule.js';

export type NamedPeriodKind = ReportKind | 'campaign' | 'whole' | 'other';

/** A span of days over which a plan is measured. */
export interface NamedPeriod {
  /** `2024-Q1`, `2024-H1`, `2024`, `2024-campaign-1`, `2026-2030`, or as asked where the plan does not name it. */
  readonly key: string;
  readonly kind: NamedPeriodKind;
  readonly period: Period;
  /** A campaign whose dates the plan calls "dự kiến". */
  readonly tentative?: boolean;
  /** Whether the plan is in force over the whole span. */
  readonly withinPlan: boolean;
}

type Measured = Pick<Plan, 'period' | 'reporting' | 'campaigns'>;

/**
 * The periods that the plan itself measures: those of its reports, each of its years, its campaigns, and a plan of
 * several years as a whole. Calendar periods, the order of their ends, the shorter first.
 */
export function periodsOf(plan: Measured): readonly NamedPeriod[] {
  const reports = reportObligations(plan).map(({ key, kind, period }) => named(plan, key, kind, period));
  const years = yearsOf(plan).map((year) => named(plan, String(year), 'year', yearOf(year)));
  const unique = new Map([...years, ...reports, ...campaignsOf(plan), ...wholeOf(plan)].map((one) => [one.key, one]));
  return [...unique.values()].sort(
    (a, b) => a.period.to.localeCompare(b.period.to) || b.period.from.localeCompare(a.period.from),
  );
}

const named = (plan: Measured, key: string, kind: NamedPeriodKind, period: Period): NamedPeriod => ({
  key,
  kind,
  period,
  withinPlan: includes(plan.period, period.from) && includes(plan.period, period.to),
});

function campaignsOf(plan: Measured): NamedPeriod[] {
  const countByYear = new Map<number, number>();
  return plan.campaigns.map(({ period, tentative }) => {
    const { year } = partsOf(period.from);
    const count = (countByYear.get(year) ?? 0) + 1;
    countByYear.set(year, count);
    return { ...named(plan, `${year}-campaign-${count}`, 'campaign', period), tentative };
  });
}

function wholeOf(plan: Measured): NamedPeriod[] {
  const [from, to] = [partsOf(plan.period.from).year, partsOf(plan.period.to).year];
  return from === to ? [] : [named(plan, `${from}-${to}`, 'whole', plan.period)];
}

/**
 * Reads a period as people write it: a key of `periodsOf`; without the year where the plan has one year only (`Q1`,
 * `H1`, `campaign-1`, `campaign` when there is one); or any period the kernel reads (`2024-Q2`, `2024-03`,
 * `2024-07-01..2024-09-30`), also outside the plan (`withinPlan` false).
 * @throws DomainError `period.invalid` or `period.reversed`.
 */
export function resolvePeriod(plan: Measured, text: string): NamedPeriod {
  const wanted = text.trim();
  const own = periodsOf(plan);
  const years = yearsOf(plan);
  const short = years.length === 1 ? `${years[0]}-${wanted}` : wanted;
  const found = own.find(({ key }) => same(key, wanted)) ?? own.find(({ key }) => same(key, short));
  if (found) return found;
  const campaigns = own.filter(({ kind }) => kind === 'campaign');
  const only = campaigns.length === 1 ? campaigns[0] : undefined;
  if (only && (same(wanted, 'campaign') || same(only.key, `${wanted}-1`))) return only;
  return otherPeriod(plan, wanted, short);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const PART_OF_YEAR = /^\d{4}-(?:Q[1-4]|H[12])$/i;

function otherPeriod(plan: Measured, wanted: string, short: string): NamedPeriod {
  const key = PART_OF_YEAR.test(short) ? short.toUpperCase() : wanted;
  const period = parsePeriod(key);
  return named(plan, key, kindOf(period), period);
}

function kindOf(period: Period): NamedPeriodKind {
  const { year, month } = partsOf(period.from);
  const calendar: readonly (readonly [NamedPeriodKind, Period])[] = [
    ['quarter', quarterOf(year, Math.ceil(month / 3))],
    ['half-year', halfYearOf(year, Math.ceil(month / 6))],
    ['year', yearOf(year)],
  ];
  return calendar.find(([, { from, to }]) => from === period.from && to === period.to)?.[0] ?? 'other';
}
