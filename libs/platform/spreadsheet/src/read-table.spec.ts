import { truncate } from 'node:fs/promises';
import { ForeignFiles } from '../test/foreign-files.js';
import { readTable } from './index.js';
import { readForeignTable } from './read-foreign-table.js';
import { MESSAGES_UNDER_WAY, ROWS_PER_MESSAGE, type ReaderMessage } from './reader-protocol.js';
import { DEFAULT_TABLE_LIMITS } from './table.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const ROWS = 12_345;
const LONG = `a,b\n${Array.from({ length: ROWS }, (_, index) => `${index},x`).join('\n')}\n`;

describe('reading a table', () => {
  it('gives every row once and in order, however many batches they fill', async () => {
    expect(ROWS).toBeGreaterThan(ROWS_PER_MESSAGE * MESSAGES_UNDER_WAY * 2);
    const { rows } = await files.readInThread(LONG, 'long.csv');
    expect(rows.map(({ cells }) => cells.get('a'))).toEqual(Array.from({ length: ROWS }, (_, index) => String(index)));
    expect(rows.at(-1)?.line).toBe(ROWS + 1);
  });

  it('needs no header to be asked for', async () => {
    const path = await files.write('a,b\n1,2\n', 'short.csv');
    const cells: string[] = [];
    for await (const row of readTable({ path, fileName: 'short.csv' })) cells.push(...row.cells.values());
    expect(cells).toEqual(['1', '2']);
  });

  it('can be given up half way, and then gives no more', async () => {
    const table = await files.open(LONG, 'long.csv');
    for await (const row of table) if (row.line === 5) break;
    await expect(table[Symbol.asyncIterator]().next()).rejects.toThrow('ended early');
  });

  it('can be closed unread', async () => {
    const table = await files.open(LONG, 'long.csv');
    await table.close();
    expect(table.headers).toEqual(['a', 'b']);
  });

  it('reads no further while nobody takes the rows', async () => {
    const path = await files.write(LONG, 'long.csv');
    const sent: ReaderMessage['kind'][] = [];
    const send = (message: ReaderMessage): Promise<void> => {
      sent.push(message.kind);
      return message.kind === 'rows' ? new Promise(() => undefined) : Promise.resolve();
    };
    void readForeignTable({ source: { path, fileName: 'long.csv' }, limits: DEFAULT_TABLE_LIMITS }, { send });
    await files.readInThread(LONG, 'other.csv');
    expect(sent).toEqual(['header', 'rows']);
  });

  it('holds the thread back too: what is cut off from the file meanwhile is never read', async () => {
    const rows = 300_000;
    const content = `a\n${Array.from({ length: rows }, (_, index) => `${index}`).join('\n')}\n`;
    const table = await files.open(content, 'cut.csv', { maxRows: rows });
    await files.readInThread(content, 'whole.csv', { maxRows: rows });
    await truncate(`${files.folder}/cut.csv`, content.length / 2);
    let read = 0;
    for await (const row of table) read += row.cells.size;
    expect(read).toBeGreaterThan(ROWS_PER_MESSAGE);
    expect(read).toBeLessThan(rows * 0.6);
  });

  it('fails as an error of ours, not of the user, when the file is not there', async () => {
    const missing = readTable({ path: `${files.folder}/nowhere.csv`, fileName: 'nowhere.csv' }).next();
    await expect(missing).rejects.toThrow(/^the reader failed: Error ENOENT/);
  });

  it('says nothing of the content in a refusal', async () => {
    const error: unknown = await files
      .readInThread('a,b\n1,2\n"secret"secret,3\n', 'secret.csv')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'file.csv_quote', facts: { line: 3 } });
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain('secret');
  });

  it('is refused when the reading thread shows no sign of life', async () => {
    await expect(files.readInThread(LONG, 'long.csv', { maxSilenceSeconds: 0 })).rejects.toMatchObject({
      code: 'file.reader_silent',
    });
  });
});
