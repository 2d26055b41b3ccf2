import { type Comparator, type Ratio, gapInCases, meets } from '#libs/domain/kernel';
import type { Tallies } from '../docket/index.js';
import { findFormula, ratioOf } from '../indicator/index.js';
import type { IndicatorCode } from '../plan/index.js';

/** met · not met · no case arose (không phát sinh) · the plan sets no target. */
export type ComplianceStatus = 'met' | 'not-met' | 'no-case' | 'no-target';

/** A target as a plan words it. */
export interface TargetLike {
  readonly indicator: IndicatorCode;
  readonly variant?: string;
  readonly comparator: Comparator;
  readonly percent: number;
}

/** One value of the compliance table. */
export interface ComplianceValue extends Ratio {
  readonly indicator: IndicatorCode;
  readonly variant: string;
  readonly status: ComplianceStatus;
  readonly target?: { readonly comparator: Comparator; readonly percent: number };
  /** Cases missing to the target; 0 or negative when reached; absent without target or without case. */
  readonly gap?: number;
}

/**
 * Measures one indicator against a target.
 * @param target absent where the plan sets none: the figures are shown and nothing is judged.
 * @throws Error when the indicator has no such variant; plans are checked when they are loaded.
 */
export function assess(code: IndicatorCode, variant: string, tallies: Tallies, target?: TargetLike): ComplianceValue {
  const formula = findFormula(code, variant);
  if (!formula) throw new Error(`no indicator ${code} ${variant}`);
  const ratio = ratioOf(formula, tallies);
  const value = { indicator: code, variant, ...ratio };
  if (!target) return { ...value, status: ratio.denominator === 0 ? 'no-case' : 'no-target' };
  const { comparator, percent } = target;
  const met = meets(ratio, comparator, percent);
  if (met === undefined) return { ...value, status: 'no-case', target: { comparator, percent } };
  const gap = gapInCases(ratio, comparator, percent);
  return { ...value, status: met ? 'met' : 'not-met', target: { comparator, percent }, gap };
}
