import { DomainError } from '#libs/domain/kernel';

/** A whole and the parts that add up to it, by the keys of their cells. */
export interface Relation {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Counts by cell, margins among them, and everything that a reader can add up. */
export interface CountTable {
  readonly counts: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
}

/**
 * A table whose margins add up.
 * @throws DomainError `disclosure.no-count` for a cell that is no whole number from 0, `disclosure.does-not-add-up`.
 */
export function countTable(counts: ReadonlyMap<string, number>, relations: readonly Relation[]): CountTable {
  for (const [cell, count] of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new DomainError('disclosure.no-count', 'conflict', { cell });
  }
  const at = (cell: string): number => {
    const count = counts.get(cell);
    if (count === undefined) throw new DomainError('disclosure.no-count', 'conflict', { cell });
    return count;
  };
  for (const { whole, parts } of relations) {
    const sum = parts.reduce((total, part) => total + at(part), 0);
    if (sum !== at(whole)) throw new DomainError('disclosure.does-not-add-up', 'conflict', { cell: whole });
  }
  return { counts, relations };
}
