import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_TABLE_LIMITS, type Table, type TableLimits, type TableRow, openTable } from '../src/index.js';
import { readForeignTable } from '../src/read-foreign-table.js';
import { rowsOf } from '../src/read-table.js';
import type { ReaderMessage } from '../src/reader-protocol.js';
import { workbookEntries, type Parts } from './workbook-forge.js';
import { forgeZip } from './zip-forge.js';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
const COMPILED = fileURLToPath(new URL('../../../../dist/libs/platform/spreadsheet/src', import.meta.url));

export interface ReadResult {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A folder for the files of one suite, and the ways to read them. */
export class ForeignFiles {
  private constructor(readonly folder: string) {}

  static async create(): Promise<ForeignFiles> {
    return new ForeignFiles(await mkdtemp(path.join(tmpdir(), 'theoan-table-')));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  async write(content: Buffer | string, fileName: string): Promise<string> {
    const file = path.join(this.folder, fileName);
    await writeFile(file, content);
    return file;
  }

  /** Opens through the real thread. @throws Error when the compiled thread is older than its sources. */
  async open(content: Buffer | string, fileName: string, limits?: Partial<TableLimits>): Promise<Table> {
    assertCompiled();
    return openTable({ path: await this.write(content, fileName), fileName }, limits);
  }

  async readInThread(content: Buffer | string, fileName: string, limits?: Partial<TableLimits>): Promise<ReadResult> {
    const table = await this.open(content, fileName, limits);
    const rows: TableRow[] = [];
    for await (const row of table) rows.push(row);
    return { headers: table.headers, rows };
  }

  /** Reads with what runs in the thread, but here: starting hundreds of threads would take minutes. */
  async read(
    content: Buffer | string,
    fileName: string,
    limits?: Partial<TableLimits>,
    sheet?: string,
  ): Promise<ReadResult> {
    const source = { path: await this.write(content, fileName), fileName, sheet };
    let headers: readonly string[] = [];
    const rows: TableRow[] = [];
    const send = (message: ReaderMessage): Promise<void> => {
      if (message.kind === 'header') headers = message.headers;
      if (message.kind === 'rows') rows.push(...rowsOf(message, headers));
      return Promise.resolve();
    };
    await readForeignTable({ source, limits: { ...DEFAULT_TABLE_LIMITS, ...limits } }, { send });
    return { headers, rows };
  }

  readCsv(content: Buffer | string, limits?: Partial<TableLimits>): Promise<ReadResult> {
    return this.read(content, 'bang.csv', limits);
  }

  /** @param parts of a workbook that replace those of the sound one. */
  readWorkbook(parts: Parts, limits?: Partial<TableLimits>, sheet?: string): Promise<ReadResult> {
    return this.read(forgeZip(workbookEntries(parts)), 'bang.xlsx', limits, sheet);
  }
}

/** @returns the cells of each row, in the order of the headers. */
export const cellsOf = ({ rows }: ReadResult): string[][] => rows.map(({ cells }) => [...cells.values()]);

/** @returns line, column and code of every fault. */
export const faultsOf = ({ rows }: ReadResult): string[] =>
  rows.flatMap(({ line, faults }) => faults.map(({ code, column }) => `${column ?? 'row'}${line} ${code}`));

/** @returns what a matcher needs to recognise a refusal. */
export const refusal = (code: string, facts: object = {}): object => ({
  name: 'DomainError',
  kind: 'malformed',
  code,
  facts: expect.objectContaining(facts) as object,
});

function assertCompiled(): void {
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    const compiled = path.join(COMPILED, file.replace(/\.ts$/, '.js'));
    const isFresh = existsSync(compiled) && statSync(compiled).mtimeMs >= statSync(path.join(SOURCES, file)).mtimeMs;
    if (!isFresh) throw new Error(`dist is older than ${file}: run \`npm run build\``);
  }
}
