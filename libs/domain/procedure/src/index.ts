export {
  CASE_STATUSES,
  type CaseFile,
  type CaseStatus,
  type InvestigationClock,
  NO_CASE,
  chargedDefendants,
  gravityOfCase,
  isDiscovered,
  isHaltedEarlier,
  statusOfCase,
} from './case-file.js';
export { type CasePhase, type CaseStage, phaseOf } from './case-stage.js';
export {
  type Command,
  type Setting,
  type TakenStep,
  availableTransitions,
  decide,
  possibleNow,
  takeStep,
} from './decide.js';
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
  SOURCES,
} from './denunciation/denunciation.steps.js';
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
export {
  type Gravity,
  KNOWN_ARTICLES,
  type Offence,
  TRAFFICKING_ARTICLES,
  findGravity,
  gravityRank,
} from './offence.js';
export { VERDICTS, checkPayload } from './payload.js';
export { PROSECUTION_TRANSITIONS } from './prosecution/prosecution.transitions.js';
export { RULE_SET } from './rule-set.js';
export { type Decision, type RecordedStep, type Step, WITHDRAWN } from './step.js';
export {
  type CaseLimit,
  type FileLimit,
  type LimitSetting,
  TIME_LIMITS,
  type TimeLimitId,
  isLate,
  limitsOf,
} from './time-limits.js';
export { type Counting, dueDayOf, endOf, furthestEndOf, workingDayFrom } from './limit-end.js';
export { type ByGravity, type Extension, type Grantor, type Span, type TimeLimit } from './time-limit.js';
export { commandTable, lifecycleDiagram } from './diagram.js';
export {
  type ActingOffice,
  type Actor,
  type Field,
  type Fields,
  type FileOffices,
  type Transition,
  findTransition,
  isActor,
  validateTransitions,
} from './transition.js';
export { type Verdict } from './trial/trial.steps.js';
export { TRIAL_TRANSITIONS } from './trial/trial.transitions.js';
