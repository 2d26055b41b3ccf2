import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { DOCKETS, FLOWS, docketOfId, flowOfId } from '#libs/domain/performance';
import type { Tx } from '#libs/platform/database';
import { type PlacedBooking, type Sums, lineOf } from './ledger-sums.js';
import type { Subject } from './logged-event.js';
import { stableJson } from './stable-json.js';

/** What is stored of one file beside its log, each part as a text that is equal for equal contents. */
export interface StoredFile {
  readonly state: string;
  readonly entries: string;
  readonly defendants: string;
  /** The denunciations that the case came from. */
  readonly origin: string;
  readonly booked: Sums;
}

/** Bookings that put the ledger right. */
export interface Repair {
  readonly position: number;
  readonly recordedOn: Day;
  readonly rows: readonly PlacedBooking[];
}

interface StateRow {
  id: string;
  status: string;
  office: number;
  opened: string;
  last: string;
  state: unknown;
}

interface ListRow {
  id: string;
  entries: unknown[];
}

interface BookedRow {
  id: string;
  docket: number;
  flow: number;
  office: number;
  unit: string;
  day: Day;
  territory: number;
  place: number | null;
  n: number;
}

const STATES = `select subject_id as id, status, holder_office_id as office, opened_on::text as opened,
  last_on::text as last, state from file_state where subject_id = any($1::uuid[])`;
const LISTS = {
  entries: `select subject_id as id, jsonb_agg(jsonb_build_array(docket, unit_id, office_id, opened_on, opened_how,
    closed_on, closed_how) order by ordinal) as entries from docket_entry where subject_id = any($1::uuid[]) group by 1`,
  defendants: `select case_id as id, jsonb_agg(jsonb_build_array(number, status, state) order by defendant_id) as entries
    from defendant_state where case_id = any($1::uuid[]) group by 1`,
  origin: `select case_id as id, jsonb_agg(denunciation_id order by denunciation_id) as entries
    from case_origin where case_id = any($1::uuid[]) group by 1`,
} as const;
const BOOKED = `select subject_id as id, docket, flow, office_id as office, unit_id as unit, day::text as day,
  territory_id as territory, place_id as place, sum(n)::int as n from ledger where subject_id = any($1::uuid[])
  group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(n) <> 0`;

const nothingStored = (): StoredFile => ({
  state: '',
  entries: '[]',
  defendants: '[]',
  origin: '[]',
  booked: new Map(),
});

/** What stands beside the logs, for whoever compares and repairs it. */
@Injectable()
export class StoredProjections {
  /** @returns what is stored of each of these files; nothing, where nothing is. */
  async readInTx(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredFile>> {
    const found = new Map(ids.map((id) => [id, nothingStored()]));
    const change = (id: string, stored: Partial<StoredFile>): void => {
      found.set(id, { ...(found.get(id) ?? nothingStored()), ...stored });
    };
    for (const row of await tx.query<StateRow>(STATES, [ids])) {
      change(row.id, { state: stableJson([row.status, row.office, row.opened, row.last, row.state]) });
    }
    for (const [part, sql] of Object.entries(LISTS)) {
      for (const { id, entries } of await tx.query<ListRow>(sql, [ids])) change(id, { [part]: stableJson(entries) });
    }
    for (const { id, docket, flow, n, ...row } of await tx.query<BookedRow>(BOOKED, [ids])) {
      const where = { officeId: row.office, territoryId: row.territory, placeId: row.place };
      const movement = { docket: docketOfId(docket), flow: flowOfId(flow), unitId: row.unit, day: row.day, ...where };
      found.get(id)?.booked.set(lineOf(movement), { movement, n });
    }
    return found;
  }

  /** Writes the last event's sequence, and of a case the denunciations that it came from. */
  async saveInTx(tx: Tx, subject: Subject, version: number, denunciationIds: readonly string[]): Promise<void> {
    await tx.query('update subject set version = $2 where id = $1 and version <> $2', [subject.id, version]);
    await tx.query('delete from case_origin where case_id = $1 and denunciation_id <> all($2::uuid[])', [
      subject.id,
      denunciationIds,
    ]);
    await tx.query(
      `insert into case_origin (case_id, denunciation_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
      [subject.id, denunciationIds],
    );
  }

  /** Books under a position that no event has; rows keep the territory and place that they name. */
  async bookInTx(tx: Tx, subject: Subject, { position, recordedOn, rows }: Repair): Promise<void> {
    await tx.query(
      `insert into ledger (position, subject_id, recorded_on, unit_id, docket, flow, n, office_id, territory_id, place_id,
         day)
       select $1, $2, $3, * from unnest($4::text[], $5::smallint[], $6::smallint[], $7::smallint[], $8::int[],
         $9::int[], $10::int[], $11::date[])`,
      [
        position,
        subject.id,
        recordedOn,
        rows.map((row) => row.unitId),
        rows.map((row) => DOCKETS[row.docket].id),
        rows.map((row) => FLOWS[row.flow].id),
        rows.map((row) => row.n),
        rows.map((row) => row.officeId),
        rows.map((row) => row.territoryId),
        rows.map((row) => row.placeId),
        rows.map((row) => row.day),
      ],
    );
  }
}
