import { createWriteStream } from 'node:fs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { COLUMNS, ImportRegister } from '#libs/feature/imports';
import { writeCsv, writeXlsx } from '#libs/platform/spreadsheet';
import { memoryOf } from '../support/process-memory.js';
import { RECORDED_BY } from '../support/national-docket.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { median, timed } from '../support/stopwatch.js';

const ROWS = 100_000;
const OFFICES = ['CA-31', 'CA-01', 'CA-79', 'CA-22'];

/** Reports received and classified: two rows each, twelve columns. */
function* registerRows(round: string): Generator<readonly string[]> {
  const columns = ['kind', 'number', 'office', 'step', 'occurredOn', 'source', 'competence', 'decisionNumber'] as const;
  const rest = ['decisionOn', 'place', 'note', 'caseNumber'] as const;
  yield [...columns, ...rest].map((column) => COLUMNS[column].vi);
  for (let index = 0; index < ROWS / 2; index += 1) {
    const day = `${String((index % 28) + 1).padStart(2, '0')}/10/2025`;
    const own = ['Nguồn tin', `${index}/${round}`, OFFICES[index % OFFICES.length] ?? ''];
    yield [...own, 'Tiếp nhận nguồn tin', day, 'tố giác về tội phạm', '', '', '', '', '', ''];
    yield [...own, 'Phân loại', day, '', 'thuộc thẩm quyền', `${index}/PL`, day, '', '', ''];
  }
}

const fileOf = async (folder: string, format: 'csv' | 'xlsx', round: string): Promise<string> => {
  const file = path.join(folder, `${round}.${format}`);
  const rows = registerRows(`${format}-${round}`);
  await pipeline(format === 'csv' ? writeCsv(rows) : writeXlsx([{ name: 'So', rows }]), createWriteStream(file));
  return file;
};

/** As many real events, without a thought, into a table of the same shape, keys and indexes. */
const copyEvents = async ({ cluster }: Stage, lines: Buffer): Promise<void> => {
  await cluster.owner.query('drop table if exists bench_event; create table bench_event (like event including all)');
  const client = await cluster.owner.connect();
  const target = client.query(copyFrom('copy bench_event from stdin'));
  target.end(lines);
  await new Promise((resolve, reject) => target.on('finish', resolve).on('error', reject));
  client.release();
};

const someEvents = async ({ cluster }: Stage): Promise<Buffer> => {
  const client = await cluster.owner.connect();
  const source: Readable = client.query(copyTo(`copy (select * from event limit ${ROWS}) to stdout`));
  const pieces: Buffer[] = [];
  for await (const piece of source) pieces.push(piece as Buffer);
  client.release();
  return Buffer.concat(pieces);
};

const importFile = async ({ app }: Stage, file: string): Promise<void> => {
  const source = { path: file, fileName: path.basename(file) };
  const result = await app.get(ImportRegister).run({ source, dryRun: false, recordedBy: RECORDED_BY });
  if (result.recorded !== ROWS)
    throw new Error(`imported ${result.recorded}: ${JSON.stringify(result.faults.slice(0, 2))}`);
};

/** A register of 100,000 rows, read, judged and recorded whole, against COPY of as many events. */
export const importRegister: Benchmark = {
  name: 'import',
  run: async (stage) => {
    stage.report.heading(`Import of ${ROWS} rows, end to end`);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-register-'));
    const lines = await someEvents(stage);
    const times = new Map<string, number[]>();
    const note = (name: string, ms: number): void => void times.set(name, [...(times.get(name) ?? []), ms]);
    const before = memoryOf(process.pid);
    for (let round = 0; round < Math.min(stage.options.rounds, 3); round += 1) {
      note('COPY into the same table', (await timed(() => copyEvents(stage, lines))).ms);
      for (const format of ['csv', 'xlsx'] as const) {
        const file = await fileOf(folder, format, `${Date.now()}`);
        note(`product, ${format}`, (await timed(() => importFile(stage, file))).ms);
        fs.rmSync(file);
      }
    }
    fs.rmSync(folder, { recursive: true });
    const limit = median(times.get('COPY into the same table') ?? []);
    const rows = [...times].map(([name, ms]) => [name, median(ms), ROWS / (median(ms) / 1000), limit / median(ms)]);
    stage.report.table(['', 'median ms', 'rows a second', 'rate × COPY'], rows);
    const { most } = memoryOf(process.pid);
    stage.report.table(['importing process, MB resident', 'before', 'most'], [['', before.now, most]]);
  },
};
