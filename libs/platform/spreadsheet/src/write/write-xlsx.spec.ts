import { buffer } from 'node:stream/consumers';
import { ForeignFiles, cellsOf } from '../../test/foreign-files.js';
import { DEFAULT_TABLE_LIMITS } from '../table.js';
import { ZipArchive } from '../xlsx/zip-archive.js';
import { type TextSheet, writeXlsx } from './write-xlsx.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const ROWS: TextSheet = {
  name: 'Dữ liệu & mẫu',
  widths: [20, 12.5],
  rows: [
    ['Mã', 'Ngày'],
    ['=1+1', '0012'],
  ],
};
const GUIDE: TextSheet = {
  name: 'Hướng dẫn',
  rows: [
    ['Cột', 'Cách điền'],
    ['Mã', 'như trong sổ'],
  ],
};

async function partOf(content: Buffer, name: string): Promise<string> {
  const archive = await ZipArchive.open(await files.write(content, 'written.xlsx'), DEFAULT_TABLE_LIMITS);
  const chunks: Buffer[] = [];
  for await (const chunk of archive.read(name)) chunks.push(chunk);
  archive.close();
  return Buffer.concat(chunks).toString();
}

describe('a workbook that is written', () => {
  it('holds several sheets, each found by its name', async () => {
    const content = await buffer(writeXlsx([ROWS, GUIDE]));
    expect((await files.read(content, 'x.xlsx')).headers).toEqual(['Mã', 'Ngày']);
    const guide = await files.read(content, 'x.xlsx', {}, GUIDE.name);
    expect(cellsOf(guide)).toEqual([['Mã', 'như trong sổ']]);
    expect((await files.read(content, 'x.xlsx', {}, ROWS.name)).rows).toHaveLength(1);
  });

  it('has a bold header that stays in sight, widths, and text cells that no program calculates', async () => {
    const content = await buffer(writeXlsx([ROWS]));
    const sheet = await partOf(content, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="A1" s="2" t="inlineStr"><is><t>Mã</t></is></c>');
    expect(sheet).toContain('<c r="A2" s="3" t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(sheet).toContain('<c r="B2" s="1" t="inlineStr"><is><t>0012</t></is></c>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<col min="2" max="2" width="12.5" style="1" customWidth="1"/>');
    expect(sheet).not.toContain('<f>');
    const styles = await partOf(content, 'xl/styles.xml');
    expect(styles).toMatch(/<font><b\/>/);
    expect(styles.match(/numFmtId="49"/g)).toHaveLength(3);
    expect(styles.match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  it('is the same byte for byte from the same rows', async () => {
    expect(await buffer(writeXlsx([ROWS, GUIDE]))).toEqual(await buffer(writeXlsx([ROWS, GUIDE])));
  });

  it('refuses names that a spreadsheet program would not take', () => {
    const named = (...names: string[]) => names.map((name) => ({ name, rows: [] }));
    for (const sheets of [[], named(''), named('a/b'), named('x'.repeat(32)), named('a', 'a')]) {
      expect(() => writeXlsx(sheets)).toThrow(RangeError);
    }
  });

  it('refuses a cell that no workbook can hold, and passes on the failure of its rows', async () => {
    const long = writeXlsx([{ name: 'A', rows: [['a'], ['x'.repeat(32_768)]] }]);
    await expect(buffer(long)).rejects.toThrow(new RangeError('cell A2 is longer than 32767 characters'));
    async function* failing(): AsyncGenerator<string[]> {
      yield await Promise.resolve(['a']);
      throw new Error('no more rows');
    }
    await expect(buffer(writeXlsx([{ name: 'A', rows: failing() }]))).rejects.toThrow('no more rows');
  });
});
