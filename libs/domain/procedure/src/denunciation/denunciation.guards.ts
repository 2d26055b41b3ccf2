import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, TTLT0120 } from '../citations.js';
import { type Circumstances, type Guards, type Refusal, refuseSuccession, refuseUnlessAgency } from '../guard.js';
import { type Run, extensionsOf, furthestEndOf, refuseExtension } from '../limit-end.js';
import type { DenunciationFile } from './denunciation-file.js';
import { VERIFICATION_LIMIT } from './denunciation.limits.js';
import type { DenunciationStep } from './denunciation.steps.js';

type StepNamed<T extends DenunciationStep['type']> = Extract<DenunciationStep, { type: T }>;

/** Whoever only receives crime information may not keep it. */
const classifiedByReceiver = (step: StepNamed<'classified'>, { agencyOf }: Circumstances): Refusal | undefined => {
  const agency = agencyOf(step.officeId);
  if (step.payload.competence !== 'own' || (agency && CRIME_INFORMATION_RESOLVERS.includes(agency))) return undefined;
  return agency === 'commune-police'
    ? { code: 'classify.commune-police-hands-over', article: 'Đ.146 khoản 3 BLTTHS; Đ.8 khoản 5 TTLT 01/2017' }
    : { code: 'classify.receiver-hands-over', article: 'Đ.145 khoản 2, 3, Đ.146 khoản 4 BLTTHS' };
};

/** On a file carried over, the head's extension may stand in the old register only. */
const runningVerification = (file: DenunciationFile, grantor: 'head' | 'procuracy'): Run | undefined => {
  if (!file.limitFrom) return undefined;
  const start = { startedOn: file.limitFrom, granted: file.extensions.length };
  const onPaper = file.carriedOver && file.extensions.length === 0 && grantor === 'procuracy';
  const until = onPaper ? furthestEndOf(VERIFICATION_LIMIT, start) : file.extensions.at(-1)?.until;
  return { ...start, granted: onPaper ? 1 : start.granted, ...(until ? { until } : {}) };
};

const extensionRefused = (file: DenunciationFile, step: StepNamed<'extended'>): Refusal | undefined => {
  const { article } = VERIFICATION_LIMIT;
  const { grantor } = step.payload;
  if (file.resumedOn) return { code: 'extend.after-resumption', article: BLTTHS('Đ.149 khoản 1') };
  if (file.extensions.some((extension) => extension.grantor === grantor)) return { code: 'extend.once', article };
  const next = extensionsOf(VERIFICATION_LIMIT, undefined)[file.extensions.length]?.by;
  if (grantor !== next && !file.carriedOver) return { code: 'extend.head-first', article };
  return refuseExtension(VERIFICATION_LIMIT, step, runningVerification(file, grantor));
};

/** Conditions that a table of statuses cannot state, one per event, each citing its article. */
export const DENUNCIATION_GUARDS: Guards<DenunciationFile, DenunciationStep> = {
  'carried-over': (_file, step, circumstances) => {
    const { status, receivedOn } = step.payload;
    const article = 'Đ.145 khoản 3 BLTTHS';
    if (receivedOn && receivedOn > step.occurredOn) return { code: 'carry-over.received-later', article };
    if (status === 'received') return undefined;
    return refuseUnlessAgency(circumstances, step.officeId, CRIME_INFORMATION_RESOLVERS, article);
  },
  classified: (_file, step, circumstances) => classifiedByReceiver(step, circumstances),
  'transfer-offered': (file, step, circumstances) =>
    step.payload.toOfficeId === file.holderOfficeId
      ? { code: 'transfer.to-itself', article: 'Đ.146 BLTTHS' }
      : refuseUnlessAgency(circumstances, step.payload.toOfficeId, CRIME_INFORMATION_RESOLVERS, 'Đ.145 khoản 3 BLTTHS'),
  extended: extensionRefused,
  instituted: (file, step) =>
    file.caseIds.includes(step.payload.caseId)
      ? { code: 'institute.same-case', article: BLTTHS('Đ.153, 154') }
      : undefined,
  declined: (file, step) =>
    file.status === 'suspended' && step.payload.ground !== 'time-barred'
      ? { code: 'decline.resume-first', article: TTLT0120('Đ.5 khoản 5') }
      : undefined,
  'office-succeeded': refuseSuccession,
};
