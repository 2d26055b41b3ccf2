import { createWriteStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { type Command } from 'commander';
import { Accounts } from '#libs/feature/access';
import { recomputeCompliance } from '#libs/feature/compliance';
import {
  type DocketResult,
  type FaultyRow,
  ImportDocket,
  ImportRegister,
  type ImportResult,
  faultLines,
  faultTable,
  readProfile,
  returnedRows,
} from '#libs/feature/imports';
import { JobDispatcher, QueueUnavailable } from '#libs/platform/queue';
import { type TableSource, type TextRows, writeCsv, writeXlsx } from '#libs/platform/spreadsheet';
import { type CommandContext } from '../command-context.js';
import { requireReadable, requireWritable, textOf } from '../command-files.js';

interface RegisterOptions {
  readonly dryRun?: boolean;
  readonly faults?: string;
  readonly recordedBy?: string;
}

interface DocketOptions {
  readonly profile: string;
  readonly dryRun?: boolean;
  readonly refused?: string;
  readonly recordedBy?: string;
}

/** Whose act a bulk import at the command line is when no account is named. */
const OPERATOR = '00000000-0000-8000-8000-000000000001';
/** Faults that a terminal still can show; the rest is in the file of faulty rows. */
const MOST_LINES = 50;

const sourceOf = (file: string): TableSource => ({ path: path.resolve(file), fileName: path.basename(file) });

const accountId = async (app: INestApplicationContext, username?: string): Promise<string> =>
  username === undefined ? OPERATOR : app.get(Accounts).idOf(username);

const tableFile = (file: string, rows: TextRows): Readable =>
  file.toLowerCase().endsWith('.xlsx') ? writeXlsx([{ name: 'Dong loi', rows }]) : writeCsv(rows);

async function writeFaults(
  file: string,
  source: TableSource,
  result: { readonly headers: readonly string[]; readonly faults: readonly FaultyRow[] },
): Promise<void> {
  const rows = faultTable(result.headers, returnedRows(source, result.faults));
  await pipeline(tableFile(file, rows), createWriteStream(file));
}

const printFaults = (faults: readonly FaultyRow[], context: CommandContext): void => {
  const lines = faults.flatMap((row) => faultLines(row, context.language));
  for (const line of lines.slice(0, MOST_LINES)) context.fail(line);
  if (lines.length > MOST_LINES) context.fail(`… + ${lines.length - MOST_LINES}`);
};

/** What was recorded waits in the outbox as well: a worker finds it there as soon as the queue can be reached again. */
async function tellMeasure(app: INestApplicationContext, context: CommandContext): Promise<void> {
  try {
    await app.get(JobDispatcher).enqueue(recomputeCompliance, {});
  } catch (error) {
    if (!(error instanceof QueueUnavailable)) throw error;
    context.print('chưa báo được cho việc nền, số liệu sẽ cập nhật sau / the queue is away, the figures follow later');
  }
}

const registerSummary = (result: ImportResult): string =>
  `${result.rows} dòng = ${result.recorded} đã ghi + ${result.waiting} hợp lệ chưa ghi + ` +
  `${result.alreadyThere} đã có + ${result.refused} bị từ chối; ${result.files} hồ sơ, ${result.events} bước\n` +
  `${result.rows} rows = ${result.recorded} recorded + ${result.waiting} sound, not recorded + ` +
  `${result.alreadyThere} already there + ${result.refused} refused; ${result.files} files, ${result.events} steps`;

async function importRegister(context: CommandContext, file: string, options: RegisterOptions): Promise<void> {
  const source = sourceOf(file);
  await requireReadable(file);
  if (options.faults) await requireWritable(options.faults, file);
  const result = await context.withApplication(async (app) => {
    const recordedBy = await accountId(app, options.recordedBy);
    const done = await app.get(ImportRegister).run({
      ...{ source, dryRun: options.dryRun ?? false, recordedBy },
      progress: async ({ rows, waiting, refused }) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${waiting + refused}/${rows}`);
      },
    });
    if (done.applied) await tellMeasure(app, context);
    return done;
  });
  if (options.faults && result.faults.length > 0) await writeFaults(options.faults, source, result);
  context.print(registerSummary(result));
  printFaults(result.faults, context);
}

const docketSummary = (result: DocketResult): string[] => [
  `${result.rows} dòng = ${result.imported} đã ghi + ${result.informational} không phải bước tố tụng + ` +
    `${result.alreadyThere} đã có + ${result.refused} bị từ chối; ${result.files} hồ sơ, ${result.events} bước`,
  `${result.rows} rows = ${result.imported} imported + ${result.informational} informational + ` +
    `${result.alreadyThere} already there + ${result.refused} refused; ${result.files} files, ${result.events} steps`,
  ...Object.entries(result.informationalBy).map(([reason, rows]) => `  ${rows}  ${reason}`),
  ...Object.entries(result.refusedBy).map(([code, rows]) => `  ${rows}  ${code}`),
];

async function importDocket(context: CommandContext, file: string, options: DocketOptions): Promise<void> {
  const source = sourceOf(file);
  const profile = readProfile(await textOf(options.profile));
  await requireReadable(file);
  if (options.refused) await requireWritable(options.refused, file);
  const result = await context.withApplication(async (app) => {
    const recordedBy = await accountId(app, options.recordedBy);
    const done = await app.get(ImportDocket).run({ source, profile, dryRun: options.dryRun ?? false, recordedBy });
    if (done.applied) await tellMeasure(app, context);
    return done;
  });
  if (options.refused) await writeFaults(options.refused, source, result);
  for (const line of docketSummary(result)) context.print(line);
}

/** Adds `import register` and `import docket`. */
export function registerImport(program: Command, context: CommandContext): void {
  const imports =
    program.commands.find((command) => command.name() === 'import') ??
    program.command('import').description('nhập dữ liệu từ tệp / imports from files');
  imports
    .command('register <file>')
    .description('sổ thụ lý, mỗi bước một dòng (CSV, XLSX) / a register, one row per step; docs/import-format.md')
    .option('--dry-run', 'chỉ kiểm tra, không ghi / judge only')
    .option('--faults <file>', 'ghi các dòng lỗi ra tệp .csv hoặc .xlsx / write the faulty rows')
    .option('--recorded-by <username>', 'tài khoản đứng tên / the account that records')
    .action((file: string, options: RegisterOptions) => importRegister(context, file, options));
  imports
    .command('docket <events>')
    .description('nhật ký của hệ thống khác theo tệp ánh xạ / another system’s event log; docs/import-docket.md')
    .requiredOption('--profile <file>', 'tệp ánh xạ YAML / the mapping profile')
    .option('--dry-run', 'chỉ kiểm tra, không ghi / judge only')
    .option('--refused <file>', 'ghi các dòng bị từ chối ra tệp / write the refused rows')
    .option('--recorded-by <username>', 'tài khoản đứng tên / the account that records')
    .action((file: string, options: DocketOptions) => importDocket(context, file, options));
}
