import { DomainError } from '#libs/domain/kernel';
import { type CountTable, type Relation, countTable } from './count-table.js';

/** A value of a dimension: a territory, an indicator, a month; with the parts that add up to it, if it has any. */
export interface Category {
  readonly key: string;
  readonly parts?: readonly Category[];
}

/** The values of a dimension from the top: one root (a nation, a whole) or several that are never added up. */
export type Dimension = readonly Category[];

const MOST_DIMENSIONS = 3;
const SEPARATOR = '|';

/** @returns the key of the cell at these values, one of each dimension in their order. */
export const cellKey = (keys: readonly string[]): string => keys.join(SEPARATOR);

const flat = (categories: readonly Category[]): readonly Category[] =>
  categories.flatMap((one) => [one, ...flat(one.parts ?? [])]);

const combinations = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (made, list) => made.flatMap((start) => list.map((key) => [...start, key])),
    [[]],
  );

/**
 * Every cell of up to three dimensions with the margins of each, and what adds up to what along each of them.
 * @param countOf the count at one value of each dimension.
 * @throws DomainError `disclosure.dimensions`, and as `countTable`.
 */
export function crossTable(dimensions: readonly Dimension[], countOf: (keys: readonly string[]) => number): CountTable {
  if (dimensions.length === 0 || dimensions.length > MOST_DIMENSIONS) {
    throw new DomainError('disclosure.dimensions', 'malformed', { most: MOST_DIMENSIONS });
  }
  const values = dimensions.map(flat);
  const keys = values.map((categories) => categories.map(({ key }) => key));
  const cells = combinations(keys);
  const counts = new Map(cells.map((cell) => [cellKey(cell), countOf(cell)]));
  const relations = values.flatMap((categories, index) => alongOne(categories, keys, index));
  return countTable(counts, relations);
}

/** What adds up along one dimension, at every value of the others. */
const alongOne = (
  categories: readonly Category[],
  keys: readonly (readonly string[])[],
  index: number,
): readonly Relation[] =>
  categories.flatMap(({ key, parts = [] }) => {
    if (parts.length === 0) return [];
    const others = combinations(keys.map((list, at) => (at === index ? [key] : list)));
    const at = (cell: readonly string[], part: string): string => cellKey(cell.with(index, part));
    return others.map((cell) => ({ whole: cellKey(cell), parts: parts.map((part) => at(cell, part.key)) }));
  });
