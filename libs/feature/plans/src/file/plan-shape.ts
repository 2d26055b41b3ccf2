import { type TerritoryLevel } from '#libs/domain/jurisdiction';
import { type Comparator, type Period } from '#libs/domain/kernel';
import {
  type CampaignWindow,
  type Citation,
  type Clause,
  DISCOVERY_VARIANTS,
  INDICATORS,
  ISSUER_KINDS,
  PLAN_KINDS,
  type ParentPlan,
  type Plan,
  type ReportingDuty,
  type Section,
  type Target,
  type TerritoryRef,
} from '#libs/domain/performance';
import { reportingRules } from './reporting-shape.js';
import { refuseUnknownPartOf, taskShape } from './task-shape.js';
import { type YamlPlace } from './yaml-place.js';
import {
  type Rule,
  dayRule,
  listOf,
  numberWithin,
  oneOf,
  optional,
  orElse,
  required,
  shape,
  text,
  textThat,
  truth,
} from './yaml-rules.js';

const COMPARATORS: readonly Comparator[] = ['>', '>=', '='];
const LEVELS: readonly TerritoryLevel[] = ['nation', 'province', 'district', 'commune'];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

const slug: Rule<string> = textThat(
  (value): value is string => SLUG.test(value),
  (place, value) => place.refuse('bad-id', { value }),
);
const month: Rule<string> = textThat(
  (value): value is string => MONTH.test(value),
  (place, value) => place.refuse('bad-month', { value }),
);

const span: Rule<Period> = shape<Period>({ from: required(dayRule), to: required(dayRule) }, ({ from, to }, place) => {
  if (to < from) place.refuse('reversed-period', { from, to });
});

const territoryRef = shape<TerritoryRef>({
  code: required(text),
  name: required(text),
  level: required(oneOf(LEVELS)),
  validOn: required(dayRule),
});

const parent = shape<ParentPlan>({
  planId: optional(slug),
  number: required(text),
  issuer: required(text),
  issuedOn: required(dayRule),
});

const citation = shape<Citation>({
  wording: required(text),
  number: optional(text),
  issuedOn: optional(dayRule),
  section: optional(text),
});

const clause = shape<Clause>({ section: required(text), text: required(text) });
const section = shape<Section>({ section: required(text), title: required(text) });

const target = shape<Target>(
  {
    indicator: required(oneOf(INDICATORS)),
    variant: optional(oneOf(DISCOVERY_VARIANTS)),
    comparator: required(oneOf(COMPARATORS)),
    percent: required(numberWithin(0, 100, 3)),
    wording: required(text),
    section: required(text),
  },
  ({ indicator, variant }, place) => {
    if (variant && indicator !== 'K3') place.find('variant')?.refuse('variant-not-allowed', { indicator });
  },
);

const reportingDuty = shape<ReportingDuty>({
  section: required(text),
  wording: required(text),
  reportTo: required(text),
  onDemand: orElse(false, truth),
  attachments: optional(text),
});

const campaign = shape<CampaignWindow>({
  period: required(span),
  tentative: orElse(false, truth),
  wording: required(text),
  section: required(text),
});

/** The whole file. What other files say about it (parents, ids given twice) is `plan-set.ts`. */
export function planShape(root: YamlPlace): Plan | undefined {
  const issuerKind = root.find('issuerKind')?.word();
  const yearOfEnd = (end: 'from' | 'to'): number => Number(root.find('period')?.find(end)?.word()?.slice(0, 4));
  return shape<Plan>(
    {
      id: required(slug),
      number: optional(text),
      issuer: required(text),
      issuerKind: required(oneOf(ISSUER_KINDS)),
      issuerFullName: optional(text),
      issuedOn: optional(dayRule),
      issuedIn: optional(month),
      title: required(text),
      kind: required(oneOf(PLAN_KINDS)),
      period: required(span),
      territoryRef: required(territoryRef),
      parent: optional(parent),
      legalBases: orElse([], listOf(citation)),
      sections: orElse(
        [],
        listOf(section, ({ section: name }) => name),
      ),
      objectives: orElse([], listOf(clause)),
      targets: required(listOf(target, ({ indicator }) => indicator)),
      reporting: required(reportingRules(yearOfEnd('from'), yearOfEnd('to'))),
      reportingDuty: optional(reportingDuty),
      campaigns: required(listOf(campaign)),
      tasks: required(listOf(taskShape(issuerKind), ({ id }) => id)),
      provisions: orElse([], listOf(clause)),
      recipients: orElse([], listOf(text)),
      notes: orElse([], listOf(text)),
    },
    refuseContradictions,
  )(root);
}

function refuseContradictions(plan: Plan, root: YamlPlace): void {
  if (plan.issuedOn && plan.issuedIn) root.find('issuedIn')?.refuse('two-issue-dates');
  const windows = root.find('campaigns')?.items() ?? [];
  plan.campaigns.forEach(({ period: { from, to } }, index) => {
    if (from < plan.period.from || to > plan.period.to)
      windows[index]?.find('period')?.refuse('window-outside-plan', { from, to });
  });
  refuseUnknownPartOf(plan.tasks, root.find('tasks')?.items() ?? []);
}
