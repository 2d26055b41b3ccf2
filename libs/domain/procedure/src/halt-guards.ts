import type { Day } from '#libs/domain/kernel';
import { type CaseFile, isHaltedEarlier } from './case-file.js';
import { TTLT0120 } from './citations.js';
import { type Defendant, isActive, isHalted, unfitDefendants } from './defendant.js';
import type { Refusal } from './guard.js';
import { resumedTogether } from './halting.js';
import { TTLT0120_IN_FORCE } from './in-force.js';
import { offencesOf } from './offence-list.js';
import { refuseVictimGround } from './victim-request.js';

interface HaltStepLike {
  readonly occurredOn: Day;
  readonly payload: { readonly defendantIds?: readonly string[]; readonly ground?: string };
}
type HaltGuard = (file: CaseFile, step: HaltStepLike) => Refusal | undefined;

const unfit = (
  file: CaseFile,
  step: HaltStepLike,
  refusal: Refusal,
  applies: (defendant: Defendant) => boolean,
): Refusal | undefined => {
  const defendants = unfitDefendants(file.defendants, step.payload.defendantIds ?? [], applies);
  return defendants.length > 0 ? { ...refusal, facts: { defendants } } : undefined;
};

/** While the case is suspended only the end of the limitation period terminates it; any other ground wants it resumed. */
const stillSuspended = (file: CaseFile, step: HaltStepLike): Refusal | undefined =>
  file.halt === 'suspended' && step.occurredOn >= TTLT0120_IN_FORCE && step.payload.ground !== 'time-barred'
    ? { code: 'terminate.resume-first', article: TTLT0120('Đ.7 khoản 2, 4; Đ.9 khoản 2, 3; Đ.11 khoản 2, 3') }
    : undefined;

const notResumable = (file: CaseFile, step: HaltStepLike, article: string): Refusal | undefined => {
  if (step.payload.defendantIds) {
    return (
      unfit(file, step, { code: 'defendant.not-halted', article }, isHalted) ??
      unfit(file, step, { code: 'resume.other-stage', article }, (one) => !isHaltedEarlier(file, one))
    );
  }
  const reached = resumedTogether(file);
  if (!file.halt && reached.length === 0) return { code: 'defendant.not-halted', article };
  const terminatedOneByOne = file.halt === 'terminated' && !reached.some((one) => one.haltedWithCase);
  return terminatedOneByOne && reached.length > 1 ? { code: 'resume.name-the-accused', article } : undefined;
};

/**
 * The guards that suspension, resumption and termination share in every stage: named defendants must be in a status
 * that the step can change, and a resumption must have something to resume.
 */
export function haltGuards(article: string): Readonly<Record<'suspended' | 'resumed' | 'terminated', HaltGuard>> {
  const live = (defendant: Defendant): boolean => isActive(defendant) || defendant.status === 'suspended';
  const notActive = { code: 'defendant.not-active', article };
  return {
    suspended: (file, step) => unfit(file, step, notActive, isActive),
    resumed: (file, step) => notResumable(file, step, article),
    terminated: (file, step) =>
      stillSuspended(file, step) ??
      refuseVictimGround(step.payload.ground, offencesOf(file)) ??
      unfit(file, step, notActive, live),
  };
}
