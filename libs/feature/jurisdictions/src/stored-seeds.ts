import { type Territory, type TerritoryName } from '#libs/domain/jurisdiction';
import { type NameSeed, type TerritorySeed, territoryKey } from './seeds/territory-seeds.js';

/** The stored territories as the seeds know them: by key, which renaming and recoding do not change. */
export interface StoredSeeds {
  readonly seeds: readonly TerritorySeed[];
  readonly idOf: ReadonlyMap<string, number>;
}

const toNameSeed = ({ territoryId: _, ...name }: TerritoryName): NameSeed => name;

/**
 * @param names in the order of their days.
 * @returns every stored territory that has a name; its key comes from its first code and day.
 */
export function storedSeeds(territories: readonly Territory[], names: readonly TerritoryName[]): StoredSeeds {
  const namesOf = new Map<number, [NameSeed, ...NameSeed[]]>();
  for (const name of names) {
    const rows = namesOf.get(name.territoryId);
    if (rows) rows.push(toNameSeed(name));
    else namesOf.set(name.territoryId, [toNameSeed(name)]);
  }
  const keyOf = new Map<number, string>();
  for (const { id, level, validFrom } of territories) {
    const first = namesOf.get(id)?.[0];
    if (first) keyOf.set(id, territoryKey(level, first.code, validFrom));
  }
  const seeds = territories.flatMap(({ id, level, validFrom, validTo, parentId }): TerritorySeed[] => {
    const [key, rows] = [keyOf.get(id), namesOf.get(id)];
    const parentKey = parentId === undefined ? undefined : keyOf.get(parentId);
    return key && rows ? [{ key, parentKey, level, validFrom, validTo, names: rows }] : [];
  });
  return { seeds, idOf: new Map([...keyOf].map(([id, key]) => [key, id])) };
}
