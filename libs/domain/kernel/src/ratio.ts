/** A share as two whole numbers; never a rounded percentage. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** How a share is compared with its target: strictly above, at least, exactly. */
export type Comparator = '>' | '>=' | '=';

/**
 * Compares whole numbers (`100·n > 90·d`), so 90.00 % fails `> 90` and passes `>= 90`.
 * @param percent the target in percent, a whole number or with decimals (up to three).
 * @returns `undefined` when the denominator is 0: no case arose, which is neither 0 % nor 100 %.
 */
export function meets(ratio: Ratio, comparator: Comparator, percent: number): boolean | undefined {
  if (ratio.denominator === 0) return undefined;
  const left = ratio.numerator * 100_000;
  const right = Math.round(percent * 1000) * ratio.denominator;
  if (comparator === '>') return left > right;
  return comparator === '>=' ? left >= right : left === right;
}

/**
 * Cases still missing to reach the target: strict ⌊t·d⌋+1−n, otherwise ⌈t·d⌉−n; negative or 0 when reached.
 * @returns 0 when the denominator is 0.
 */
export function gapInCases(ratio: Ratio, comparator: Comparator, percent: number): number {
  if (ratio.denominator === 0) return 0;
  const scaled = Math.round(percent * 1000) * ratio.denominator;
  const needed = comparator === '>' ? Math.floor(scaled / 100_000) + 1 : Math.ceil(scaled / 100_000);
  return needed - ratio.numerator;
}

/** @returns the share in percent, unrounded, or `undefined` when the denominator is 0. */
export const percentOf = (ratio: Ratio): number | undefined =>
  ratio.denominator === 0 ? undefined : (ratio.numerator * 100) / ratio.denominator;
