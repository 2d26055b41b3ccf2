import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type Office, type OfficeCoverage, type OfficeSuccession } from '#libs/domain/jurisdiction';
import { type Tx } from '#libs/platform/database';
import { OfficeRepository } from './office.repository.js';
import { type OfficeSeed } from './seeds/office-seeds.js';
import { officesFor } from './seeds/jurisdiction-seeds.js';
import { type StoredSeeds } from './stored-seeds.js';

export interface OfficeChanges {
  readonly offices: number;
  readonly coverage: number;
  readonly ended: number;
}

type OfficeKind = Pick<Office, 'agency' | 'tier'> & { readonly territoryId: number };
const kindOf = ({ agency, tier, territoryId }: OfficeKind): string => `${agency} ${tier} ${territoryId}`;

/** Keeps the offices in step with the territories: adds what the rules ask for, ends what lost its territory. */
@Injectable()
export class OfficeKeeper {
  constructor(private readonly offices: OfficeRepository) {}

  /**
   * Adds the offices that the rules make of the stored territories. An office is left alone when its code is there, and
   * not made when its territory already has one of its kind: administrators' offices win over the rules.
   */
  async keep(tx: Tx, stored: StoredSeeds): Promise<OfficeChanges> {
    const wanted = officesFor(stored.seeds);
    const known = await this.offices.listOffices(tx);
    const added = await this.addMissing(tx, wanted, known, stored);
    const coverage = await this.addCoverage(tx, wanted, [...known, ...added], stored);
    return { offices: added.length, coverage, ended: await this.offices.endWithTerritories(tx) };
  }

  private async addMissing(
    tx: Tx,
    wanted: readonly OfficeSeed[],
    known: readonly Office[],
    stored: StoredSeeds,
  ): Promise<Office[]> {
    const codes = new Set(known.map(({ code }) => code));
    const kinds = new Set(known.map(kindOf));
    const placed = wanted.map((seed) => ({ seed, territoryId: required(stored.idOf, seed.territoryKey) }));
    const missing = placed.filter(
      ({ seed, territoryId }) => !codes.has(seed.code) && !kinds.has(kindOf({ ...seed, territoryId })),
    );
    if (missing.length === 0) return [];
    const ids = await this.offices.allotIds(tx, missing.length);
    const idOf = new Map(known.map(({ code, id }) => [code, id]));
    missing.forEach(({ seed }, index) => idOf.set(seed.code, ids[index] ?? 0));
    const added = missing.map(({ seed, territoryId }) => toOffice(seed, territoryId, required(idOf, seed.code)));
    await this.offices.add(tx, added);
    const successions = missing.flatMap(({ seed }): OfficeSuccession[] => successionOf(seed, idOf));
    await this.offices.addSuccessions(tx, successions);
    return added;
  }

  /** Gives named ground to offices; ground that another office of the same agency holds already stays with it. */
  private async addCoverage(
    tx: Tx,
    wanted: readonly OfficeSeed[],
    offices: readonly Office[],
    stored: StoredSeeds,
  ): Promise<number> {
    const officeByCode = new Map(offices.map((office) => [office.code, office]));
    const agencyOf = new Map(offices.map(({ id, agency }) => [id, agency]));
    const held = await this.offices.listCoverage(tx);
    const taken = new Set(held.map((row) => `${agencyOf.get(row.officeId) ?? ''} ${row.territoryId}`));
    const rows = wanted.flatMap((seed): OfficeCoverage[] => {
      const office = officeByCode.get(seed.code);
      if (!office) return [];
      const ground = (seed.ground ?? []).map(({ territoryKey, ...dates }) => {
        return { officeId: office.id, territoryId: required(stored.idOf, territoryKey), ...dates };
      });
      return ground.filter((row) => !taken.has(`${office.agency} ${row.territoryId}`));
    });
    if (rows.length > 0) await this.offices.addCoverage(tx, rows);
    return rows.length;
  }
}

function toOffice(seed: OfficeSeed, territoryId: number, id: number): Office {
  const { code, name, agency, tier, validFrom, validTo } = seed;
  return { id, code, name, agency, tier, territoryId, validFrom, validTo };
}

function successionOf({ code, passesTo }: OfficeSeed, idOf: ReadonlyMap<string, number>): OfficeSuccession[] {
  if (!passesTo) return [];
  const { effectiveOn, decree } = passesTo;
  return [{ predecessorId: required(idOf, code), successorId: required(idOf, passesTo.code), effectiveOn, decree }];
}

function required(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new DomainError('seed.reference-unknown', 'malformed', { reference: key });
  return id;
}
