import { type Comparator, gapInCases, meets, percentOf } from '#libs/domain/kernel';

/** What follows from a numerator and a denominator that are both published. */
export interface PublishedRatio {
  readonly percent?: number;
  readonly met?: boolean;
  readonly gap?: number;
}

/**
 * Share, result and gap of a value, from published cells alone.
 * @returns `undefined` where one of the two is withheld: each of them would tell it.
 */
export function publishedRatio(
  published: ReadonlyMap<string, number>,
  cells: { readonly numerator: string; readonly denominator: string },
  target?: { readonly comparator: Comparator; readonly percent: number },
): PublishedRatio | undefined {
  const numerator = published.get(cells.numerator);
  const denominator = published.get(cells.denominator);
  if (numerator === undefined || denominator === undefined) return undefined;
  const ratio = { numerator, denominator };
  const percent = percentOf(ratio);
  if (percent === undefined) return {};
  if (!target) return { percent };
  const met = meets(ratio, target.comparator, target.percent);
  return { percent, ...(met === undefined ? {} : { met }), gap: gapInCases(ratio, target.comparator, target.percent) };
}
