import { Injectable } from '@nestjs/common';
import { type Office, type OfficeCoverage, type OfficeSuccession, foldName } from '#libs/domain/jurisdiction';
import { type Tx, copyInto } from '#libs/platform/database';
import { type SqlReader, withoutNulls } from './sql-reader.js';

type Nullable<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

const OFFICES = `
select o.id, o.code, o.name, o.agency, o.tier, o.territory_id as "territoryId", o.valid_from as "validFrom",
  o.valid_to as "validTo", s.successor_id as "successorId"
from office o left join office_succession s on s.predecessor_id = o.id order by o.id`;

const COVERAGE = `
select office_id as "officeId", territory_id as "territoryId", valid_from as "validFrom", valid_to as "validTo"
from office_territory order by office_id, territory_id, valid_from`;

const END_WITH_SEAT = `
update office o set valid_to = t.valid_to from territory t
where t.id = o.territory_id and t.valid_to >= o.valid_from and o.valid_to is null`;

const END_WITH_GROUND = `
update office_territory g set valid_to = t.valid_to from territory t
where t.id = g.territory_id and t.valid_to >= g.valid_from and g.valid_to is null`;

/** The tables of offices: `office`, its named ground and its succession. */
@Injectable()
export class OfficeRepository {
  /** @returns all offices of all times, each with the one that took over its work. */
  async listOffices(reader: SqlReader): Promise<Office[]> {
    return (await reader.query<Nullable<Office>>(OFFICES)).map(withoutNulls);
  }

  async listCoverage(reader: SqlReader): Promise<OfficeCoverage[]> {
    return (await reader.query<Nullable<OfficeCoverage>>(COVERAGE)).map(withoutNulls);
  }

  /** @returns that many ids that no office bears. */
  async allotIds(tx: Tx, count: number): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `select nextval('office_id_seq')::int as id from generate_series(1, $1)`,
      [count],
    );
    return rows.map(({ id }) => id);
  }

  async add(tx: Tx, offices: readonly Office[]): Promise<void> {
    const columns = ['id', 'code', 'name', 'name_folded', 'agency', 'tier', 'territory_id', 'valid_from', 'valid_to'];
    const row = ({ id, code, name, agency, tier, territoryId, validFrom, validTo }: Office) => {
      return [id, code, name, foldName(name), agency, tier, territoryId, validFrom, validTo];
    };
    await copyInto(tx, 'office', columns, offices.map(row));
  }

  async addCoverage(tx: Tx, coverage: readonly OfficeCoverage[]): Promise<void> {
    const columns = ['office_id', 'territory_id', 'valid_from', 'valid_to'];
    const row = ({ officeId, territoryId, validFrom, validTo }: OfficeCoverage) => {
      return [officeId, territoryId, validFrom, validTo];
    };
    await copyInto(tx, 'office_territory', columns, coverage.map(row));
  }

  async addSuccessions(tx: Tx, successions: readonly OfficeSuccession[]): Promise<void> {
    const columns = ['predecessor_id', 'successor_id', 'effective_on', 'decree'];
    const row = ({ predecessorId, successorId, effectiveOn, decree }: OfficeSuccession) => {
      return [predecessorId, successorId, effectiveOn, decree];
    };
    await copyInto(tx, 'office_succession', columns, successions.map(row));
  }

  /** Ends offices, and rows of named ground, whose territory has ended. @returns how many. */
  async endWithTerritories(tx: Tx): Promise<number> {
    return (await tx.execute(END_WITH_SEAT)) + (await tx.execute(END_WITH_GROUND));
  }
}
