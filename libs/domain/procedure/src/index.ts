export {
  CASE_STATUSES,
  type CaseFile,
  type CaseStatus,
  NO_CASE,
  chargedDefendants,
  gravityOfCase,
  isDiscovered,
  isHaltedEarlier,
  statusOfCase,
} from './case-file.js';
export { CASE_NOTICES, type CaseNotice } from './case-notices.js';
export { type CasePhase, type CaseStage, phaseOf } from './case-stage.js';
export { type Move, type MovedPerson, type RunningClock, movedPersons } from './moved-person.js';
export { type Command, type Setting, type TakenStep, decide, refusalOfCommand, takeStep } from './decide.js';
export { availableTransitions, possibleNow } from './possible-now.js';
export { fold, foldCase, foldDenunciation, historyOf } from './fold.js';
export { type Correction, correct } from './correct.js';
export { effectiveHistory } from './correction.js';
export {
  type Defendant,
  DEFENDANT_STATUSES,
  type DefendantStatus,
  isActive,
  isCharged,
  isHalted,
} from './defendant.js';
export { type DenunciationFile, NO_DENUNCIATION } from './denunciation/denunciation-file.js';
export {
  CARRIED_OVER_DENUNCIATION,
  DENUNCIATION_STATUSES,
  type DenunciationEventType,
  type DenunciationPayloads,
  type DenunciationStatus,
  type DenunciationStep,
  SPLIT_OFF_DENUNCIATION,
} from './denunciation/denunciation.steps.js';
export { SOURCES, type Source } from './denunciation/source.js';
export {
  DENUNCIATION_NOTICES,
  DENUNCIATION_NOTICE_NAMES,
  type DenunciationNotice,
} from './denunciation/denunciation.notices.js';
export { type Notice, type OwedNotice } from './notices.js';
export { DENUNCIATION_TRANSITIONS } from './denunciation/denunciation.transitions.js';
export * from './grounds.js';
export { type Circumstances, type Refusal } from './guard.js';
export { CARRIED_OVER_CASE, type CarriedOverCase } from './investigation/investigation.steps.js';
export { INVESTIGATION_TRANSITIONS } from './investigation/investigation.transitions.js';
export {
  CASE_LIFECYCLE,
  type CaseEventType,
  type CasePayloads,
  type CaseStep,
  DENUNCIATION_LIFECYCLE,
  type Lifecycle,
  type SubjectKind,
} from './lifecycle.js';
export { type Gravity, KNOWN_ARTICLES, type Offence, findGravity, gravityRank } from './offence.js';
export { BRACKETS, type Bracket, findBracket } from './offence/bracket.js';
export { BORDER_GUARD_ARTICLES, competentCourt, isForCommuneInvestigator } from './offence/competence.js';
export { PLAN_GROUPS, PLAN_OFFENCES, type PlanGroup, type PlanOffence, planGroupOf } from './plan-offences.js';
export { checkPayload } from './payload.js';
export { VERDICTS } from './verdict-checks.js';
export { APPEAL_LEVELS, type AppealLevel, type Appellant, type RemandFor } from './court-course.js';
export { APPEAL_OUTCOMES, APPELLANTS, FILE_STUDY_GROUNDS } from './appeal/appeal.steps.js';
export { APPEAL_TRANSITIONS } from './appeal/appeal.transitions.js';
export { CASSATION_OUTCOMES, DIRECTIONS, REOPENING_OUTCOMES } from './extraordinary-review/review.steps.js';
export { REVIEW_TRANSITIONS } from './extraordinary-review/review.transitions.js';
export { REMAND_TRANSITIONS } from './remand/remand.transitions.js';
export { PROSECUTION_TRANSITIONS } from './prosecution/prosecution.transitions.js';
export { type RunningInterval, elapsedDays, runningIntervals } from './running-time.js';
export * from './measure.js';
export { isDetained } from './measures/detention.js';
export { SUSPENSION_REVIEW_MONTHS } from './limitation.js';
export { RULE_SETS, type RuleSet, ruleSetOn } from './rule-set.js';
export { type Decision, type RecordedStep, type Step, WITHDRAWN } from './step.js';
export { type CaseLimit } from './case-limits.js';
export {
  type FileLimit,
  type LimitSetting,
  type Reckoning,
  TIME_LIMITS,
  type TimeLimitId,
  isLate,
  limitsOf,
  runningLimitsOf,
} from './time-limits.js';
export { type Counting, endOf, halfOf, lastDayBefore, workingDayFrom, workingDayUpTo } from './counting.js';
export { askByDayOf, dueDayOf, furthestEndOf } from './limit-end.js';
export {
  type ByGravity,
  type CountingRule,
  LIMIT_KINDS,
  type LimitKind,
  type Whose,
  type Extension,
  type Grantor,
  type Span,
  type TimeLimit,
} from './time-limit.js';
export { commandTable, lifecycleDiagram } from './diagram.js';
export { limitTable } from './limit-table.js';
export { actsAs, standsFor } from './acting.js';
export {
  type ActingOffice,
  type Actor,
  type Field,
  type Fields,
  type FileOffices,
  type Transition,
  findTransition,
  validateTransitions,
} from './transition.js';
export { type Verdict } from './trial/trial.steps.js';
export {
  type Rung,
  RUNGS,
  type Urgency,
  URGENCIES,
  LIMITATION_MONTHS,
  LIMITATION_RUNGS,
  rungOn,
  windowOf,
  windowOfRung,
  windowOfLimitationRung,
} from './urgency.js';
export {
  type WorkingCalendar,
  type YearOfDaysOff,
  checkDaysOff,
  isWeekend,
  workingCalendar,
} from './working-calendar.js';
export { type Difficulty, type KeyCase, type Remarks } from './remarks/remark.js';
export { DIFFICULTY_CATEGORIES, type DifficultyCategory } from './remarks/remark.steps.js';
