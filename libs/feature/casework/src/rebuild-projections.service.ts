import { Injectable } from '@nestjs/common';
import { DOCKETS, FLOWS, docketOfId, flowOfId } from '#libs/domain/performance';
import type { Day } from '#libs/domain/kernel';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { type FileProjection, projectLog } from './file-projection.js';
import { FileProjectionRepository } from './file-projection.repository.js';
import { type Sums, bookingsTo, lineOf, linesOf, sumsOf } from './ledger-sums.js';
import type { LoggedEvent, Subject } from './logged-event.js';
import { stableJson } from './stable-json.js';

/** A file whose projection differs from its log, and in what. */
export interface ProjectionDifference {
  readonly subjectId: string;
  readonly kind: string;
  readonly number: string;
  readonly differs: readonly ('state' | 'entries' | 'defendants' | 'ledger')[];
}

export interface RebuildReport {
  readonly files: number;
  readonly differences: readonly ProjectionDifference[];
}

interface Stored {
  state: string;
  entries: string;
  defendants: string;
  ledger: string;
}

interface StoredFile extends Omit<Stored, 'ledger'> {
  readonly booked: Sums;
}

interface BrokenFile {
  readonly subject: Subject;
  readonly log: readonly LoggedEvent[];
  readonly projection: FileProjection;
  readonly booked: Sums;
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
  n: number;
}

const STATES = `select subject_id as id, status, holder_office_id as office, opened_on::text as opened,
  last_on::text as last, state from file_state where subject_id = any($1::uuid[])`;
const ENTRIES = `select subject_id as id, jsonb_agg(jsonb_build_array(docket, unit_id, office_id, opened_on, opened_how,
  closed_on, closed_how) order by ordinal) as entries from docket_entry where subject_id = any($1::uuid[]) group by 1`;
const DEFENDANTS = `select case_id as id, jsonb_agg(jsonb_build_array(number, status, state) order by defendant_id) as entries
  from defendant_state where case_id = any($1::uuid[]) group by 1`;
const BOOKED = `select subject_id as id, docket, flow, office_id as office, unit_id as unit, day::text as day,
  sum(n)::int as n from ledger where subject_id = any($1::uuid[])
  group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0`;

const PARTS = ['state', 'entries', 'defendants', 'ledger'] as const;
const nothingStored = (): StoredFile => ({ state: '', entries: '[]', defendants: '[]', booked: new Map() });
const BATCH = 500;

const expected = (projection: FileProjection): Stored => ({
  state: stableJson([
    projection.status,
    projection.holderOfficeId,
    projection.openedOn,
    projection.lastOn,
    JSON.parse(JSON.stringify(projection.file)),
  ]),
  entries: stableJson(
    projection.entries.map((entry) => [
      DOCKETS[entry.docket].id,
      entry.unitId,
      entry.officeId,
      entry.openedOn,
      FLOWS[entry.openedHow].id,
      entry.closedOn ?? null,
      entry.closedHow ? FLOWS[entry.closedHow].id : null,
    ]),
  ),
  defendants: stableJson(
    [...projection.defendants]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => [one.number, one.status, JSON.parse(JSON.stringify(one)) as unknown]),
  ),
  ledger: linesOf(sumsOf(projection.movements)),
});

/** Folds every log anew and compares with what is stored; with `repair` puts right what differs. */
@Injectable()
export class RebuildProjections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: FileLogRepository,
    private readonly projections: FileProjectionRepository,
  ) {}

  /**
   * @param repair rewrite what differs; the ledger is put right by further bookings, never by changing rows.
   * @returns how many files were compared and which differed.
   */
  async run(repair: boolean): Promise<RebuildReport> {
    const differences: ProjectionDifference[] = [];
    let files = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const batch = await this.unitOfWork.run((tx) => this.batchInTx(tx, after, repair));
      differences.push(...batch.differences);
      files += batch.files;
      if (batch.last === undefined) return { files, differences };
      after = batch.last;
    }
  }

  /** Compares one batch of files while nobody can change them: some hundred locks for a fraction of a second. */
  private async batchInTx(tx: Tx, after: string, repair: boolean): Promise<RebuildReport & { last?: string }> {
    const subjects = await this.log.lockBatchInTx(tx, after, BATCH);
    const ids = subjects.map((subject) => subject.id);
    const [logs, found] = [await this.log.readManyInTx(tx, ids), await this.storedInTx(tx, ids)];
    const differences: ProjectionDifference[] = [];
    for (const subject of subjects) {
      const log = logs.get(subject.id) ?? [];
      const stored = found.get(subject.id) ?? nothingStored();
      const projection = projectLog(subject.kind, log);
      const wanted = expected(projection);
      const actual = { ...stored, ledger: linesOf(stored.booked) };
      const differs = PARTS.filter((part) => wanted[part] !== actual[part]);
      if (differs.length === 0) continue;
      differences.push({ subjectId: subject.id, kind: subject.kind, number: subject.number, differs });
      if (repair) await this.repairInTx(tx, { subject, log, projection, booked: stored.booked });
    }
    return { files: subjects.length, differences, ...(subjects.length < BATCH ? {} : { last: ids.at(-1) }) };
  }

  private async repairInTx(tx: Tx, broken: BrokenFile): Promise<void> {
    const { subject, log, projection, booked } = broken;
    const last = log.at(-1);
    if (!last) return;
    await this.projections.saveInTx(tx, subject, projection, last.position);
    const rows = bookingsTo(booked, sumsOf(projection.movements));
    const position = await this.nextPosition(tx);
    await this.projections.bookInTx(tx, subject, { position, recordedOn: last.recordedOn, rows });
  }

  /** A place of its own: bookings under a position that was folded already would be folded twice. */
  private async nextPosition(tx: Tx): Promise<number> {
    const sql = `select nextval(pg_get_serial_sequence('event', 'position')) as position`;
    const rows = await tx.query<{ position: number }>(sql);
    return rows[0]?.position ?? 0;
  }

  private async storedInTx(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredFile>> {
    const found = new Map(ids.map((id) => [id, nothingStored()]));
    const change = (id: string, stored: Partial<StoredFile>): void => {
      found.set(id, { ...(found.get(id) ?? nothingStored()), ...stored });
    };
    for (const row of await tx.query<StateRow>(STATES, [ids])) {
      change(row.id, { state: stableJson([row.status, row.office, row.opened, row.last, row.state]) });
    }
    for (const { id, entries } of await tx.query<ListRow>(ENTRIES, [ids])) change(id, { entries: stableJson(entries) });
    for (const { id, entries } of await tx.query<ListRow>(DEFENDANTS, [ids])) {
      change(id, { defendants: stableJson(entries) });
    }
    for (const { id, docket, flow, office: officeId, unit: unitId, day, n } of await tx.query<BookedRow>(BOOKED, [
      ids,
    ])) {
      const movement = { docket: docketOfId(docket), flow: flowOfId(flow), officeId, unitId, day };
      found.get(id)?.booked.set(lineOf(movement), { movement, n });
    }
    return found;
  }
}
