import { addMonths } from '#libs/domain/kernel';
import { type Guards, refuseUnlessAgency } from '../guard.js';
import type { DenunciationFile } from './denunciation-file.js';
import type { DenunciationStep } from './denunciation.steps.js';
import { DENUNCIATION_RESOLVERS } from './denunciation.transitions.js';

/** Conditions that a table of statuses cannot state, one per event, each citing its article. */
export const DENUNCIATION_GUARDS: Guards<DenunciationFile, DenunciationStep> = {
  classified: (_file, step, { agencyOf }) =>
    agencyOf(step.officeId) === 'commune-police' && step.payload.competence === 'own'
      ? { code: 'classify.commune-police-hands-over', article: 'Đ.146 khoản 3 BLTTHS; Đ.8 khoản 5 TTLT 01/2017' }
      : undefined,
  'transfer-offered': (file, step, circumstances) =>
    step.payload.toOfficeId === file.holderOfficeId
      ? { code: 'transfer.to-itself', article: 'Đ.146 BLTTHS' }
      : refuseUnlessAgency(circumstances, step.payload.toOfficeId, DENUNCIATION_RESOLVERS, 'Đ.145 khoản 3 BLTTHS'),
  extended: (file, step) => {
    const article = 'Đ.147 khoản 2 BLTTHS; Đ.11 TTLT 01/2017';
    const { grantor, until } = step.payload;
    if (file.extensions.some((extension) => extension.grantor === grantor)) return { code: 'extend.once', article };
    if (file.receivedOn === undefined) return undefined;
    const longest = addMonths(file.receivedOn, grantor === 'head' ? 2 : 4);
    if (until > longest) return { code: 'extend.too-long', article, facts: { longest } };
    return until <= step.occurredOn ? { code: 'extend.not-later', article } : undefined;
  },
};
