import { CASE_INVESTIGATORS } from '../agencies.js';
import { type CaseFile, gravityOfCase } from '../case-file.js';
import { phaseOf } from '../case-stage.js';
import { isActive, isCharged, unfitDefendants } from '../defendant.js';
import { type Circumstances, type Guards, type Refusal, refuseSuccession, refuseUnlessAgency } from '../guard.js';
import { haltGuards } from '../halt-guards.js';
import { refuseExtension } from '../limit-end.js';
import { LIMIT_OF_INVESTIGATION } from './investigation.limits.js';
import type { InvestigationStep } from './investigation.steps.js';
import { STAGE_OF } from './opening.evolve.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

const pendingCharge = (file: CaseFile, ids: readonly string[]): Refusal | undefined => {
  const unfit = unfitDefendants(file.defendants, ids, (defendant) => defendant.status === 'charged');
  return unfit.length > 0
    ? { code: 'defendant.not-awaiting-approval', article: 'Đ.179 khoản 3 BLTTHS', facts: { defendants: unfit } }
    : undefined;
};

/** A person whose charge was refused may be charged again; a number belongs to one person of the case. */
const chargedTwice = (file: CaseFile, { payload }: StepNamed<'charged'>): Refusal | undefined => {
  const taken = file.defendants.some((one) =>
    one.id === payload.defendantId ? isCharged(one) : one.number === payload.number,
  );
  const refusal = { code: 'charge.already-accused', article: 'Đ.179, 180 BLTTHS' };
  return taken ? { ...refusal, facts: { number: payload.number } } : undefined;
};

const notReadyToConclude = (file: CaseFile): Refusal | undefined => {
  const article = 'Đ.232, 233 BLTTHS';
  const active = file.defendants.filter(isActive);
  if (active.some((defendant) => defendant.status === 'charged')) return { code: 'conclude.approval-pending', article };
  return active.length === 0 ? { code: 'conclude.no-accused', article } : undefined;
};

const HOLDERS = { investigation: CASE_INVESTIGATORS, prosecution: ['procuracy'], trial: ['court'] } as const;

const carriedOverWrongly = (
  step: StepNamed<'case-carried-over'>,
  circumstances: Circumstances,
): Refusal | undefined => {
  const { status, persons = [], institutedOn } = step.payload;
  const stage = STAGE_OF[status];
  const article = 'Đ.232, 243, 276 BLTTHS';
  const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;
  if (institutedOn && institutedOn > step.occurredOn) return { code: 'carry-over.instituted-later', article };
  if (!distinct(persons.map((one) => one.defendantId)) || !distinct(persons.map((one) => one.number))) {
    return { code: 'carry-over.person-twice', article };
  }
  if (stage !== 'under-investigation' && persons.length === 0) return { code: 'carry-over.no-accused', article };
  return refuseUnlessAgency(circumstances, step.officeId, HOLDERS[phaseOf(stage)], article);
};

const wronglyExtended = (file: CaseFile, step: StepNamed<'investigation-extended'>): Refusal | undefined => {
  const { investigationClock: clock, investigationUntil: until } = file;
  const limit = LIMIT_OF_INVESTIGATION[clock?.limit ?? 'investigation'];
  if (!clock) return refuseExtension(limit, step, undefined);
  const gravity = gravityOfCase(file);
  const run = { startedOn: clock.from, granted: clock.extensions, ...(until ? { until } : {}) };
  return refuseExtension(limit, step, gravity ? { ...run, gravity } : run);
};

const halts = haltGuards('Đ.229, 230, 235 BLTTHS');

/** Conditions of the investigation that a table of statuses cannot state, each citing its article. */
export const INVESTIGATION_GUARDS: Guards<CaseFile, InvestigationStep> = {
  'case-carried-over': (_file, step, circumstances) => carriedOverWrongly(step, circumstances),
  charged: chargedTwice,
  'charge-approved': (file, step) => pendingCharge(file, step.payload.defendantIds),
  'charge-cancelled': (file, step) => pendingCharge(file, step.payload.defendantIds),
  'investigation-extended': wronglyExtended,
  'case-transfer-offered': (file, step, circumstances) =>
    step.payload.toOfficeId === file.holderOfficeId
      ? { code: 'transfer.to-itself', article: 'Đ.169 BLTTHS' }
      : refuseUnlessAgency(circumstances, step.payload.toOfficeId, CASE_INVESTIGATORS, 'Đ.163, 164, 169 BLTTHS'),
  'investigation-concluded': notReadyToConclude,
  'handed-to-procuracy': (_file, step, circumstances) =>
    refuseUnlessAgency(circumstances, step.payload.toOfficeId, ['procuracy'], 'Đ.232 khoản 4, Đ.239 BLTTHS'),
  'case-office-succeeded': refuseSuccession,
  'investigation-suspended': halts.suspended,
  'investigation-resumed': halts.resumed,
  'investigation-terminated': halts.terminated,
};
