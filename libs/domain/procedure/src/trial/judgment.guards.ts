import type { Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS } from '../citations.js';
import { type Defendant, isActive, unfitDefendants } from '../defendant.js';
import type { Refusal } from '../guard.js';
import { refuseHearing } from '../hearing-guards.js';
import { lawDayOf } from '../offence/law-day.js';
import { type Offence, findGravity, gravityRank } from '../offence.js';
import type { TrialStep, Verdict } from './trial.steps.js';

type Judgment = Extract<TrialStep, { type: 'judged' }>;

const rankOf = (offence: Offence, on: Day | undefined): number => {
  const gravity = findGravity(offence, on);
  return gravity ? gravityRank(gravity) : 0;
};

/**
 * A court may find another clause of the same article, or another offence that is not graver. For a graver one it must have
 * asked the procuracy to indict anew first.
 */
const isGraver = (found: Offence, indicted: readonly Offence[], on: Day | undefined): boolean =>
  indicted.length > 0 &&
  !indicted.some(({ article }) => article === found.article) &&
  indicted.every((offence) => rankOf(found, on) > rankOf(offence, on));

const offencesOf = ({ offence, charges = [] }: Defendant): readonly Offence[] =>
  offence ? [offence, ...charges] : charges;

const graver = (file: CaseFile, verdicts: readonly Verdict[]): Refusal | undefined => {
  if (file.heavierAsked) return undefined;
  const defendants = file.defendants
    .filter((one) => {
      const verdict = verdicts.find(({ defendantId }) => defendantId === one.id);
      const found = [verdict?.offence, ...(verdict?.charges ?? []).map(({ offence }) => offence)];
      return found.some((offence) => offence && isGraver(offence, offencesOf(one), lawDayOf(file)));
    })
    .map(({ id }) => id);
  return defendants.length > 0
    ? { code: 'judge.graver-offence', article: BLTTHS('Đ.298 khoản 3'), facts: { defendants } }
    : undefined;
};

const sameOffence = (one: Offence, other: Offence): boolean =>
  one.article === other.article && one.clause === other.clause && one.point === other.point;

/** Convicted is who is convicted of one charge at least; acquitted who is acquitted of all. */
const disagrees = ({ outcome, charges }: Verdict): boolean => {
  if (!charges) return false;
  const outcomes = charges.map((charge) => charge.outcome);
  const twice = charges.some(({ offence }, index) =>
    charges.slice(0, index).some((other) => sameOffence(other.offence, offence)),
  );
  const gravest = (['convicted', 'exempted', 'acquitted'] as const).find((one) => outcomes.includes(one));
  return twice || gravest !== outcome;
};

/** @returns why a judgment is not one on everybody before the court, each once, on a day that it can have. */
export function wrongJudgment(file: CaseFile, step: Judgment): Refusal | undefined {
  const article = 'Đ.260, 326 BLTTHS';
  const { verdicts } = step.payload;
  const ids = verdicts.map((verdict) => verdict.defendantId);
  const early = refuseHearing(file, step, 'judge.before-hearing');
  if (early) return early;
  const unfit = unfitDefendants(file.defendants, ids, ({ status }) => status === 'indicted');
  if (unfit.length > 0) return { code: 'judge.not-indicted', article, facts: { defendants: unfit } };
  if (new Set(ids).size < ids.length) return { code: 'judge.twice', article };
  const left = file.defendants.filter((one) => isActive(one) && !ids.includes(one.id)).map((one) => one.id);
  if (left.length > 0) return { code: 'judge.verdict-missing', article, facts: { defendants: left } };
  const wrong = verdicts.filter(disagrees).map(({ defendantId }) => defendantId);
  if (wrong.length > 0) return { code: 'judge.charges-disagree', article, facts: { defendants: wrong } };
  return graver(file, verdicts);
}
