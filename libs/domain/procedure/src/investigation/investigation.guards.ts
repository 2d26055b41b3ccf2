import { CASE_INVESTIGATORS } from '../agencies.js';
import type { CaseFile } from '../case-file.js';
import { phaseOf } from '../case-stage.js';
import { type Counting, workingDayFrom } from '../counting.js';
import { isActive } from '../defendant.js';
import { type Circumstances, type Guards, type Refusal, refuseSuccession, refuseUnlessAgency } from '../guard.js';
import { haltGuards } from '../halt-guards.js';
import { resumedTogether } from '../halting.js';
import { askByDayOf, refuseExtension } from '../limit-end.js';
import { suspendedTooEarly } from '../limit-first.js';
import { ACCUSATION_GUARDS } from './accusation.guards.js';
import { refuseGraveToBorderGuard } from './border-guard.guards.js';
import { INSTITUTION_GUARDS } from './institution.guards.js';
import type { InvestigationStep } from './investigation.steps.js';
import { JOINDER_GUARDS } from './joinder.guards.js';
import { STAGE_OF } from './opening.evolve.js';
import { endOfInvestigation, runningInvestigation } from './running-limit.js';
import { SPECIAL_PROCEDURE_GUARDS } from './special-procedure.guards.js';
import { TRANSFER_GUARDS } from './transfer.guards.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;

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
  const { limit, run } = runningInvestigation(file);
  return refuseExtension(limit, step, run);
};

/** Whoever wants an extension asks for it early enough. Source: Điều 172 khoản 2 BLTTHS. */
const wronglyAsked = (file: CaseFile, step: StepNamed<'investigation-extension-requested'>): Refusal | undefined => {
  const { limit, run } = runningInvestigation(file);
  const askBy = run && askByDayOf(limit, run);
  return (
    refuseExtension(limit, step, run) ??
    (askBy && step.occurredOn > askBy
      ? { code: 'extend.asked-late', article: limit.article, facts: { askBy } }
      : undefined)
  );
};

/** Prosecuted at once is only whom the procuracy has approved as accused. Source: Điều 230 khoản 3 BLTTHS. */
const notReadyToProsecute = (file: CaseFile, step: StepNamed<'termination-overruled'>): Refusal | undefined => {
  if (!step.payload.prosecute) return undefined;
  const ids = step.payload.defendantIds ?? resumedTogether(file).map(({ id }) => id);
  const accused = file.defendants.filter(({ id }) => ids.includes(id));
  const article = 'Đ.230 khoản 3 BLTTHS';
  if (accused.length === 0) return { code: 'conclude.no-accused', article };
  const isPending = accused.some(({ statusBeforeSuspension }) => statusBeforeSuspension === 'charged');
  return isPending ? { code: 'conclude.approval-pending', article } : undefined;
};

/** Not proven is what was not proven when the limit ran out. Source: Điều 230 khoản 1 điểm b BLTTHS. */
const terminatedTooEarly = (
  file: CaseFile,
  step: StepNamed<'investigation-terminated'>,
  counting: Counting,
): Refusal | undefined => {
  const lawful = step.payload.ground === 'not-proven' ? endOfInvestigation(file) : undefined;
  const end = lawful && workingDayFrom(lawful, counting);
  return end && step.occurredOn < end
    ? { code: 'terminate.limit-running', article: 'Đ.230 khoản 1 điểm b BLTTHS', facts: { end } }
    : undefined;
};

const halts = haltGuards('Đ.229, 230, 235 BLTTHS');

/** Conditions of the investigation that a table of statuses cannot state, each citing its article. */
export const INVESTIGATION_GUARDS: Guards<CaseFile, InvestigationStep> = {
  'case-carried-over': (_file, step, circumstances) => carriedOverWrongly(step, circumstances),
  ...INSTITUTION_GUARDS,
  ...ACCUSATION_GUARDS,
  ...SPECIAL_PROCEDURE_GUARDS,
  ...JOINDER_GUARDS,
  ...TRANSFER_GUARDS,
  'investigation-extension-requested': wronglyAsked,
  'investigation-extended': wronglyExtended,
  'investigation-concluded': (file, step, circumstances) =>
    notReadyToConclude(file) ?? refuseGraveToBorderGuard(file, step, circumstances),
  'handed-to-procuracy': (_file, step, circumstances) =>
    refuseUnlessAgency(circumstances, step.payload.toOfficeId, ['procuracy'], 'Đ.232 khoản 4, Đ.239 BLTTHS'),
  'case-office-succeeded': refuseSuccession,
  'investigation-suspended': (file, step, circumstances) => {
    const end = endOfInvestigation(file);
    const rule = { end, absconded: 'accused-absconded', article: 'Đ.229 khoản 1 BLTTHS' };
    return halts.suspended(file, step) ?? suspendedTooEarly(file, step, rule, circumstances);
  },
  'investigation-resumed': halts.resumed,
  'investigation-terminated': (file, step, circumstances) =>
    halts.terminated(file, step) ?? terminatedTooEarly(file, step, circumstances),
  'termination-overruled': (file, step) => halts.resumed(file, step) ?? notReadyToProsecute(file, step),
};
