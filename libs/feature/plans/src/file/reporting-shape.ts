import { DomainError, isDay } from '#libs/domain/kernel';
import {
  type DueBeforeDate,
  type DueBeforeDayOfLastMonth,
  type DueRule,
  REPORT_KINDS,
  type ReportingRule,
  beforeDayOf,
  dayAndMonthOf,
  numbersOf,
  reportedPeriod,
  reportsPerYear,
} from '#libs/domain/performance';
import { type YamlPlace } from './yaml-place.js';
import {
  type Rule,
  listOf,
  numberWithin,
  oneOf,
  optional,
  required,
  shape,
  text,
  textThat,
  truth,
} from './yaml-rules.js';

const dayAndMonth: Rule<string> = textThat(
  (value): value is string => dayAndMonthOf(value) !== undefined,
  (place, value) => place.refuse('bad-due-day', { value }),
);

const beforeDate = shape<DueBeforeDate>({ before: required(dayAndMonth), nextYear: optional(truth) });
const beforeDayOfLastMonth = shape<DueBeforeDayOfLastMonth>({ beforeDayOfLastMonth: required(numberWithin(1, 31)) });

const due: Rule<DueRule> = (place) => {
  const [fixed, moving] = [place.find('before'), place.find('beforeDayOfLastMonth')];
  if (fixed && moving) return place.refuse('due-ambiguous');
  return moving ? beforeDayOfLastMonth(place) : beforeDate(place);
};

/**
 * The reporting calendar of a plan.
 * @param from first year of the plan, `NaN` when the file does not tell: then days are not tried on the years.
 */
export function reportingRules(from: number, to: number): Rule<readonly ReportingRule[]> {
  const years = from <= to && to - from <= 100 ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [];
  const rule = shape<ReportingRule>(
    {
      kind: required(oneOf(REPORT_KINDS)),
      number: optional(numberWithin(1, 4)),
      due: optional(due),
      wording: required(text),
    },
    (value, place) => {
      refuseWrongNumber(value, place);
      const absent = years.find((year) => !existsIn(year, value));
      if (absent !== undefined) place.find('due')?.refuse('due-day-absent', { year: absent });
    },
  );
  return (place) => {
    const rules = listOf(rule)(place);
    if (rules) refuseTwice(rules, place.items() ?? []);
    return rules;
  };
}

function refuseWrongNumber({ kind, number }: ReportingRule, place: YamlPlace): void {
  if (number === undefined) return;
  const most = reportsPerYear(kind);
  if (kind === 'year') place.find('number')?.refuse('number-not-allowed');
  else if (number > most) place.find('number')?.refuse('out-of-range', { value: number, least: 1, most });
}

function existsIn(year: number, { kind, due: when, number }: ReportingRule): boolean {
  if (!when || (number !== undefined && number > reportsPerYear(kind))) return true;
  return numbersOf({ kind, wording: '', ...(number !== undefined && { number }) }).every((one) => {
    try {
      return isDay(beforeDayOf(when, reportedPeriod(kind, year, one)));
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  });
}

function refuseTwice(rules: readonly ReportingRule[], places: readonly YamlPlace[]): void {
  const seen = new Set<string>();
  rules.forEach((rule, index) => {
    const keys = numbersOf(rule).map((number) => `${rule.kind} ${number}`);
    const twice = keys.find((key) => seen.has(key));
    if (twice) places[index]?.refuse('duplicate-entry', { key: twice });
    keys.forEach((key) => seen.add(key));
  });
}
