import { addDays } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { type Defendant, isActive, unfitDefendants } from '../defendant.js';
import { type Guards, type Refusal, refuseUnlessAgency } from '../guard.js';
import { haltGuards } from '../halt-guards.js';
import type { TrialStep } from './trial.steps.js';

/**
 * Days after which a first-instance judgment can no longer be attacked: 15 for appeals and the procuracy of the same level,
 * 30 for the procuracy above. Source: Điều 333 khoản 1, 337 khoản 1, 343 BLTTHS.
 */
const PROTEST_DAYS = 30;

const wrongJudgment = (file: CaseFile, step: Extract<TrialStep, { type: 'judged' }>): Refusal | undefined => {
  const article = 'Đ.260, 326 BLTTHS';
  const ids = step.payload.verdicts.map((verdict) => verdict.defendantId);
  if (file.hearingOn && step.occurredOn < file.hearingOn) {
    return { code: 'judge.before-hearing', article: 'Đ.250, 277 khoản 3 BLTTHS', facts: { hearing: file.hearingOn } };
  }
  const indicted = (defendant: Defendant): boolean => defendant.status === 'indicted';
  const unfit = unfitDefendants(file.defendants, ids, indicted);
  if (unfit.length > 0) return { code: 'judge.not-indicted', article, facts: { defendants: unfit } };
  if (new Set(ids).size < ids.length) return { code: 'judge.twice', article };
  const left = file.defendants.filter((one) => isActive(one) && !ids.includes(one.id)).map((one) => one.id);
  return left.length > 0 ? { code: 'judge.verdict-missing', article, facts: { defendants: left } } : undefined;
};

const notYetFinal = (file: CaseFile, step: Extract<TrialStep, { type: 'finalised' }>): Refusal | undefined => {
  const article = 'Đ.333, 337, 343, 355 BLTTHS';
  const { basis, outcome } = step.payload;
  if (basis === 'no-appeal' && outcome) return { code: 'final.outcome-without-appeal', article };
  const from = basis === 'no-appeal' ? 'judged' : 'appealed';
  const able = file.defendants.filter((defendant) => defendant.status === from);
  const ids = step.payload.defendantIds ?? able.map((defendant) => defendant.id);
  const unfit = unfitDefendants(file.defendants, ids, (defendant) => defendant.status === from);
  if (ids.length === 0 || unfit.length > 0)
    return { code: 'final.no-such-judgment', article, facts: { defendants: unfit } };
  if (from === 'appealed') return undefined;
  const running = able.find(
    (one) => ids.includes(one.id) && step.occurredOn <= addDays(one.judgedOn ?? one.since, PROTEST_DAYS),
  );
  return running ? { code: 'final.appeal-period-running', article, facts: { days: PROTEST_DAYS } } : undefined;
};

const returnRefused = (file: CaseFile, by: 'judge' | 'panel'): Refusal | undefined => {
  const article = 'Đ.174 khoản 2, Đ.280, 326 BLTTHS';
  if (file.returns[by] >= 1) return { code: 'return.cap', article, facts: { most: 1 } };
  const judgeOnly = file.stage === 'accepted' && by === 'panel';
  return judgeOnly ? { code: 'return.no-panel-yet', article } : undefined;
};

const halts = haltGuards('Đ.281, 282, 283 BLTTHS');

/** Conditions of the trial that a table of statuses cannot state, each citing its article. */
export const TRIAL_GUARDS: Guards<CaseFile, TrialStep> = {
  scheduled: (_file, step) =>
    step.payload.hearingOn < step.occurredOn
      ? { code: 'schedule.hearing-in-the-past', article: 'Đ.277 khoản 3 BLTTHS' }
      : undefined,
  'returned-by-court': (file, step, circumstances) =>
    returnRefused(file, step.payload.by) ??
    refuseUnlessAgency(circumstances, step.payload.toOfficeId ?? file.procuracyOfficeId, ['procuracy'], 'Đ.280 BLTTHS'),
  judged: wrongJudgment,
  appealed: (file, step) => {
    const article = 'Đ.331, 333, 336, 337 BLTTHS';
    const unfit = unfitDefendants(file.defendants, step.payload.defendantIds, (one) => one.status === 'judged');
    return unfit.length > 0 ? { code: 'appeal.not-judged', article, facts: { defendants: unfit } } : undefined;
  },
  finalised: notYetFinal,
  'trial-suspended': halts.suspended,
  'trial-resumed': halts.resumed,
  'trial-terminated': halts.terminated,
};
