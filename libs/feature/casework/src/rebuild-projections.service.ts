import { Injectable } from '@nestjs/common';
import {
  type LedgerRow,
  bookings,
  DOCKETS,
  docketOfId,
  FLOWS,
  flowOfId,
  type Movement,
} from '#libs/domain/performance';
import type { Day } from '#libs/domain/kernel';
import { Database, type Tx, UnitOfWork } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { type FileProjection, projectLog } from './file-projection.js';
import { FileProjectionRepository } from './file-projection.repository.js';
import type { Subject } from './logged-event.js';

/** A file whose projection differs from its log, and in what. */
export interface ProjectionDifference {
  readonly subjectId: string;
  readonly kind: string;
  readonly number: string;
  readonly differs: readonly ('state' | 'entries' | 'ledger')[];
}

export interface RebuildReport {
  readonly files: number;
  readonly differences: readonly ProjectionDifference[];
}

interface Stored {
  state: string;
  entries: string;
  ledger: string;
}

const BATCH = 500;

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const movementLine = (row: Movement, n: number): string =>
  `${DOCKETS[row.docket].id}/${FLOWS[row.flow].id}/${row.officeId}/${row.unitId}/${row.day}=${n}`;

const ledgerOf = (rows: readonly LedgerRow[]): string => {
  const sums = new Map<string, { row: LedgerRow; n: number }>();
  for (const row of rows) {
    const key = movementLine(row, 0);
    sums.set(key, { row, n: (sums.get(key)?.n ?? 0) + row.n });
  }
  return [...sums.values()]
    .filter(({ n }) => n !== 0)
    .map(({ row, n }) => movementLine(row, n))
    .sort()
    .join('\n');
};

const expected = (projection: FileProjection): Stored => ({
  state: stable([
    projection.status,
    projection.holderOfficeId,
    projection.openedOn,
    projection.lastOn,
    JSON.parse(JSON.stringify(projection.file)),
  ]),
  entries: stable(
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
  ledger: ledgerOf(bookings([], projection.movements)),
});

/** Folds every log anew and compares with what is stored; with `repair` puts right what differs. */
@Injectable()
export class RebuildProjections {
  constructor(
    private readonly database: Database,
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
      const subjects = await this.database.query<{ id: string; kind: Subject['kind']; number: string }>(
        'select id, kind, number from subject where id > $1 order by id limit $2',
        [after, BATCH],
      );
      const last = subjects.at(-1);
      if (!last) return { files, differences };
      for (const subject of subjects) {
        const differs = await this.unitOfWork.run((tx) => this.compareInTx(tx, subject, repair));
        if (differs.length > 0)
          differences.push({ subjectId: subject.id, kind: subject.kind, number: subject.number, differs });
      }
      files += subjects.length;
      after = last.id;
    }
  }

  private async compareInTx(
    tx: Tx,
    { id, kind }: { id: string; kind: Subject['kind'] },
    repair: boolean,
  ): Promise<ProjectionDifference['differs']> {
    const subject = await this.log.lockInTx(tx, kind, id);
    if (!subject) return [];
    const log = await this.log.readInTx(tx, id);
    const projection = projectLog(kind, log);
    const [wanted, found] = [expected(projection), await this.stored(tx, id)];
    const parts = ['state', 'entries', 'ledger'] as const;
    const differs = parts.filter((part) => wanted[part] !== found[part]);
    const last = log.at(-1);
    if (repair && differs.length > 0 && last) {
      await this.projections.saveInTx(tx, subject, projection, last.position);
      const rows = bookings(await this.booked(tx, id), projection.movements);
      await this.projections.bookInTx(tx, subject, {
        position: await this.nextPosition(tx),
        recordedOn: last.recordedOn,
        rows,
      });
    }
    return differs;
  }

  /** A place of its own: bookings under a position that was folded already would be folded twice. */
  private async nextPosition(tx: Tx): Promise<number> {
    const sql = `select nextval(pg_get_serial_sequence('event', 'position')) as position`;
    const rows = await tx.query<{ position: number }>(sql);
    return rows[0]?.position ?? 0;
  }

  private async stored(tx: Tx, id: string): Promise<Stored> {
    const state = await tx.query<{ status: string; office: number; opened: string; last: string; state: unknown }>(
      `select status, holder_office_id as office, opened_on::text as opened, last_on::text as last, state
       from file_state where subject_id = $1`,
      [id],
    );
    const entries = await tx.query<Record<string, unknown>>(
      `select docket, unit_id, office_id, opened_on::text, opened_how, closed_on::text, closed_how
       from docket_entry where subject_id = $1 order by ordinal`,
      [id],
    );
    const row = state[0];
    return {
      state: row ? stable([row.status, row.office, row.opened, row.last, row.state]) : '',
      entries: stable(entries.map((entry) => Object.values(entry))),
      ledger: ledgerOf(bookings([], await this.booked(tx, id))),
    };
  }

  private async booked(tx: Tx, id: string): Promise<Movement[]> {
    const rows = await tx.query<{
      docket: number;
      flow: number;
      office_id: number;
      unit_id: string;
      day: Day;
      n: number;
    }>(
      `select docket, flow, office_id, unit_id, day::text, sum(n)::int as n from ledger where subject_id = $1
       group by docket, flow, office_id, unit_id, day having sum(n) <> 0`,
      [id],
    );
    return rows.flatMap(({ docket, flow, office_id, unit_id, day, n }) => {
      const movement = { docket: docketOfId(docket), flow: flowOfId(flow), officeId: office_id, unitId: unit_id, day };
      return Array.from({ length: Math.max(n, 0) }, () => movement);
    });
  }
}
