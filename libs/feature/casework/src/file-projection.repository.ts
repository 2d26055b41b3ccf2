import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { DOCKETS, FLOWS, type LedgerRow } from '#libs/domain/performance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import type { Tx } from '#libs/platform/database';
import type { FileProjection } from './file-projection.js';
import type { Subject } from './logged-event.js';

/** Where in the log a booking was caused and when we learned of it. */
export interface Booking {
  readonly position: number;
  readonly recordedOn: Day;
  readonly rows: readonly LedgerRow[];
}

/** Writes what is derived from the log in the same transaction as the event: state, entries, ledger, outbox. */
@Injectable()
export class FileProjectionRepository {
  constructor(private readonly directory: JurisdictionDirectory) {}

  /**
   * Saves the current state, defendants and docket entries of one file.
   * @throws DomainError `defendant.of-another-case`.
   */
  async saveInTx(tx: Tx, subject: Subject, projection: FileProjection, position: number): Promise<void> {
    await tx.query(
      `insert into file_state (subject_id, status, holder_office_id, last_position, state, opened_on, last_on)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (subject_id) do update set status = excluded.status, holder_office_id = excluded.holder_office_id,
         last_position = excluded.last_position, state = excluded.state, opened_on = excluded.opened_on,
         last_on = excluded.last_on`,
      [
        subject.id,
        projection.status,
        projection.holderOfficeId,
        position,
        JSON.stringify(projection.file),
        projection.openedOn,
        projection.lastOn,
      ],
    );
    await this.saveDefendants(tx, subject.id, projection);
    await this.saveEntries(tx, subject.id, projection);
  }

  private async saveDefendants(tx: Tx, caseId: string, projection: FileProjection): Promise<void> {
    if (projection.file.life !== 'case') return;
    await tx.query('delete from defendant_state where case_id = $1', [caseId]);
    if (projection.defendants.length === 0) return;
    const saved = await tx.query(
      `insert into defendant_state (defendant_id, case_id, number, status, state)
       select d.id::uuid, $1, d.number, d.status, d.state from json_to_recordset($2::json)
         as d(id text, number text, status text, state jsonb) on conflict do nothing returning defendant_id`,
      [caseId, JSON.stringify(projection.defendants.map((one) => ({ ...one, state: one })))],
    );
    if (saved.length < projection.defendants.length) throw new DomainError('defendant.of-another-case', 'rule', {});
  }

  private async saveEntries(tx: Tx, subjectId: string, projection: FileProjection): Promise<void> {
    await tx.query('delete from docket_entry where subject_id = $1', [subjectId]);
    const { entries } = projection;
    if (entries.length === 0) return;
    await tx.query(
      `insert into docket_entry (subject_id, ordinal, unit_id, docket, office_id, opened_on, opened_how, closed_on, closed_how)
       select $1, * from unnest($2::smallint[], $3::text[], $4::smallint[], $5::int[], $6::date[], $7::smallint[],
         $8::date[], $9::smallint[])`,
      [
        subjectId,
        entries.map((_entry, index) => index + 1),
        entries.map((entry) => entry.unitId),
        entries.map((entry) => DOCKETS[entry.docket].id),
        entries.map((entry) => entry.officeId),
        entries.map((entry) => entry.openedOn),
        entries.map((entry) => FLOWS[entry.openedHow].id),
        entries.map((entry) => entry.closedOn ?? null),
        entries.map((entry) => (entry.closedHow ? FLOWS[entry.closedHow].id : null)),
      ],
    );
  }

  /** Books ledger rows and leaves word in the outbox, so that the compliance figures follow. */
  async bookInTx(tx: Tx, subject: Subject, booking: Booking): Promise<void> {
    const { rows, position, recordedOn } = booking;
    if (rows.length > 0) {
      await tx.query(
        `insert into ledger (position, subject_id, place_id, recorded_on, unit_id, docket, flow, n, office_id,
           territory_id, day)
         select $1, $2, $3, $4, * from unnest($5::text[], $6::smallint[], $7::smallint[], $8::smallint[], $9::int[],
           $10::int[], $11::date[])`,
        [
          position,
          subject.id,
          subject.placeId ?? null,
          recordedOn,
          rows.map((row) => row.unitId),
          rows.map((row) => DOCKETS[row.docket].id),
          rows.map((row) => FLOWS[row.flow].id),
          rows.map((row) => row.n),
          rows.map((row) => row.officeId),
          rows.map((row) => this.directory.office(row.officeId).territoryId),
          rows.map((row) => row.day),
        ],
      );
    }
    await tx.query(
      `insert into outbox (topic, subject_id, from_position, to_position) values ('file-changed', $1, $2, $2)`,
      [subject.id, position],
    );
  }
}
