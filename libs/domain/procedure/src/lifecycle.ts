import { evolveAppeal } from './appeal/appeal.evolve.js';
import { APPEAL_GUARDS } from './appeal/appeal.guards.js';
import type { AppealPayloads, AppealStep } from './appeal/appeal.steps.js';
import { APPEAL_TRANSITIONS } from './appeal/appeal.transitions.js';
import { CASE_STATUSES, type CaseFile, type CaseStatus, NO_CASE, statusOfCase } from './case-file.js';
import { type DenunciationFile, NO_DENUNCIATION } from './denunciation/denunciation-file.js';
import { earliestDayOfDenunciation, evolveDenunciation } from './denunciation/denunciation.evolve.js';
import { DENUNCIATION_GUARDS } from './denunciation/denunciation.guards.js';
import {
  DENUNCIATION_STATUSES,
  type DenunciationStatus,
  type DenunciationStep,
} from './denunciation/denunciation.steps.js';
import { DENUNCIATION_TRANSITIONS } from './denunciation/denunciation.transitions.js';
import { owedInCase } from './case-notices.js';
import { earliestDayOf } from './chronology.js';
import type { Day } from '#libs/domain/kernel';
import { evolveReview } from './extraordinary-review/review.evolve.js';
import { REVIEW_GUARDS } from './extraordinary-review/review.guards.js';
import type { ReviewPayloads, ReviewStep } from './extraordinary-review/review.steps.js';
import { REVIEW_TRANSITIONS } from './extraordinary-review/review.transitions.js';
import type { Guards } from './guard.js';
import { assignedAfter } from './investigation/assignment.js';
import { investigatedAnew } from './investigation/reclassified.evolve.js';
import { evolveInvestigation } from './investigation/investigation.evolve.js';
import { INVESTIGATION_GUARDS } from './investigation/investigation.guards.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation/investigation.steps.js';
import { INVESTIGATION_TRANSITIONS } from './investigation/investigation.transitions.js';
import { detainedAfter } from './measures/detained-after.js';
import { evolveMeasures } from './measures/measure.evolve.js';
import { MEASURE_GUARDS } from './measures/measure.guards.js';
import type { MeasurePayloads, MeasureStep } from './measures/measure.steps.js';
import { MEASURE_TRANSITIONS } from './measures/measure.transitions.js';
import { evolveProsecution } from './prosecution/prosecution.evolve.js';
import { PROSECUTION_GUARDS } from './prosecution/prosecution.guards.js';
import type { ProsecutionPayloads, ProsecutionStep } from './prosecution/prosecution.steps.js';
import { PROSECUTION_TRANSITIONS } from './prosecution/prosecution.transitions.js';
import { evolveRemarks } from './remarks/remark.evolve.js';
import { REMARK_GUARDS } from './remarks/remark.guards.js';
import type { RemarkPayloads, RemarkStep } from './remarks/remark.steps.js';
import { REMARK_TRANSITIONS } from './remarks/remark.transitions.js';
import { evolveRemand } from './remand/remand.evolve.js';
import type { RemandPayloads, RemandStep } from './remand/remand.steps.js';
import { REMAND_TRANSITIONS } from './remand/remand.transitions.js';
import type { Step } from './step.js';
import type { Transition } from './transition.js';
import { evolveTrial } from './trial/trial.evolve.js';
import { TRIAL_GUARDS } from './trial/trial.guards.js';
import type { TrialPayloads, TrialStep } from './trial/trial.steps.js';
import { TRIAL_TRANSITIONS } from './trial/trial.transitions.js';

/** The whole procedure on one screen: a denunciation, then a case with its defendants through the three stages. */
export type CaseStep =
  | InvestigationStep
  | ProsecutionStep
  | TrialStep
  | AppealStep
  | RemandStep
  | ReviewStep
  | MeasureStep
  | RemarkStep;
export type CasePayloads = InvestigationPayloads &
  ProsecutionPayloads &
  TrialPayloads &
  AppealPayloads &
  RemandPayloads &
  ReviewPayloads &
  MeasurePayloads &
  RemarkPayloads;
export type CaseEventType = keyof CasePayloads;
export type SubjectKind = 'denunciation' | 'case';

/** One life: its statuses, its table, its guards and its fold. */
export interface Lifecycle<File, Status extends string, S extends Step> {
  readonly kind: SubjectKind;
  readonly nothing: File;
  readonly statuses: readonly Status[];
  readonly transitions: readonly Transition<Status, S['type']>[];
  /** The types of the events that the transitions record. */
  readonly events: ReadonlySet<string>;
  readonly guards: Guards<File, S>;
  readonly statusOf: (file: File) => Status;
  readonly evolve: (file: File, step: S) => File;
  /** The first day on which the step that leads from `before` to `after` can have happened. */
  readonly earliestDayOf: (before: File, step: S, after: File) => Day | undefined;
}

const eventsOf = (rows: readonly Transition[]): ReadonlySet<string> => new Set(rows.map((row) => row.event));

export const DENUNCIATION_LIFECYCLE: Lifecycle<DenunciationFile, DenunciationStatus, DenunciationStep> = {
  kind: 'denunciation',
  nothing: NO_DENUNCIATION,
  statuses: DENUNCIATION_STATUSES,
  transitions: DENUNCIATION_TRANSITIONS,
  events: eventsOf(DENUNCIATION_TRANSITIONS),
  guards: DENUNCIATION_GUARDS,
  statusOf: (file) => file.status,
  evolve: evolveDenunciation,
  earliestDayOf: earliestDayOfDenunciation,
};

/** Every part of the procedure of a case: its table, and what its steps make of the file. */
const PARTS: readonly {
  readonly transitions: readonly Transition<CaseStatus, CaseEventType>[];
  readonly evolve: (file: CaseFile, step: never) => CaseFile;
}[] = [
  { transitions: INVESTIGATION_TRANSITIONS, evolve: evolveInvestigation },
  { transitions: PROSECUTION_TRANSITIONS, evolve: evolveProsecution },
  { transitions: TRIAL_TRANSITIONS, evolve: evolveTrial },
  { transitions: APPEAL_TRANSITIONS, evolve: evolveAppeal },
  { transitions: REMAND_TRANSITIONS, evolve: evolveRemand },
  { transitions: REVIEW_TRANSITIONS, evolve: evolveReview },
  { transitions: MEASURE_TRANSITIONS, evolve: evolveMeasures },
  { transitions: REMARK_TRANSITIONS, evolve: evolveRemarks },
];
const CASE_TRANSITIONS = PARTS.flatMap(({ transitions }) => transitions);
const EVOLVE = new Map(
  PARTS.flatMap(({ transitions, evolve }) => transitions.map(({ event }) => [event, evolve] as const)),
);

const evolveStage = (file: CaseFile, step: CaseStep): CaseFile => {
  const evolve = EVOLVE.get(step.type) as ((file: CaseFile, step: CaseStep) => CaseFile) | undefined;
  return evolve ? evolve(file, step) : file;
};

export const CASE_LIFECYCLE: Lifecycle<CaseFile, CaseStatus, CaseStep> = {
  kind: 'case',
  nothing: NO_CASE,
  statuses: CASE_STATUSES,
  transitions: CASE_TRANSITIONS,
  events: eventsOf(CASE_TRANSITIONS),
  guards: {
    ...INVESTIGATION_GUARDS,
    ...PROSECUTION_GUARDS,
    ...TRIAL_GUARDS,
    ...APPEAL_GUARDS,
    ...REVIEW_GUARDS,
    ...MEASURE_GUARDS,
    ...REMARK_GUARDS,
  },
  statusOf: statusOfCase,
  evolve: (file, step) => {
    const held = detainedAfter(file, step, investigatedAnew(file, evolveStage(file, step)));
    const after = assignedAfter(file, step, held);
    return { ...after, owed: owedInCase({ before: file, step, after }) };
  },
  earliestDayOf,
};
