import { CRIME_INFORMATION_RESOLVERS, PETITION_RECEIVERS } from '../agencies.js';
import { BLHS, BLTTHS, TTLT0120 } from '../citations.js';
import { type Circumstances, type Guards, type Refusal, refuseSuccession, refuseUnlessAgency } from '../guard.js';
import { TTLT0120_IN_FORCE } from '../in-force.js';
import { refuseNotOwed } from '../notices.js';
import { refuseVictimGround } from '../victim-request.js';
import { COMPETENCE_GUARDS } from './competence.guards.js';
import type { DenunciationFile } from './denunciation-file.js';
import { DENUNCIATION_NOTICES } from './denunciation.notices.js';
import type { DenunciationStep, DenunciationStepOf } from './denunciation.steps.js';
import {
  refuseDemand,
  refuseExtended,
  refuseRequest,
  refuseSuspension,
  refuseTakeOver,
  refuseUnasked,
} from './verification.guards.js';

/** Whoever is neither investigating agency nor procuracy receives denunciations and reports, no petitions. */
const refuseReceived = (
  _file: DenunciationFile,
  { officeId, occurredOn, payload: { committedOn, source } }: DenunciationStepOf<'received'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  if (committedOn !== undefined && committedOn > occurredOn) {
    return { code: 'committed.later', article: BLHS('Đ.27 khoản 3') };
  }
  const agency = circumstances.agencyOf(officeId);
  return source === 'petition' && !(agency && PETITION_RECEIVERS.includes(agency))
    ? { code: 'receive.petition-of-others', article: BLTTHS('Đ.145 khoản 2, 3') }
    : undefined;
};

/** Conditions that a table of statuses cannot state, one per event, each citing its article. */
export const DENUNCIATION_GUARDS: Guards<DenunciationFile, DenunciationStep> = {
  ...COMPETENCE_GUARDS,
  received: refuseReceived,
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
    file.status === 'suspended' && step.occurredOn >= TTLT0120_IN_FORCE && step.payload.ground !== 'time-barred'
      ? { code: 'decline.resume-first', article: TTLT0120('Đ.5 khoản 5') }
      : refuseVictimGround(step.payload.ground, file.offence ? [file.offence] : []),
  suspended: refuseSuspension,
  notified: (file, step, circumstances) => refuseNotOwed(DENUNCIATION_NOTICES, file, step, circumstances),
  'office-succeeded': refuseSuccession,
};
