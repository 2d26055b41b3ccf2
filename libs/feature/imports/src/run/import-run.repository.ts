import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { Database, type RowScope, type Tx, copyInto } from '#libs/platform/database';
import type { ImportCounts, ImportResult } from '../register/register-import.js';
import type { ReturnedRow } from '../register/fault-table.js';
import type { ImportRun, ImportStatus, NewImportRun } from './import-run.js';

/** The topic under which asked-for imports wait in the outbox. */
export const IMPORT_REQUESTED = 'import-requested';

/** Waiting imports are worked off one after the other, whoever asked for them. */
export const IMPORTS: RowScope = { task: 'imports' };

const RUN = `select id, status, dry_run as "dryRun", format, account_id as "accountId", office_id as "officeId", scope,
  failure, headers, rows, recorded, held_back as waiting, already_there as "alreadyThere", refused, files, events,
  created_at as "createdAt", finished_at as "finishedAt" from import_run`;

/** Rows of imports, of their faults and of their waiting files. */
@Injectable()
export class ImportRunRepository {
  constructor(private readonly database: Database) {}

  /**
   * Asks for an import; the same request again is the same import.
   * @returns its id. @throws DomainError `idempotency.key-reused` when the key stood for something else.
   */
  async askInTx(tx: Tx, run: NewImportRun): Promise<string> {
    const hash = createHash('sha256').update(run.content).update(String(run.dryRun)).digest();
    const added = await tx.execute(
      `insert into import_run (id, command_id, account_id, office_id, scope, dry_run, format, request_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (command_id) do nothing`,
      [run.id, run.commandId, run.accountId, run.officeId, [...run.scope], run.dryRun, run.format, hash],
    );
    if (added === 0) return this.earlier(tx, run, hash);
    await tx.execute('insert into import_file (run_id, content) values ($1, $2)', [run.id, run.content]);
    await tx.execute('insert into outbox (topic, subject_id) values ($1, $2)', [IMPORT_REQUESTED, run.id]);
    return run.id;
  }

  private async earlier(tx: Tx, { commandId, accountId }: NewImportRun, hash: Buffer): Promise<string> {
    const rows = await tx.query<{ id: string; same: boolean }>(
      `select id, account_id = $2 and request_hash = $3 as same from import_run where command_id = $1`,
      [commandId, accountId, hash],
    );
    if (!rows[0]?.same) throw new DomainError('idempotency.key-reused', 'conflict', {});
    return rows[0].id;
  }

  /** @returns the run, or `undefined`. */
  async find(id: string, scope: RowScope): Promise<ImportRun | undefined> {
    return (await this.database.query<ImportRun>(`${RUN} where id = $1`, [id], scope))[0];
  }

  /** @returns the run that has waited longest, with its file. */
  async findWaiting(): Promise<{ run: ImportRun; content: Buffer } | undefined> {
    const waiting = await this.database.query<{ id: string }>(
      `select subject_id as id from outbox where topic = $1 order by id limit 1`,
      [IMPORT_REQUESTED],
    );
    const id = waiting[0]?.id;
    const run = id === undefined ? undefined : await this.find(id, IMPORTS);
    if (!run) return undefined;
    const files = await this.database.query<{ content: Buffer }>(
      'select content from import_file where run_id = $1',
      [run.id],
      IMPORTS,
    );
    return files[0] && { run, content: files[0].content };
  }

  async showInTx(tx: Tx, id: string, counts: ImportCounts): Promise<void> {
    await tx.execute(
      `update import_run set status = 'running', started_at = coalesce(started_at, clock_timestamp()), rows = $2,
         held_back = $3, already_there = $4, refused = $5 where id = $1`,
      [id, counts.rows, counts.waiting, counts.alreadyThere, counts.refused],
    );
  }

  /** Ends a run with what it came to; its file and its place in the outbox go. */
  async concludeInTx(tx: Tx, id: string, status: ImportStatus, result: ImportResult): Promise<void> {
    await tx.execute(
      `update import_run set status = $2, finished_at = clock_timestamp(), headers = $3, rows = $4, recorded = $5,
         held_back = $6, already_there = $7, refused = $8, files = $9, events = $10 where id = $1`,
      [
        ...[id, status, result.headers, result.rows, result.recorded, result.waiting],
        ...[result.alreadyThere, result.refused, result.files, result.events],
      ],
    );
    await this.clearInTx(tx, id);
  }

  /** Ends a run whose file cannot be read or worked off. */
  async failInTx(tx: Tx, id: string, { code, facts }: DomainError): Promise<void> {
    await tx.execute(
      `update import_run set status = 'unreadable', finished_at = clock_timestamp(), failure = $2
       where id = $1 and finished_at is null`,
      [id, JSON.stringify({ code, facts })],
    );
    await this.clearInTx(tx, id);
  }

  async keepFaultsInTx(tx: Tx, id: string, rows: AsyncIterable<ReturnedRow>): Promise<void> {
    const columns = ['run_id', 'line', 'cells', 'faults'];
    await copyInto(tx, 'import_fault', columns, faultRows(id, rows));
  }

  /** @returns faulty rows after a line, in the order of the file. */
  async listFaults(
    id: string,
    { after, limit }: { after: number; limit: number },
    scope: RowScope,
  ): Promise<ReturnedRow[]> {
    return this.database.query<ReturnedRow>(
      'select line, cells, faults from import_fault where run_id = $1 and line > $2 order by line limit $3',
      [id, after, limit],
      scope,
    );
  }

  /** @returns every faulty row, row by row. */
  streamFaults(id: string, scope: RowScope): AsyncIterable<ReturnedRow> {
    return this.database.stream<ReturnedRow>(
      'select line, cells, faults from import_fault where run_id = $1 order by line',
      [id],
      scope,
    );
  }

  private async clearInTx(tx: Tx, id: string): Promise<void> {
    await tx.execute('delete from import_file where run_id = $1', [id]);
    await tx.execute('delete from outbox where topic = $1 and subject_id = $2', [IMPORT_REQUESTED, id]);
  }
}

async function* faultRows(id: string, rows: AsyncIterable<ReturnedRow>): AsyncGenerator<readonly (string | number)[]> {
  for await (const { line, cells, faults } of rows) {
    const quoted = cells.map((cell) => `"${cell.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
    yield [id, line, `{${quoted.join(',')}}`, JSON.stringify(faults)];
  }
}
