import type { Relation } from './count-table.js';
import type { Ground } from './ground.js';

/** What a reader can still write down about withheld unknowns that hang together, everything published put in. */
export interface Equations {
  readonly unknowns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly number[];
}

/** @returns the unknowns of a relation, the whole first. */
export const cellsOf = ({ whole, parts }: Relation): readonly string[] => [whole, ...parts];

/** @returns groups of withheld unknowns that no relation joins to another group, each with its equations. */
export function equationsOf(ground: Ground, withheld: ReadonlySet<string>): readonly Equations[] {
  const groups = new Map<string, { unknowns: string[]; relations: Relation[] }>();
  for (const unknown of withheld) groups.set(unknown, { unknowns: [unknown], relations: [] });
  for (const relation of ground.relations) {
    const [first, ...others] = cellsOf(relation).filter((cell) => withheld.has(cell));
    const group = first === undefined ? undefined : groups.get(first);
    if (!group) continue;
    for (const other of others) {
      const joined = groups.get(other);
      if (!joined || joined === group) continue;
      group.unknowns.push(...joined.unknowns);
      group.relations.push(...joined.relations);
      for (const unknown of joined.unknowns) groups.set(unknown, group);
    }
    group.relations.push(relation);
  }
  return [...new Set(groups.values())].map((group) => written(group, ground));
}

const written = (
  { unknowns, relations }: { readonly unknowns: readonly string[]; readonly relations: readonly Relation[] },
  ground: Ground,
): Equations => {
  const column = new Map(unknowns.map((unknown, index) => [unknown, index]));
  const lines = relations.map((relation) => {
    const row = new Array<number>(unknowns.length).fill(0);
    let right = 0;
    for (const [index, cell] of cellsOf(relation).entries()) {
      const sign = index === 0 ? -1 : 1;
      const at = column.get(cell);
      if (at === undefined) right -= sign * (ground.counts.get(cell) ?? 0);
      else row[at] = (row[at] ?? 0) + sign;
    }
    return { row, right };
  });
  return { unknowns, rows: lines.map(({ row }) => row), right: lines.map(({ right }) => right) };
};
