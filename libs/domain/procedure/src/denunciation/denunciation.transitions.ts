import type { Transition } from '../transition.js';
import { COMPETENCE_TRANSITIONS } from './competence.transitions.js';
import type { DenunciationEventType, DenunciationStatus } from './denunciation.steps.js';
import { DENUNCIATION_NOTICE_TRANSITIONS } from './notice.transitions.js';
import { RECEPTION_TRANSITIONS } from './reception.transitions.js';
import { SUPERVISION_TRANSITIONS } from './supervision.transitions.js';
import { DENUNCIATION_TRANSFERS } from './transfer.transitions.js';
import { VERIFICATION_TRANSITIONS } from './verification.transitions.js';

/** Every lawful step in the life of a denunciation. Source: Điều 143–152 BLTTHS; TTLT 01/2017 as amended by TTLT 01/2021. */
export const DENUNCIATION_TRANSITIONS: readonly Transition<DenunciationStatus, DenunciationEventType>[] = [
  ...RECEPTION_TRANSITIONS,
  ...COMPETENCE_TRANSITIONS,
  ...DENUNCIATION_TRANSFERS,
  ...VERIFICATION_TRANSITIONS,
  ...SUPERVISION_TRANSITIONS,
  ...DENUNCIATION_NOTICE_TRANSITIONS,
];
