import type { CaseStatus } from '../case-file.js';
import type { Transition } from '../transition.js';
import { ACCUSATION_TRANSITIONS } from './accusation.transitions.js';
import { ASSIGNMENT_TRANSITIONS } from './assignment.js';
import { COURSE_TRANSITIONS } from './course.transitions.js';
import type { InvestigationPayloads } from './investigation.steps.js';
import { INSTITUTION_TRANSITIONS } from './institution.transitions.js';
import { JOINDER_TRANSITIONS } from './joinder.transitions.js';
import { NOTICE_TRANSITIONS } from './notice.transitions.js';
import { OPENING_TRANSITIONS } from './opening.transitions.js';
import { SEARCH_TRANSITIONS } from './search.transitions.js';
import { SPECIAL_PROCEDURE_TRANSITIONS } from './special-procedure.transitions.js';
import { SUSPENSION_REVIEW_TRANSITIONS } from './suspension-review.transitions.js';
import { CASE_TRANSFERS } from './transfer.transitions.js';

/** Every lawful step of the investigation of a case. Source: Điều 153–235 BLTTHS. */
export const INVESTIGATION_TRANSITIONS: readonly Transition<CaseStatus, keyof InvestigationPayloads>[] = [
  ...OPENING_TRANSITIONS,
  ...INSTITUTION_TRANSITIONS,
  ...ACCUSATION_TRANSITIONS,
  ...COURSE_TRANSITIONS,
  ...ASSIGNMENT_TRANSITIONS,
  ...SEARCH_TRANSITIONS,
  ...SPECIAL_PROCEDURE_TRANSITIONS,
  ...JOINDER_TRANSITIONS,
  ...CASE_TRANSFERS,
  ...NOTICE_TRANSITIONS,
  ...SUSPENSION_REVIEW_TRANSITIONS,
];
