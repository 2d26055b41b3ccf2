import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseFile } from '../case-file.js';
import { BLTTHS, TTLT04 } from '../citations.js';
import { type Circumstances, type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import type { InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const unfitReceiver = (
  { holderOfficeId }: CaseFile,
  toOfficeId: number | undefined,
  circumstances: Circumstances,
): Refusal | undefined =>
  toOfficeId === holderOfficeId
    ? { code: 'transfer.to-itself', article: BLTTHS('Đ.169') }
    : refuseUnlessAgency(circumstances, toOfficeId, CASE_INVESTIGATORS, BLTTHS('Đ.163, 164, 169'));

const decidedAlready = ({ transfer }: CaseFile): Refusal | undefined =>
  transfer?.decidedOn
    ? { code: 'transfer.decided', article: TTLT04('Đ.29 khoản 1 điểm b'), facts: { decided: transfer.decidedOn } }
    : undefined;

const requested = (
  file: CaseFile,
  { payload }: StepNamed<'case-transfer-requested'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  const { requestedOn } = file.transfer ?? {};
  const twice = { code: 'transfer.requested', article: BLTTHS('Đ.169 khoản 3'), facts: { requested: requestedOn } };
  return (
    decidedAlready(file) ??
    (requestedOn ? twice : unfitReceiver(file, payload.toOfficeId ?? file.receiverOfficeId, circumstances))
  );
};

/** Out of the province a procuracy of the province decides; where the directory does not tell, anybody's decision passes. */
const byLowerProcuracy = (
  { holderOfficeId }: CaseFile,
  { occurredOn, officeId, payload }: StepNamed<'case-transfer-decided'>,
  { seatOf }: Circumstances,
): Refusal | undefined => {
  const provinceOf = (office: number | undefined) =>
    office === undefined ? undefined : seatOf?.(office, occurredOn)?.provinceId;
  const [from, to] = [provinceOf(holderOfficeId), provinceOf(payload.toOfficeId)];
  const tier = seatOf?.(officeId, occurredOn)?.tier;
  const isLower = tier !== undefined && tier !== 'province' && tier !== 'centre';
  return isLower && from !== undefined && to !== undefined && from !== to
    ? { code: 'transfer.province-decides', article: BLTTHS('Đ.169 khoản 2') }
    : undefined;
};

const decided = (
  file: CaseFile,
  step: StepNamed<'case-transfer-decided'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  const unasked = step.payload.ground === 'not-competent' && !file.transfer?.requestedOn;
  if (unasked) return { code: 'transfer.not-requested', article: BLTTHS('Đ.169 khoản 1 điểm a, khoản 3') };
  return (
    decidedAlready(file) ??
    unfitReceiver(file, step.payload.toOfficeId, circumstances) ??
    byLowerProcuracy(file, step, circumstances)
  );
};

/**
 * What the police investigate passes to others by the procuracy's decision: one that is recorded, or that the acceptance
 * names as its paper. The border guard and a trial panel hand over by the law itself (Điều 154 khoản 2, 164).
 */
const undecided = (
  { holderOfficeId, transfer }: CaseFile,
  { decision }: StepNamed<'case-transfer-accepted'>,
  { agencyOf }: Circumstances,
): Refusal | undefined => {
  const isPolice = holderOfficeId !== undefined && agencyOf(holderOfficeId) === 'police-investigation';
  const isNamed = decision?.number !== undefined || decision?.on !== undefined;
  return isPolice && !transfer?.decidedOn && !isNamed
    ? { code: 'transfer.undecided', article: BLTTHS('Đ.169 khoản 1, 4') }
    : undefined;
};

/** Conditions of the transfer of a case. Source: Điều 169 BLTTHS; Điều 29 khoản 1 TTLT 04/2018. */
export const TRANSFER_GUARDS: Guards<CaseFile, InvestigationStep> = {
  'case-transfer-offered': (file, step, circumstances) => unfitReceiver(file, step.payload.toOfficeId, circumstances),
  'case-transfer-agreed': (file) =>
    decidedAlready(file) ??
    (file.transfer?.agreedOn ? { code: 'transfer.agreed', article: TTLT04('Đ.29 khoản 1') } : undefined),
  'case-transfer-requested': requested,
  'case-transfer-decided': decided,
  'case-transfer-accepted': undecided,
  'case-transfer-refused': decidedAlready,
};
