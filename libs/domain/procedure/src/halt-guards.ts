import type { CaseFile } from './case-file.js';
import { type Defendant, isActive, unfitDefendants } from './defendant.js';
import type { Refusal } from './guard.js';

interface HaltStepLike {
  readonly payload: { readonly defendantIds?: readonly string[] };
}
type HaltGuard = (file: CaseFile, step: HaltStepLike) => Refusal | undefined;

const named =
  (code: string, article: string, applies: (defendant: Defendant) => boolean): HaltGuard =>
  (file, step) => {
    const unfit = unfitDefendants(file.defendants, step.payload.defendantIds ?? [], applies);
    return unfit.length > 0 ? { code, article, facts: { defendants: unfit } } : undefined;
  };

/**
 * The guards that suspension, resumption and termination share in every stage: named defendants must be in a status
 * that the step can change.
 */
export function haltGuards<S extends string, R extends string, T extends string>(
  suspended: S,
  resumed: R,
  terminated: T,
  article: string,
): Record<S | R | T, HaltGuard> {
  const halted = ({ status }: Defendant): boolean => status === 'suspended' || status === 'terminated';
  const somethingHalted: HaltGuard = (file, step) =>
    step.payload.defendantIds || file.halt || file.defendants.some(halted)
      ? named('defendant.not-halted', article, halted)(file, step)
      : { code: 'defendant.not-halted', article };
  const live = (defendant: Defendant): boolean => isActive(defendant) || defendant.status === 'suspended';
  return {
    [suspended]: named('defendant.not-active', article, isActive),
    [resumed]: somethingHalted,
    [terminated]: named('defendant.not-active', article, live),
  } as Record<S | R | T, HaltGuard>;
}
