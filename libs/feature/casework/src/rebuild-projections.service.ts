import { Injectable } from '@nestjs/common';
import { DOCKETS, FLOWS } from '#libs/domain/performance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { type FileProjection, projectLog } from './file-projection.js';
import { FileProjectionRepository } from './file-projection.repository.js';
import { type Sums, bookingsTo, linesOf, sumsOf } from './ledger-sums.js';
import type { LoggedEvent, Subject } from './logged-event.js';
import { stableJson } from './stable-json.js';
import { type StoredFile, StoredProjections } from './stored-projections.repository.js';

const PARTS = ['version', 'state', 'entries', 'defendants', 'origin', 'ledger'] as const;

/** A file whose projection differs from its log, and in what. */
export interface ProjectionDifference {
  readonly subjectId: string;
  readonly kind: string;
  readonly number: string;
  readonly differs: readonly (typeof PARTS)[number][];
}

export interface RebuildReport {
  readonly files: number;
  readonly differences: readonly ProjectionDifference[];
}

type Compared = Readonly<Record<(typeof PARTS)[number], string>>;

/** A file as its log says that it stands. */
interface Folded {
  readonly subject: Subject;
  readonly log: readonly LoggedEvent[];
  readonly projection: FileProjection;
  readonly sums: Sums;
}

const BATCH = 500;

/** @returns the denunciations that a case came from, each once, in the order of the database. */
const originOf = ({ file }: FileProjection): string[] =>
  file.life === 'case' ? [...new Set(file.denunciationIds.map((id) => id.toLowerCase()))].sort() : [];

const expected = ({ log, projection, sums }: Folded): Compared => ({
  version: String(log.at(-1)?.sequence ?? 0),
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
  origin: stableJson(originOf(projection)),
  ledger: linesOf(sums),
});

/** Folds every log anew and compares with what is stored; with `repair` puts right what differs. */
@Injectable()
export class RebuildProjections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: FileLogRepository,
    private readonly projections: FileProjectionRepository,
    private readonly stored: StoredProjections,
    private readonly directory: JurisdictionDirectory,
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
      const batch = await this.unitOfWork.run((tx) => this.batchInTx(tx, after, repair), { task: 'record' });
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
    const [logs, found] = [await this.log.readManyInTx(tx, ids), await this.stored.readInTx(tx, ids)];
    const differences: ProjectionDifference[] = [];
    for (const subject of subjects) {
      const stored = found.get(subject.id);
      if (!stored) continue;
      const folded = this.fold(subject, logs.get(subject.id) ?? []);
      const wanted = expected(folded);
      const actual: Compared = { ...stored, version: String(subject.version), ledger: linesOf(stored.booked) };
      const differs = PARTS.filter((part) => wanted[part] !== actual[part]);
      if (differs.length === 0) continue;
      differences.push({ subjectId: subject.id, kind: subject.kind, number: subject.number, differs });
      if (repair) await this.repairInTx(tx, folded, stored);
    }
    return { files: subjects.length, differences, ...(subjects.length < BATCH ? {} : { last: ids.at(-1) }) };
  }

  private fold(subject: Subject, log: readonly LoggedEvent[]): Folded {
    const projection = projectLog(subject.kind, log);
    const placeId = subject.placeId ?? null;
    const placed = projection.movements.map((movement) => {
      const { territoryId } = this.directory.office(movement.officeId);
      return { ...movement, territoryId, placeId };
    });
    return { subject, log, projection, sums: sumsOf(placed) };
  }

  private async repairInTx(tx: Tx, { subject, log, projection, sums }: Folded, stored: StoredFile): Promise<void> {
    const last = log.at(-1);
    if (!last) return;
    await this.stored.saveInTx(tx, subject, last.sequence, originOf(projection));
    await this.projections.saveInTx(tx, subject, projection, last.position);
    const [position, { recordedOn }] = [await this.nextPosition(tx), last];
    await this.stored.bookInTx(tx, subject, { position, recordedOn, rows: bookingsTo(stored.booked, sums) });
    await this.projections.bookInTx(tx, subject, { position, recordedOn, rows: [] });
  }

  /** A place of its own: bookings under a position that was folded already would be folded twice. */
  private async nextPosition(tx: Tx): Promise<number> {
    const sql = `select nextval(pg_get_serial_sequence('event', 'position')) as position`;
    const rows = await tx.query<{ position: number }>(sql);
    return rows[0]?.position ?? 0;
  }
}
