import { Injectable } from '@nestjs/common';
import { type Day } from '#libs/domain/kernel';
import { type Territory, type TerritoryName, type TerritorySuccession, foldName } from '#libs/domain/jurisdiction';
import { type Tx, copyInto } from '#libs/platform/database';
import { type SqlReader, withoutNulls } from './sql-reader.js';

/** A row as it comes out of a table: what may be absent is null. */
type Nullable<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

const JURISDICTION_LOCK = 7_268_327;

const TERRITORIES = `
select id, code, level, name, unit_type as "unitType", valid_from as "validFrom", valid_to as "validTo",
  parent_id as "parentId"
from territory order by id`;

const NAMES = `
select territory_id as "territoryId", valid_from as "validFrom", code, name, unit_type as "unitType", decree
from territory_name order by territory_id, valid_from`;

const SUCCESSIONS = `
select predecessor_id as "predecessorId", successor_id as "successorId", extent, effective_on as "effectiveOn", decree
from territory_succession order by predecessor_id, successor_id`;

const EXTEND_CLOSURE = `
insert into territory_closure (ancestor_id, descendant_id)
with recursive pair (ancestor_id, descendant_id) as (
  select id, id from territory where id = any($1::int[])
  union all
  select t.parent_id, pair.descendant_id from pair join territory t on t.id = pair.ancestor_id
  where t.parent_id is not null
)
select ancestor_id, descendant_id from pair
on conflict do nothing`;

const SHOW_LAST_NAMES = `
update territory t set code = last.code, name = last.name, name_folded = last.name_folded, unit_type = last.unit_type
from (
  select distinct on (territory_id) * from territory_name
  where territory_id = any($1::int[]) order by territory_id, valid_from desc
) last
where last.territory_id = t.id`;

const SET_NAME = `
insert into territory_name (territory_id, valid_from, code, name, name_folded, unit_type, decree)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (territory_id, valid_from) do update
set code = excluded.code, name = excluded.name, name_folded = excluded.name_folded, unit_type = excluded.unit_type,
  decree = excluded.decree`;

/** The tables of territories: `territory`, its names over time, its succession and its closure. */
@Injectable()
export class TerritoryRepository {
  async listTerritories(reader: SqlReader): Promise<Territory[]> {
    return (await reader.query<Nullable<Territory>>(TERRITORIES)).map(withoutNulls);
  }

  /** @returns all names of all days, those of one territory in the order of their days. */
  async listNames(reader: SqlReader): Promise<TerritoryName[]> {
    return (await reader.query<Nullable<TerritoryName>>(NAMES)).map(withoutNulls);
  }

  async listSuccessions(reader: SqlReader): Promise<TerritorySuccession[]> {
    return (await reader.query<Nullable<TerritorySuccession>>(SUCCESSIONS)).map(withoutNulls);
  }

  /** Until the end of the transaction nobody else changes territories or offices. */
  async lock(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [JURISDICTION_LOCK]);
  }

  /** @returns that many ids that no territory bears. */
  async allotIds(tx: Tx, count: number): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `select nextval('territory_id_seq')::int as id from generate_series(1, $1)`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  /** Adds territories with their first names, and them to the closure; their parents are there or among them. */
  async add(tx: Tx, territories: readonly Territory[]): Promise<void> {
    const columns = ['id', 'code', 'level', 'name', 'name_folded', 'unit_type', 'valid_from', 'valid_to', 'parent_id'];
    const row = (it: Territory) => {
      const { id, code, level, name, unitType, validFrom, validTo, parentId } = it;
      return [id, code, level, name, foldName(name), unitType, validFrom, validTo, parentId];
    };
    await copyInto(tx, 'territory', columns, territories.map(row));
    await tx.execute(EXTEND_CLOSURE, [territories.map(({ id }) => id)]);
  }

  /** Adds names that are not there yet, and shows each territory under its last one. */
  async addNames(tx: Tx, names: readonly TerritoryName[]): Promise<void> {
    const columns = ['territory_id', 'valid_from', 'code', 'name', 'name_folded', 'unit_type', 'decree'];
    const row = ({ territoryId, validFrom, code, name, unitType, decree }: TerritoryName) => {
      return [territoryId, validFrom, code, name, foldName(name), unitType, decree];
    };
    await copyInto(tx, 'territory_name', columns, names.map(row));
    await tx.execute(SHOW_LAST_NAMES, [[...new Set(names.map(({ territoryId }) => territoryId))]]);
  }

  /** Says what a territory is called from a day on; a row of that very day is replaced. */
  async setName(tx: Tx, { territoryId, validFrom, code, name, unitType, decree }: TerritoryName): Promise<void> {
    await tx.execute(SET_NAME, [territoryId, validFrom, code, name, foldName(name), unitType, decree ?? null]);
    await tx.execute(SHOW_LAST_NAMES, [[territoryId]]);
  }

  async addSuccessions(tx: Tx, successions: readonly TerritorySuccession[]): Promise<void> {
    const columns = ['predecessor_id', 'successor_id', 'extent', 'effective_on', 'decree'];
    const row = ({ predecessorId, successorId, extent, effectiveOn, decree }: TerritorySuccession) => {
      return [predecessorId, successorId, extent, effectiveOn, decree];
    };
    await copyInto(tx, 'territory_succession', columns, successions.map(row));
  }

  /** Ends territories that still stand. @param lastDay included. */
  async end(tx: Tx, territoryIds: readonly number[], lastDay: Day): Promise<void> {
    await tx.execute('update territory set valid_to = $2 where id = any($1::int[]) and valid_to is null', [
      territoryIds,
      lastDay,
    ]);
  }

  /** @returns the number that rises whenever territories or offices change. */
  async revision(reader: SqlReader): Promise<number> {
    const [row] = await reader.query<{ revision: number }>('select revision from jurisdiction_revision');
    return row?.revision ?? 0;
  }

  async raiseRevision(tx: Tx): Promise<void> {
    await tx.execute('update jurisdiction_revision set revision = revision + 1');
  }

  /** @returns the fingerprint of the seeds that were loaded last. */
  async loadedSeeds(reader: SqlReader): Promise<string | undefined> {
    const [row] = await reader.query<{ seeds: string | null }>('select seeds from jurisdiction_revision');
    return row?.seeds ?? undefined;
  }

  async rememberSeeds(tx: Tx, fingerprint: string): Promise<void> {
    await tx.execute('update jurisdiction_revision set seeds = $1', [fingerprint]);
  }
}
