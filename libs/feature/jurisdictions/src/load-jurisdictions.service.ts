import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type Territory, type TerritoryName, type TerritorySuccession } from '#libs/domain/jurisdiction';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { JurisdictionDirectory } from './jurisdiction-directory.js';
import { OfficeKeeper } from './office-keeper.js';
import { type JurisdictionSeeds, readJurisdictionSeeds, seedFingerprint } from './seeds/jurisdiction-seeds.js';
import { type TerritorySeed, type TerritorySuccessionSeed, lastNameOf } from './seeds/territory-seeds.js';
import { type StoredSeeds, storedSeeds } from './stored-seeds.js';
import { TerritoryRepository } from './territory.repository.js';

/** How many rows a loading added; all 0 when everything was there. */
export interface LoadedJurisdictions {
  readonly territories: number;
  readonly names: number;
  readonly successions: number;
  readonly offices: number;
  readonly coverage: number;
}

const NOTHING: LoadedJurisdictions = { territories: 0, names: 0, successions: 0, offices: 0, coverage: 0 };

/** Loads the territories and offices of the seeds: adds what is missing, changes and removes nothing. */
@Injectable()
export class LoadJurisdictions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly territories: TerritoryRepository,
    private readonly keeper: OfficeKeeper,
    private readonly directory: JurisdictionDirectory,
  ) {}

  /**
   * Loads everything in one transaction, or nothing; with the seeds of the last loading it reads no further.
   * @throws DomainError `seed.*`, `address-package.*` when the seeds are faulty.
   */
  async run(): Promise<LoadedJurisdictions> {
    const fingerprint = seedFingerprint();
    const loaded = await this.unitOfWork.run(async (tx) => {
      await this.territories.lock(tx);
      if ((await this.territories.loadedSeeds(tx)) === fingerprint) return NOTHING;
      const added = await this.load(tx, readJurisdictionSeeds());
      await this.territories.rememberSeeds(tx, fingerprint);
      await this.territories.raiseRevision(tx);
      return added;
    });
    await this.directory.refresh();
    return loaded;
  }

  private async load(tx: Tx, seeds: JurisdictionSeeds): Promise<LoadedJurisdictions> {
    const before = await this.stored(tx);
    const territories = await this.addTerritories(tx, seeds.territories, before);
    const idOf = new Map([...before.idOf, ...territories.map(([key, { id }]) => [key, id] as const)]);
    const names = await this.addNames(tx, seeds.territories, { ...before, idOf });
    const successions = await this.addSuccessions(tx, seeds.successions, idOf);
    const { offices, coverage } = await this.keeper.keep(tx, await this.stored(tx));
    return { territories: territories.length, names, successions, offices, coverage };
  }

  private async stored(tx: Tx): Promise<StoredSeeds> {
    return storedSeeds(await this.territories.listTerritories(tx), await this.territories.listNames(tx));
  }

  private async addTerritories(
    tx: Tx,
    seeds: readonly TerritorySeed[],
    { idOf }: StoredSeeds,
  ): Promise<(readonly [key: string, territory: Territory])[]> {
    const missing = seeds.filter(({ key }) => !idOf.has(key));
    if (missing.length === 0) return [];
    const ids = await this.territories.allotIds(tx, missing.length);
    const allIds = new Map([...idOf, ...missing.map(({ key }, index) => [key, ids[index] ?? 0] as const)]);
    const added = missing.map((seed) => [seed.key, toTerritory(seed, allIds)] as const);
    await this.territories.add(
      tx,
      added.map(([, territory]) => territory),
    );
    return added;
  }

  private async addNames(tx: Tx, seeds: readonly TerritorySeed[], stored: StoredSeeds): Promise<number> {
    const rowOf = (key: string, validFrom: string): string => `${key} ${validFrom}`;
    const known = new Set(stored.seeds.flatMap(({ key, names }) => names.map((row) => rowOf(key, row.validFrom))));
    const missing = seeds.flatMap(({ key, names }): TerritoryName[] =>
      names
        .filter(({ validFrom }) => !known.has(rowOf(key, validFrom)))
        .map((name) => ({ ...name, territoryId: required(stored.idOf, key) })),
    );
    if (missing.length > 0) await this.territories.addNames(tx, missing);
    return missing.length;
  }

  private async addSuccessions(
    tx: Tx,
    seeds: readonly TerritorySuccessionSeed[],
    idOf: ReadonlyMap<string, number>,
  ): Promise<number> {
    const pairOf = (row: { predecessorId: number; successorId: number }): string =>
      `${row.predecessorId} ${row.successorId}`;
    const known = new Set((await this.territories.listSuccessions(tx)).map(pairOf));
    const wanted = seeds.map(({ predecessorKey, successorKey, ...rest }): TerritorySuccession => {
      return { predecessorId: required(idOf, predecessorKey), successorId: required(idOf, successorKey), ...rest };
    });
    const missing = wanted.filter((row) => !known.has(pairOf(row)));
    if (missing.length > 0) await this.territories.addSuccessions(tx, missing);
    return missing.length;
  }
}

function toTerritory(seed: TerritorySeed, idOf: ReadonlyMap<string, number>): Territory {
  const { key, parentKey, level, validFrom, validTo } = seed;
  const { code, name, unitType } = lastNameOf(seed);
  const parentId = parentKey === undefined ? undefined : required(idOf, parentKey);
  return { id: required(idOf, key), code, level, name, unitType, validFrom, validTo, parentId };
}

function required(idOf: ReadonlyMap<string, number>, key: string): number {
  const id = idOf.get(key);
  if (id === undefined) throw new DomainError('seed.reference-unknown', 'malformed', { reference: key });
  return id;
}
