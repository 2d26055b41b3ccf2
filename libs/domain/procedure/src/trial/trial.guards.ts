import { addDays } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { type Counting, workingDayFrom } from '../counting.js';
import { type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { haltGuards } from '../halt-guards.js';
import { refuseExtension } from '../limit-end.js';
import { suspendedTooEarly } from '../limit-first.js';
import { refuseHearing } from '../hearing-guards.js';
import { wrongJudgment } from './judgment.guards.js';
import { endOfPreparation, runningPreparation } from './running-limit.js';
import type { TrialStep } from './trial.steps.js';

type StepNamed<T extends TrialStep['type']> = Extract<TrialStep, { type: T }>;

/** How long a hearing is put off, and a deliberation goes on, at most. Source: Điều 297 khoản 2, 326 BLTTHS. */
const ADJOURNMENT_DAYS = 30;
const DELIBERATION_DAYS = 7;

const returnRefused = (
  file: CaseFile,
  { occurredOn, payload: { by, ground } }: StepNamed<'returned-by-court'>,
): Refusal | undefined => {
  const article = 'Đ.174 khoản 2, Đ.280, 326 BLTTHS';
  if (ground === 'graver-offence' && file.heavierAsked) {
    return { code: 'return.graver-offence-once', article: 'Đ.298 khoản 3 BLTTHS' };
  }
  if (file.returns[by] >= 1) return { code: 'return.cap', article, facts: { most: 1 } };
  const { hearingOn = occurredOn, stage } = file;
  const judgeOnly = stage === 'accepted' || occurredOn < hearingOn;
  return judgeOnly && by === 'panel' ? { code: 'return.no-panel-yet', article } : undefined;
};

const wronglyExtended = (file: CaseFile, step: StepNamed<'preparation-extended'>): Refusal | undefined => {
  const { limit, run } = runningPreparation(file);
  return refuseExtension(limit, step, run);
};

/** The panel puts a hearing off in the hearing, by a decision of its deliberation (Điều 297 khoản 4, 299 khoản 2). */
const wronglyAdjourned = (file: CaseFile, step: StepNamed<'adjourned'>, counting: Counting): Refusal | undefined => {
  const { occurredOn, payload } = step;
  const article = BLTTHS('Đ.297 khoản 2, Đ.352');
  const latest = workingDayFrom(addDays(occurredOn, ADJOURNMENT_DAYS), counting);
  if (payload.hearingOn <= occurredOn) return { code: 'adjourn.not-later', article };
  if (payload.hearingOn > latest) return { code: 'adjourn.too-long', article, facts: { latest } };
  return refuseHearing(file, step, 'adjourn.before-hearing');
};

const wronglyProlonged = (
  file: CaseFile,
  step: StepNamed<'deliberation-prolonged'>,
  counting: Counting,
): Refusal | undefined => {
  const article = BLTTHS('Đ.326');
  const { until } = step.payload;
  const latest = workingDayFrom(addDays(step.occurredOn, DELIBERATION_DAYS), counting);
  if (until <= step.occurredOn) return { code: 'deliberate.not-later', article };
  if (until > latest) return { code: 'deliberate.too-long', article, facts: { latest } };
  return refuseHearing(file, step, 'deliberate.before-hearing');
};

/** The suspended are tried once the judgment on the others is final: one file, one stage. */
const resumedTooEarly = (file: CaseFile): Refusal | undefined => {
  const pending = file.stage === 'judged' && file.defendants.some(({ status }) => status === 'judged');
  return pending ? { code: 'resume.judgment-pending', article: BLTTHS('Đ.283, 343') } : undefined;
};

/** Once there is a judgment only those are terminated whom it did not reach. */
const terminatedAfterJudgment = (file: CaseFile, step: StepNamed<'trial-terminated'>): Refusal | undefined => {
  if (file.stage !== 'judged') return undefined;
  const article = BLTTHS('Đ.282');
  const { defendantIds = [] } = step.payload;
  const suspended = file.defendants.filter(({ status }) => status === 'suspended').map(({ id }) => id);
  const others = defendantIds.filter((id) => !suspended.includes(id));
  if (defendantIds.length === 0) return { code: 'terminate.name-the-suspended', article };
  return others.length > 0
    ? { code: 'terminate.name-the-suspended', article, facts: { defendants: others } }
    : undefined;
};

/**
 * The court terminates for a withdrawal what the procuracy withdrew. Whom the court suspended the procuracy cannot name in one,
 * and of a file carried over nobody knows it.
 */
const neverWithdrawn = (file: CaseFile, { payload }: StepNamed<'trial-terminated'>): Refusal | undefined => {
  const { ground, defendantIds: named } = payload;
  if (ground !== 'prosecution-withdrawn' || file.carriedOver) return undefined;
  const kept = file.defendants.filter(
    ({ id, status, prosecutionWithdrawnOn }) =>
      status === 'indicted' && !prosecutionWithdrawnOn && (named?.includes(id) ?? true),
  );
  const article = BLTTHS('Đ.282 khoản 1 điểm b, Đ.285');
  return kept.length > 0
    ? { code: 'terminate.not-withdrawn', article, facts: { defendants: kept.map(({ id }) => id) } }
    : undefined;
};

/**
 * An absconding accused: before the hearing the judge suspends once the preparation has run out and a search was asked for; in
 * the hearing the panel suspends and asks for the search (Điều 290 khoản 1). The other grounds wait for nothing.
 */
const suspendedWrongly = (
  file: CaseFile,
  step: StepNamed<'trial-suspended'>,
  counting: Counting,
): Refusal | undefined => {
  const { hearingOn, hearingOpenedOn } = file;
  const isHeard = hearingOpenedOn !== undefined || (hearingOn !== undefined && hearingOn <= step.occurredOn);
  if (step.payload.ground !== 'absconded' || isHeard) return undefined;
  const article = BLTTHS('Đ.281 khoản 1 điểm b');
  return suspendedTooEarly(file, step, { end: endOfPreparation(file), absconded: 'absconded', article }, counting);
};

const halts = haltGuards('Đ.281, 282, 283 BLTTHS');

/** Conditions of the trial that a table of statuses cannot state, each citing its article. */
export const TRIAL_GUARDS: Guards<CaseFile, TrialStep> = {
  'preparation-extended': wronglyExtended,
  scheduled: ({ procedure }, { occurredOn, payload: { hearingOn, obstacle } }) => {
    if (hearingOn < occurredOn) return { code: 'schedule.hearing-in-the-past', article: 'Đ.277 khoản 3 BLTTHS' };
    const short = procedure === 'summary' && obstacle !== undefined;
    return short ? { code: 'extend.no-more', article: 'Đ.462 khoản 2 BLTTHS' } : undefined;
  },
  'hearing-opened': (file, step) =>
    file.hearingOpenedOn
      ? { code: 'open-hearing.twice', article: BLTTHS('Đ.250'), facts: { opened: file.hearingOpenedOn } }
      : refuseHearing(file, step, 'open-hearing.before-its-day'),
  adjourned: wronglyAdjourned,
  'deliberation-prolonged': wronglyProlonged,
  'returned-by-court': (file, step, circumstances) =>
    returnRefused(file, step) ??
    refuseUnlessAgency(circumstances, step.payload.toOfficeId ?? file.procuracyOfficeId, ['procuracy'], 'Đ.280 BLTTHS'),
  'returned-for-competence': (file, step, circumstances) =>
    refuseUnlessAgency(circumstances, step.payload.toOfficeId ?? file.procuracyOfficeId, ['procuracy'], 'Đ.274 BLTTHS'),
  judged: wrongJudgment,
  'trial-suspended': (file, step, circumstances) =>
    halts.suspended(file, step) ?? suspendedWrongly(file, step, circumstances),
  'trial-resumed': (file, step) => resumedTooEarly(file) ?? halts.resumed(file, step),
  'trial-terminated': (file, step) =>
    terminatedAfterJudgment(file, step) ?? halts.terminated(file, step) ?? neverWithdrawn(file, step),
};
