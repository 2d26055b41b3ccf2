import type { CaseFile } from '../case-file.js';
import { BLHS } from '../citations.js';
import { type Defendant, unfitDefendants } from '../defendant.js';
import type { Circumstances, Guards, Refusal } from '../guard.js';
import { isSameOffence } from '../offence-list.js';
import { lawDayOf } from '../offence/law-day.js';
import { isLiableUnderSixteen } from '../offence/liability.js';
import type { Offence } from '../offence.js';
import { refuseGraveToBorderGuard, refuseToBorderGuard } from './border-guard.guards.js';
import type { InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const isPending = ({ status }: Defendant): boolean => status === 'charged';

const pendingCharge = (file: CaseFile, ids: readonly string[]): Refusal | undefined => {
  const unfit = unfitDefendants(file.defendants, ids, isPending);
  return unfit.length > 0
    ? { code: 'defendant.not-awaiting-approval', article: 'Đ.179 khoản 3 BLTTHS', facts: { defendants: unfit } }
    : undefined;
};

/** A person whose charge was refused may be charged again; a number belongs to one person of the case. */
const chargedTwice = (file: CaseFile, { payload }: StepNamed<'charged'>): Refusal | undefined => {
  const taken = file.defendants.some((one) =>
    one.id === payload.defendantId ? one.status !== 'cancelled' : one.number === payload.number,
  );
  const refusal = { code: 'charge.already-accused', article: 'Đ.179, 180 BLTTHS' };
  return taken ? { ...refusal, facts: { number: payload.number } } : undefined;
};

const wronglyChanged = (file: CaseFile, { payload }: StepNamed<'charge-changed'>): Refusal | undefined => {
  const article = 'Đ.180 BLTTHS';
  const { defendantId, kind, offence } = payload;
  const accused = file.defendants.find(({ id, status }) => id === defendantId && /^(charged|approved)$/.test(status));
  if (!accused) return { code: 'defendant.not-active', article, facts: { defendants: [defendantId] } };
  const { charges = accused.offence ? [accused.offence] : [] } = accused;
  const stands = kind === 'added' || charges.length === 1 ? charges : [];
  return stands.some((one) => isSameOffence(offence, one)) ? { code: 'charge.unchanged', article } : undefined;
};

const askedAgain = (file: CaseFile, step: StepNamed<'charge-evidence-requested'>): Refusal | undefined => {
  const ids = step.payload.defendantIds;
  const asked = unfitDefendants(file.defendants, ids, ({ evidenceAskedOn }) => evidenceAskedOn === undefined);
  return asked.length > 0
    ? { code: 'charge.evidence-asked', article: 'Đ.179 khoản 3 BLTTHS', facts: { defendants: asked } }
    : undefined;
};

const suppliedUnasked = (file: CaseFile, step: StepNamed<'charge-evidence-supplied'>): Refusal | undefined => {
  const waiting = (one: Defendant): boolean => isPending(one) && one.evidenceAskedOn !== undefined;
  const unfit = unfitDefendants(file.defendants, step.payload.defendantIds ?? [], waiting);
  return unfit.length > 0 || !file.defendants.some(waiting)
    ? { code: 'charge.no-evidence-asked', article: 'Đ.179 khoản 3 BLTTHS', facts: { defendants: unfit } }
    : undefined;
};

/** Somebody of 14 or 15 answers for few offences; an age that nobody stated passes. Source: Điều 12 khoản 2 BLHS. */
const tooYoung = (
  file: CaseFile,
  offence: Offence,
  { underSixteen }: { readonly underSixteen?: boolean },
): Refusal | undefined =>
  underSixteen && !isLiableUnderSixteen(offence, lawDayOf(file))
    ? { code: 'charge.too-young', article: BLHS('Đ.12 khoản 2'), facts: { penal: offence.article } }
    : undefined;

const accusedOf = (file: CaseFile, id: string): Pick<Defendant, 'underSixteen'> =>
  file.defendants.find((one) => one.id === id) ?? {};

const byBorderGuard = (
  file: CaseFile,
  step: StepNamed<'charged' | 'charge-changed'>,
  circumstances: Circumstances,
): Refusal | undefined =>
  refuseToBorderGuard(step, circumstances) ?? refuseGraveToBorderGuard(file, step, circumstances, step.payload.offence);

/** Conditions of charging and of what the procuracy decides on it. Source: Điều 179, 180 BLTTHS. */
export const ACCUSATION_GUARDS: Guards<CaseFile, InvestigationStep> = {
  charged: (file, step, circumstances) =>
    chargedTwice(file, step) ??
    byBorderGuard(file, step, circumstances) ??
    tooYoung(file, step.payload.offence, step.payload),
  'charge-changed': (file, step, circumstances) =>
    wronglyChanged(file, step) ??
    byBorderGuard(file, step, circumstances) ??
    tooYoung(file, step.payload.offence, accusedOf(file, step.payload.defendantId)),
  'charge-approved': (file, step) => pendingCharge(file, step.payload.defendantIds),
  'charge-cancelled': (file, step) => pendingCharge(file, step.payload.defendantIds),
  'charge-evidence-requested': (file, step) => pendingCharge(file, step.payload.defendantIds) ?? askedAgain(file, step),
  'charge-evidence-supplied': suppliedUnasked,
};
