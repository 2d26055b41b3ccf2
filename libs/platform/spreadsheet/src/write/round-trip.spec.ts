import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { ForeignFiles, cellsOf, faultsOf } from '../../test/foreign-files.js';
import { writeCsv, writeXlsx } from '../index.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const HEADER = ['Họ và tên', 'Ngày', 'Ghi chú'];
const word = fc.constantFrom(
  'Nguyễn',
  'Thị',
  'Hoà',
  'Đặng',
  "H'Hen Niê",
  '=1+1',
  '-5',
  '_x0041_',
  '"',
  '\r\n',
  ';',
  '<&>',
  '😀',
);
const vietnamese = fc
  .tuple(fc.array(word, { maxLength: 6 }), fc.constantFrom('NFC', 'NFD'))
  .map(([words, form]) => words.join(' ').normalize(form));
const cell = fc.oneof(vietnamese, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const rows = fc.array(
  fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text !== '')),
  { minLength: 1, maxLength: 8 },
);

/** What a cell may become on the way: composed, and with a mark for what no text column can hold. */
const kept = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
  text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd');

describe('what is written is read again as it was', () => {
  it.each([
    ['CSV', 'x.csv', (table: string[][]) => writeCsv(table)],
    ['CSV with semicolons', 'x.csv', (table: string[][]) => writeCsv(table, ';')],
    ['CSV with tabs', 'x.csv', (table: string[][]) => writeCsv(table, '\t')],
    ['XLSX', 'x.xlsx', (table: string[][]) => writeXlsx([{ name: 'Bảng', rows: table }])],
  ])('%s', async (_name, fileName, write) => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const content = await buffer(write([HEADER, ...table]));
        const result = await files.read(content, fileName);
        expect(result.headers).toEqual(HEADER);
        expect(cellsOf(result)).toEqual(table.map((cells) => cells.map(kept)));
        expect(faultsOf(result)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
