import type { CountTable, Relation } from './count-table.js';
import type { DisclosureRule } from './disclosure-rule.js';

/** A table that was released: its true counts, and the cells that it withheld. */
export interface ReleasedTable extends CountTable {
  readonly withheld: ReadonlySet<string>;
}

/**
 * Everything that a reader of the earlier releases and of the new table would hold, as one system. An unknown is a cell
 * together with its count: a cell that did not change between two releases is one unknown, as for a reader who guesses
 * rightly that nothing happened there; one that changed is two.
 */
export interface Ground {
  readonly counts: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
  /** Known from earlier releases, whatever the new table says. */
  readonly told: ReadonlySet<string>;
  /** Unknowns of the new table, which alone can still be withheld. */
  readonly own: ReadonlySet<string>;
  /** Withheld from the beginning: small, withheld earlier, or changed by less than k since an earlier release. */
  readonly withheld: ReadonlySet<string>;
}

/** @returns the unknown behind a cell of a table. */
export const unknownOf = (cell: string, count: number | undefined): string => `${cell}#${count ?? ''}`;

const unknowns = ({ counts }: CountTable): Map<string, number> =>
  new Map([...counts].map(([cell, count]) => [unknownOf(cell, count), count]));

const relationsOf = ({ counts, relations }: CountTable): Relation[] => {
  const named = (cell: string): string => unknownOf(cell, counts.get(cell));
  return relations.map(({ whole, parts }) => ({ whole: named(whole), parts: parts.map(named) }));
};

const distinct = (relations: readonly Relation[]): Relation[] => [
  ...new Map(relations.map((one) => [`${one.whole}=${one.parts.join('+')}`, one])).values(),
];

const hasMovedLittle = (
  [cell, count]: readonly [string, number],
  earlier: readonly ReleasedTable[],
  k: number,
): boolean =>
  earlier.some(({ counts }) => {
    const moved = Math.abs(count - (counts.get(cell) ?? count));
    return moved > 0 && moved < k;
  });

/** @returns the system of a new table and all earlier ones that have cells in common with it. */
export function groundOf(table: CountTable, { k }: DisclosureRule, earlier: readonly ReleasedTable[]): Ground {
  const named = (one: ReleasedTable, isWithheld: boolean): string[] =>
    [...one.counts].filter(([cell]) => one.withheld.has(cell) === isWithheld).map(([cell, n]) => unknownOf(cell, n));
  const told = new Set(earlier.flatMap((one) => named(one, false)));
  const kept = earlier.flatMap((one) => named(one, true)).filter((one) => !told.has(one));
  const sensitive = [...table.counts]
    .filter((entry) => entry[1] < k || hasMovedLittle(entry, earlier, k))
    .map(([cell, count]) => unknownOf(cell, count));
  return {
    counts: new Map([...earlier, table].flatMap((one) => [...unknowns(one)])),
    relations: distinct([...earlier, table].flatMap(relationsOf)),
    told,
    own: new Set(unknowns(table).keys()),
    withheld: new Set([...kept, ...sensitive.filter((one) => !told.has(one))]),
  };
}
