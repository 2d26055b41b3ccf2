import { Injectable } from '@nestjs/common';
import { AppendHistories, FileLogRepository, WorkingDays } from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, type RowScope, type Tx, UnitOfWork } from '#libs/platform/database';
import { type Table, openTable } from '#libs/platform/spreadsheet';
import type { FaultyRow } from './import-fault.js';
import { type Column, readHeaders } from './register/columns.js';
import { FaultList } from './register/fault-list.js';
import { type ImportResult, REGISTER_LIMITS, type RegisterImport } from './register/register-import.js';
import { RegisterPass } from './register/register-pass.js';
import { RowReader } from './register/row-reader.js';
import { RegisterStage } from './register/register-stage.js';
import type { BrokenRow, RegisterRow } from './register/register-row.js';
import { SettingOfOffices } from './setting-of-offices.js';

/** The files of whoever imports; of every office at the command line. */
const scopeOf = ({ scope, recordedBy }: RegisterImport): RowScope =>
  scope ? { accountId: recordedBy, officeIds: scope } : { task: 'record' };

/** Carries a result out of a transaction that is given up. */
class GivenUp extends Error {
  constructor(readonly result: ImportResult) {
    super('nothing is to be stored');
  }
}

/** Imports an existing register, CSV or XLSX, one row per step: everything or nothing. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly append: AppendHistories,
    private readonly logs: FileLogRepository,
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /**
   * Reads, judges and records a register. The same register again changes nothing, a longer one adds what is new.
   * @returns the counts and every fault; with a fault, or in a dry run, nothing is recorded.
   * @throws DomainError `file.*` when the file as a whole cannot be read.
   */
  async run(request: RegisterImport): Promise<ImportResult> {
    try {
      return await this.unitOfWork.run((tx) => this.runInTx(tx, request), scopeOf(request));
    } catch (error) {
      if (error instanceof GivenUp) return error.result;
      throw error;
    }
  }

  private async runInTx(tx: Tx, request: RegisterImport): Promise<ImportResult> {
    const table = await openTable(request.source, request.limits ?? REGISTER_LIMITS);
    try {
      const { columns, missing, unknown } = readHeaders(table.headers);
      if (missing.length + unknown.length > 0) throw new GivenUp(headerResult(table, missing, unknown));
      await tx.query(`set local statement_timeout = '60min'`);
      await tx.query(`set local work_mem = '32MB'`);
      const result = await this.importTable(tx, { request, table, columns });
      if (!result.applied) throw new GivenUp(result);
      await request.conclude?.(tx, result);
      return result;
    } finally {
      await table.close();
    }
  }

  private async importTable(
    tx: Tx,
    { request, table, columns }: { request: RegisterImport; table: Table; columns: ReadonlyMap<Column, string> },
  ): Promise<ImportResult> {
    const { directory, clock, append, logs } = this;
    const { dryRun, recordedBy, progress } = request;
    const faults = new FaultList();
    const reader = new RowReader(columns, directory, request.scope);
    const stage = new RegisterStage(tx);
    const counted = { rows: 0 };
    await stage.lay(understood(table, { reader, faults, counted }));
    const { isDayOff } = await this.workingDays.calendarInTx(tx);
    const offices = new SettingOfOffices(directory, clock.today(), isDayOff);
    const pass = new RegisterPass(
      { stage, append, logs, tx },
      { columns, offices, faults, dryRun, recordedBy, recordedAt: clock.now() },
    );
    await pass.run(async (counts) => progress?.({ ...counts, rows: counted.rows }));
    const { files, events, fresh, alreadyThere } = pass;
    const refused = faults.lines;
    const applied = !dryRun && refused === 0;
    const sound = counted.rows - alreadyThere - refused;
    return {
      ...{ rows: counted.rows, alreadyThere, refused, applied, headers: table.headers, files, events },
      recorded: applied ? fresh : 0,
      waiting: applied ? 0 : sound,
      faults: faults.list(),
    };
  }
}

async function* understood(
  table: Table,
  { reader, faults, counted }: { reader: RowReader; faults: FaultList; counted: { rows: number } },
): AsyncGenerator<RegisterRow | BrokenRow> {
  for await (const source of table) {
    counted.rows += 1;
    const reading = reader.read(source);
    if ('row' in reading) {
      yield reading.row;
      continue;
    }
    faults.add(source.line, ...reading.faults);
    yield reading.broken;
  }
}

const headerResult = (table: Table, missing: readonly Column[], unknown: readonly string[]): ImportResult => {
  const faults: FaultyRow['faults'] = [
    ...missing.map((column) => ({ code: 'import.column-missing', facts: { column } })),
    ...unknown.map((column) => ({ code: 'import.column-unknown', column, facts: {} })),
  ];
  const none = { rows: 0, recorded: 0, waiting: 0, alreadyThere: 0, refused: 0, files: 0, events: 0 };
  return { ...none, applied: false, headers: table.headers, faults: [{ line: 1, faults }] };
};
