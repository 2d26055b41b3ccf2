export { type NamedPeriod, type NamedPeriodKind, periodsOf, resolvePeriod } from './named-period.js';
export { type DifferenceAspect, type PlanDifference, differencesFromParent } from './plan-difference.js';
export {
  type CampaignWindow,
  type Citation,
  type Clause,
  ISSUER_KINDS,
  type IssuerKind,
  PLAN_KINDS,
  type ParentPlan,
  type Plan,
  type PlanKind,
  type ReportingDuty,
  type Section,
  type TerritoryRef,
} from './plan.js';
export { type ReportObligation, reportObligations, yearsOf } from './report-calendar.js';
export {
  type DueBeforeDate,
  type DueBeforeDayOfLastMonth,
  type DueRule,
  REPORT_KINDS,
  type ReportKind,
  type ReportingRule,
  beforeDayOf,
  dayAndMonthOf,
  dueDayOf,
  numbersOf,
  reportedPeriod,
  reportsPerYear,
} from './reporting-rule.js';
export {
  DISCOVERY_VARIANTS,
  type DiscoveryVariant,
  INDICATORS,
  type IndicatorCode,
  type Target,
  targetFor,
  variantOf,
} from './target.js';
export { type Task, boundAgencies, isJudicial } from './task.js';
