import { DomainError } from '#libs/domain/kernel';
import { Audit } from './audit.js';
import { Complement } from './complement.js';
import type { CountTable } from './count-table.js';
import type { DisclosureRule } from './disclosure-rule.js';
import { type Ground, type ReleasedTable, groundOf, unknownOf } from './ground.js';

export type { ReleasedTable } from './ground.js';

/** A table as it may leave: what is published, and which cells are withheld. */
export interface GatedTable {
  readonly published: ReadonlyMap<string, number>;
  readonly withheld: ReadonlySet<string>;
}

/**
 * Withholds every count below k and as many others as it takes that no withheld count can be recovered, or bounded more
 * narrowly than by k, from this table and every earlier one together. Nothing passes that the audit has not proven; at
 * worst everything is withheld.
 * @param earlier releases that tell of the same cells, with their true counts.
 * @throws DomainError `release.reveals-by-difference` where even that would not protect what was withheld.
 */
export function gate(table: CountTable, rule: DisclosureRule, earlier: readonly ReleasedTable[] = []): GatedTable {
  const ground = groundOf(table, rule, earlier);
  const withheld = protect(ground, rule);
  const isWithheld = ([cell, count]: readonly [string, number]): boolean => withheld.has(unknownOf(cell, count));
  const cells = [...table.counts];
  return {
    published: new Map(cells.filter((cell) => !isWithheld(cell))),
    withheld: new Set(cells.filter(isWithheld).map(([cell]) => cell)),
  };
}

function protect(ground: Ground, rule: DisclosureRule): ReadonlySet<string> {
  const withheld = new Set(ground.withheld);
  const complement = new Complement(ground, withheld);
  const audit = new Audit(ground, rule);
  for (;;) {
    complement.closeSingles();
    const unproven = audit.unproven(withheld);
    if (unproven.length === 0) return withheld;
    if (!complement.takeBeside(unproven)) throw new DomainError('release.reveals-by-difference', 'conflict');
  }
}
