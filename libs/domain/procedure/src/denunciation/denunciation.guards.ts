import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLHS, BLTTHS, TTLT0120 } from '../citations.js';
import { type Guards, refuseSuccession, refuseUnlessAgency } from '../guard.js';
import { refuseNotOwed } from '../notices.js';
import { COMPETENCE_GUARDS } from './competence.guards.js';
import type { DenunciationFile } from './denunciation-file.js';
import { DENUNCIATION_NOTICES } from './denunciation.notices.js';
import type { DenunciationStep } from './denunciation.steps.js';
import {
  refuseDemand,
  refuseExtended,
  refuseRequest,
  refuseSuspension,
  refuseTakeOver,
  refuseUnasked,
} from './verification.guards.js';

/** Conditions that a table of statuses cannot state, one per event, each citing its article. */
export const DENUNCIATION_GUARDS: Guards<DenunciationFile, DenunciationStep> = {
  ...COMPETENCE_GUARDS,
  received: (_file, { occurredOn, payload: { committedOn } }) =>
    committedOn !== undefined && committedOn > occurredOn
      ? { code: 'committed.later', article: BLHS('Đ.27 khoản 3') }
      : undefined,
  'carried-over': (_file, step, circumstances) => {
    const { status, receivedOn } = step.payload;
    const article = 'Đ.145 khoản 3 BLTTHS';
    if (receivedOn && receivedOn > step.occurredOn) return { code: 'carry-over.received-later', article };
    if (status === 'received') return undefined;
    return refuseUnlessAgency(circumstances, step.officeId, CRIME_INFORMATION_RESOLVERS, article);
  },
  'extension-requested': refuseRequest,
  'extension-refused': refuseUnasked,
  extended: refuseExtended,
  'remedy-demanded': refuseDemand,
  'taken-over': refuseTakeOver,
  instituted: (file, step) =>
    file.caseIds.includes(step.payload.caseId)
      ? { code: 'institute.same-case', article: BLTTHS('Đ.153, 154') }
      : undefined,
  declined: (file, step) =>
    file.status === 'suspended' && step.payload.ground !== 'time-barred'
      ? { code: 'decline.resume-first', article: TTLT0120('Đ.5 khoản 5') }
      : undefined,
  suspended: refuseSuspension,
  notified: (file, step, circumstances) => refuseNotOwed(DENUNCIATION_NOTICES, file, step, circumstances),
  'office-succeeded': refuseSuccession,
};
