import { CASE_STATUSES, type CaseFile, type CaseStatus, NO_CASE, statusOfCase } from './case-file.js';
import { type DenunciationFile, NO_DENUNCIATION, evolveDenunciation } from './denunciation/denunciation-file.js';
import { DENUNCIATION_GUARDS } from './denunciation/denunciation.guards.js';
import {
  DENUNCIATION_STATUSES,
  type DenunciationStatus,
  type DenunciationStep,
} from './denunciation/denunciation.steps.js';
import { DENUNCIATION_TRANSITIONS } from './denunciation/denunciation.transitions.js';
import { earliestDayOf } from './chronology.js';
import type { Day } from '#libs/domain/kernel';
import type { Guards } from './guard.js';
import { evolveInvestigation } from './investigation/investigation.evolve.js';
import { INVESTIGATION_GUARDS } from './investigation/investigation.guards.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation/investigation.steps.js';
import { INVESTIGATION_TRANSITIONS } from './investigation/investigation.transitions.js';
import { evolveProsecution } from './prosecution/prosecution.evolve.js';
import { PROSECUTION_GUARDS } from './prosecution/prosecution.guards.js';
import type { ProsecutionPayloads, ProsecutionStep } from './prosecution/prosecution.steps.js';
import { PROSECUTION_TRANSITIONS } from './prosecution/prosecution.transitions.js';
import type { Step } from './step.js';
import type { Transition } from './transition.js';
import { evolveTrial } from './trial/trial.evolve.js';
import { TRIAL_GUARDS } from './trial/trial.guards.js';
import type { TrialPayloads, TrialStep } from './trial/trial.steps.js';
import { TRIAL_TRANSITIONS } from './trial/trial.transitions.js';

/** The whole procedure on one screen: a denunciation, then a case with its defendants through the three stages. */
export type CaseStep = InvestigationStep | ProsecutionStep | TrialStep;
export type CasePayloads = InvestigationPayloads & ProsecutionPayloads & TrialPayloads;
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
  earliestDayOf: (file) => file.since,
};

const CASE_TRANSITIONS = [...INVESTIGATION_TRANSITIONS, ...PROSECUTION_TRANSITIONS, ...TRIAL_TRANSITIONS];
const PROSECUTION_EVENTS = eventsOf(PROSECUTION_TRANSITIONS);
const TRIAL_EVENTS = eventsOf(TRIAL_TRANSITIONS);
const isProsecution = (step: CaseStep): step is ProsecutionStep => PROSECUTION_EVENTS.has(step.type);
const isTrial = (step: CaseStep): step is TrialStep => TRIAL_EVENTS.has(step.type);

export const CASE_LIFECYCLE: Lifecycle<CaseFile, CaseStatus, CaseStep> = {
  kind: 'case',
  nothing: NO_CASE,
  statuses: CASE_STATUSES,
  transitions: CASE_TRANSITIONS,
  events: eventsOf(CASE_TRANSITIONS),
  guards: { ...INVESTIGATION_GUARDS, ...PROSECUTION_GUARDS, ...TRIAL_GUARDS },
  statusOf: statusOfCase,
  evolve: (file, step) => {
    if (isTrial(step)) return evolveTrial(file, step);
    return isProsecution(step) ? evolveProsecution(file, step) : evolveInvestigation(file, step);
  },
  earliestDayOf,
};
