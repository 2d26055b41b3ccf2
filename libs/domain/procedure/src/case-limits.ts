import { APPEAL_LIMITS, type AppealLimit } from './appeal/appeal.limits.js';
import { DECISION_PERIODS, type DecisionPeriod } from './appeal/decision-periods.limits.js';
import { CASE_NOTICE_LIMITS, type CaseNoticeLimit } from './case-notice.limits.js';
import { REVIEW_LIMITS, type ReviewLimit } from './extraordinary-review/review.limits.js';
import type { CourseLimit } from './investigation/course.limits.js';
import { INVESTIGATION_LIMITS, type InvestigationLimit } from './investigation/investigation.limits.js';
import { TRANSFER_LIMITS, type TransferLimit } from './investigation/transfer.limits.js';
import { MEASURE_LIMITS, type MeasureLimit } from './measures/measure.limits.js';
import { STANDSTILL_LIMITS, type StandstillLimit } from './measures/standstill.limits.js';
import { PROSECUTION_LIMITS, type ProsecutionLimit } from './prosecution/prosecution.limits.js';
import { TRIAL_LIMITS, type TrialLimit } from './trial/trial.limits.js';

export type CaseLimit =
  | InvestigationLimit
  | CourseLimit
  | TransferLimit
  | ProsecutionLimit
  | TrialLimit
  | AppealLimit
  | DecisionPeriod
  | ReviewLimit
  | MeasureLimit
  | StandstillLimit
  | CaseNoticeLimit;

/** Every limit in the life of a case, in the order of the law. */
export const CASE_LIMITS: readonly CaseLimit[] = [
  ...INVESTIGATION_LIMITS,
  ...TRANSFER_LIMITS,
  ...PROSECUTION_LIMITS,
  ...TRIAL_LIMITS,
  ...APPEAL_LIMITS,
  ...DECISION_PERIODS,
  ...REVIEW_LIMITS,
  ...MEASURE_LIMITS,
  ...STANDSTILL_LIMITS,
  ...CASE_NOTICE_LIMITS,
];
