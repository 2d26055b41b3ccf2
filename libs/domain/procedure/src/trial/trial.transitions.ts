import type { CaseStatus } from '../case-file.js';
import type { Transition } from '../transition.js';
import { HEARING_TRANSITIONS } from './hearing.transitions.js';
import { HALT_TRANSITIONS, PREPARATION_TRANSITIONS } from './preparation.transitions.js';
import type { TrialPayloads } from './trial.steps.js';

/** Every lawful step of the trial of a case at first instance, and of any hearing. Source: Điều 250–329, 352, 354 BLTTHS. */
export const TRIAL_TRANSITIONS: readonly Transition<CaseStatus, keyof TrialPayloads>[] = [
  ...PREPARATION_TRANSITIONS,
  ...HALT_TRANSITIONS,
  ...HEARING_TRANSITIONS,
];
