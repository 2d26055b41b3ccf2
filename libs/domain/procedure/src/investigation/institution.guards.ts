import { type CaseFile, chargedDefendants } from '../case-file.js';
import { BLHS, LAW99 } from '../citations.js';
import { type Circumstances, type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { isSameOffence, offencesOf } from '../offence-list.js';
import { LAW_99_IN_FORCE, isForCommuneInvestigator } from '../offence/competence.js';
import { refuseVictimGround } from '../victim-request.js';
import { refuseToBorderGuard } from './border-guard.guards.js';
import type { InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const instituted = (step: StepNamed<'case-instituted'>, circumstances: Circumstances): Refusal | undefined => {
  const { communeInvestigator, committedOn } = step.payload;
  if (committedOn !== undefined && committedOn > step.occurredOn) {
    return { code: 'committed.later', article: BLHS('Đ.27 khoản 3') };
  }
  return (
    refuseToBorderGuard(step, circumstances) ??
    (communeInvestigator ? byCommuneInvestigator(step, circumstances) : undefined)
  );
};

/** An investigator of the province posted to a commune investigates up to serious offences. */
const byCommuneInvestigator = (
  { occurredOn, officeId, payload }: StepNamed<'case-instituted'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  if (occurredOn < LAW_99_IN_FORCE) {
    const facts = { day: occurredOn, since: LAW_99_IN_FORCE };
    return { code: 'day.before-the-law', article: LAW99, facts };
  }
  if (!isForCommuneInvestigator(payload.offence, payload.committedOn ?? occurredOn))
    return { code: 'institute.too-grave-for-commune', article: LAW99 };
  return refuseUnlessAgency(circumstances, officeId, ['police-investigation'], LAW99);
};

const unchanged = (file: CaseFile, { payload }: StepNamed<'institution-changed'>): Refusal | undefined => {
  const standing = payload.kind === 'changed' ? [file.offence] : [file.offence, ...(file.otherOffences ?? [])];
  return standing.some((one) => isSameOffence(payload.offence, one))
    ? { code: 'institution.unchanged', article: 'Đ.156 BLTTHS' }
    : undefined;
};

/** Conditions of the institution and of what changes it. Source: Điều 153, 156, 158, 164 BLTTHS. */
export const INSTITUTION_GUARDS: Guards<CaseFile, InvestigationStep> = {
  'case-instituted': (_file, step, circumstances) => instituted(step, circumstances),
  'institution-changed': (file, step, circumstances) =>
    unchanged(file, step) ?? refuseToBorderGuard(step, circumstances),
  // Proceedings against an accused are terminated, not cancelled (Điều 230).
  'institution-cancelled': (file, { payload }) =>
    chargedDefendants(file).length > 0
      ? { code: 'cancel-institution.accused', article: 'Đ.158 khoản 1, Đ.230 BLTTHS' }
      : refuseVictimGround(payload.ground, offencesOf(file)),
};
