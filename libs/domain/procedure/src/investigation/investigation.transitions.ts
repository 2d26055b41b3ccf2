import type { CaseStatus } from '../case-file.js';
import type { Transition } from '../transition.js';
import { ACCUSATION_TRANSITIONS } from './accusation.transitions.js';
import { COURSE_TRANSITIONS } from './course.transitions.js';
import type { InvestigationPayloads } from './investigation.steps.js';
import { OPENING_TRANSITIONS } from './opening.transitions.js';
import { CASE_TRANSFERS } from './transfer.transitions.js';

/** Every lawful step of the investigation of a case. Source: Điều 153–235 BLTTHS. */
export const INVESTIGATION_TRANSITIONS: readonly Transition<CaseStatus, keyof InvestigationPayloads>[] = [
  ...OPENING_TRANSITIONS,
  ...ACCUSATION_TRANSITIONS,
  ...COURSE_TRANSITIONS,
  ...CASE_TRANSFERS,
];
