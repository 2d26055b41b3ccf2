import { type CampaignWindow, type Plan } from './plan.js';
import { type ReportingRule, beforeDayOf, numbersOf, reportedPeriod } from './reporting-rule.js';
import { INDICATORS, type Target, variantOf } from './target.js';

export type DifferenceAspect = 'wording' | 'threshold' | 'variant' | 'report-due' | 'campaign' | 'campaign-certainty';

/**
 * One place where a plan departs from the one above it. `own` or `parents` is absent where that plan says nothing: a
 * target it does not set, a report it does not order; `''` is a report ordered without a day.
 */
export interface PlanDifference {
  readonly aspect: DifferenceAspect;
  /** `K3`, `Q1`, `H1`, `year`, `campaign-1`. */
  readonly subject: string;
  readonly own?: string;
  readonly parents?: string;
}

type Compared = Pick<Plan, 'targets' | 'reporting' | 'campaigns'>;

/**
 * Compares what two plans demand: wording (letter case and end punctuation aside), threshold and variant of each
 * target, the day of each report and the campaign windows (both by day and month, so plans of different years compare).
 */
export function differencesFromParent(plan: Compared, parent: Compared): readonly PlanDifference[] {
  const targets = [
    ...differing('threshold', thresholds(plan.targets), thresholds(parent.targets)),
    ...inBoth('variant', variants(plan.targets), variants(parent.targets)),
    ...inBoth('wording', wordings(plan.targets), wordings(parent.targets), plainWording),
  ];
  return [
    ...INDICATORS.flatMap((indicator) => targets.filter(({ subject }) => subject === indicator)),
    ...differing('report-due', dueDays(plan.reporting), dueDays(parent.reporting)),
    ...differing('campaign', windows(plan.campaigns), windows(parent.campaigns)),
    ...inBoth('campaign-certainty', certainties(plan.campaigns), certainties(parent.campaigns)),
  ];
}

type Facts = ReadonlyMap<string, string>;
type Plain = (text: string) => string;

function differing(
  aspect: DifferenceAspect,
  own: Facts,
  parents: Facts,
  plain: Plain = (text) => text,
): PlanDifference[] {
  const subjects = [...new Set([...own.keys(), ...parents.keys()])];
  return subjects.flatMap((subject) => {
    const [mine, theirs] = [own.get(subject), parents.get(subject)];
    if (mine !== undefined && theirs !== undefined && plain(mine) === plain(theirs)) return [];
    return [
      { aspect, subject, ...(mine !== undefined && { own: mine }), ...(theirs !== undefined && { parents: theirs }) },
    ];
  });
}

/** What one plan lacks altogether is said once, as its threshold or window. */
const inBoth = (...compared: Parameters<typeof differing>): PlanDifference[] =>
  differing(...compared).filter(({ own, parents }) => own !== undefined && parents !== undefined);

const plainWording = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '');

const byIndicator = (targets: readonly Target[], say: (target: Target) => string | undefined): Facts =>
  new Map(
    targets.flatMap((target) => {
      const said = say(target);
      return said === undefined ? [] : [[target.indicator, said] as const];
    }),
  );

const wordings = (targets: readonly Target[]): Facts => byIndicator(targets, ({ wording }) => wording);
const thresholds = (targets: readonly Target[]): Facts =>
  byIndicator(targets, ({ comparator, percent }) => `${comparator} ${percent}`);
const variants = (targets: readonly Target[]): Facts => byIndicator(targets, variantOf);

const SUBJECT: Record<ReportingRule['kind'], (number: number) => string> = {
  quarter: (number) => `Q${number}`,
  'half-year': (number) => `H${number}`,
  year: () => 'year',
};
/** Any leap year: only day and month are compared. */
const SAMPLE_YEAR = 2024;

function dueDays(rules: readonly ReportingRule[]): Facts {
  return new Map(
    rules.flatMap((rule) =>
      numbersOf(rule).map((number) => [SUBJECT[rule.kind](number), beforeText(rule, number)] as const),
    ),
  );
}

function beforeText({ kind, due }: ReportingRule, number: number): string {
  if (!due) return '';
  const text = dayAndMonth(beforeDayOf(due, reportedPeriod(kind, SAMPLE_YEAR, number)));
  return 'nextYear' in due && due.nextYear ? `${text} (+1)` : text;
}

/** `2024-03-05` as `05/3`: months 3-9 carry no zero in Vietnamese documents, days and months 1-2 do. */
function dayAndMonth(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) > 2 ? Number(month) : month}`;
}

const byOrder = (campaigns: readonly CampaignWindow[], say: (campaign: CampaignWindow) => string): Facts =>
  new Map(campaigns.map((campaign, index) => [`campaign-${index + 1}`, say(campaign)]));
const windows = (campaigns: readonly CampaignWindow[]): Facts =>
  byOrder(campaigns, ({ period }) => `${dayAndMonth(period.from)}–${dayAndMonth(period.to)}`);
const certainties = (campaigns: readonly CampaignWindow[]): Facts =>
  byOrder(campaigns, ({ tentative }) => (tentative ? 'tentative' : 'fixed'));
