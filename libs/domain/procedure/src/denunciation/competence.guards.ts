import { CRIME_INFORMATION_RESOLVERS } from '../agencies.js';
import { BLTTHS, TTLT01 } from '../citations.js';
import { type Circumstances, type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import type { DenunciationFile } from './denunciation-file.js';
import type { DenunciationStep, DenunciationStepOf } from './denunciation.steps.js';

const SPLIT = TTLT01('Đ.12 khoản 1');
const DISPUTE = BLTTHS('Đ.150');
const RESOLVER = BLTTHS('Đ.145 khoản 3');

/** Whoever only receives crime information may not keep it. */
const classifiedByReceiver = (
  step: DenunciationStepOf<'classified'>,
  { agencyOf }: Circumstances,
): Refusal | undefined => {
  const agency = agencyOf(step.officeId);
  if (step.payload.competence !== 'own' || (agency && CRIME_INFORMATION_RESOLVERS.includes(agency))) return undefined;
  return agency === 'commune-police'
    ? { code: 'classify.commune-police-hands-over', article: 'Đ.146 khoản 3 BLTTHS; Đ.8 khoản 5 TTLT 01/2017' }
    : { code: 'classify.receiver-hands-over', article: 'Đ.145 khoản 2, 3, Đ.146 khoản 4 BLTTHS' };
};

/** A part goes to another unit of the police, or stays; each part is its own file. */
const splitRefused = (
  file: DenunciationFile,
  { payload }: DenunciationStepOf<'split'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  const { childId, toOfficeId } = payload;
  if (file.childIds?.includes(childId)) return { code: 'split.same-part', article: SPLIT };
  return toOfficeId === undefined
    ? undefined
    : refuseUnlessAgency(circumstances, toOfficeId, ['police-investigation'], SPLIT);
};

const toAnotherResolver = (
  file: DenunciationFile,
  officeId: number,
  article: string,
  circumstances: Circumstances,
): Refusal | undefined =>
  officeId === file.holderOfficeId
    ? { code: 'transfer.to-itself', article }
    : refuseUnlessAgency(circumstances, officeId, CRIME_INFORMATION_RESOLVERS, RESOLVER);

type Guarded =
  | 'classified'
  | 'split'
  | 'split-off'
  | 'joined'
  | 'transfer-offered'
  | 'transfer-refused'
  | 'competence-disputed'
  | 'competence-settled';

/** Conditions on who resolves what: classification, transfer, split, join, dispute. */
export const COMPETENCE_GUARDS: Pick<Guards<DenunciationFile, DenunciationStep>, Guarded> = {
  classified: (_file, step, circumstances) => classifiedByReceiver(step, circumstances),
  split: splitRefused,
  'split-off': (_file, { officeId, occurredOn, payload }, circumstances) =>
    payload.receivedOn && payload.receivedOn > occurredOn
      ? { code: 'split-off.received-later', article: SPLIT }
      : refuseUnlessAgency(circumstances, officeId, ['police-investigation'], SPLIT),
  joined: (file, { payload }) =>
    file.childIds?.includes(payload.intoId)
      ? { code: 'join.into-own-part', article: TTLT01('Đ.12 khoản 3') }
      : undefined,
  'transfer-offered': (file, step, circumstances) =>
    toAnotherResolver(file, step.payload.toOfficeId, BLTTHS('Đ.146'), circumstances),
  'transfer-refused': (file) => (file.isSettled ? { code: 'transfer.settled', article: DISPUTE } : undefined),
  'competence-disputed': (file, step, circumstances) =>
    toAnotherResolver(file, step.payload.withOfficeId, DISPUTE, circumstances),
  'competence-settled': (_file, step, circumstances) =>
    refuseUnlessAgency(circumstances, step.payload.toOfficeId, CRIME_INFORMATION_RESOLVERS, RESOLVER),
};
