import { ForeignFiles, refusal } from '../test/foreign-files.js';
import { workbookEntries } from '../test/workbook-forge.js';
import { forgeZip } from '../test/zip-forge.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const workbook = forgeZip(workbookEntries());
const csv = 'a,b\n1,2\n';

/** An OLE compound file whose directory, in its second sector, holds one name. */
function compoundFile(name: string): Buffer {
  const file = Buffer.alloc(1_536);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 0x1e);
  file.writeUInt32LE(1, 0x30);
  file.write(name, 1_024, 'utf16le');
  return file;
}

describe('the kind of a file', () => {
  it.each([
    ['so.xlsx', workbook],
    ['SO.XLSX', workbook],
    ['so.csv', csv],
    ['so.tsv', csv],
    ['so.năm 2024.txt', csv],
  ])('is accepted: %s', async (fileName, content) => {
    expect((await files.read(content, fileName)).rows).toHaveLength(1);
  });

  it.each([
    ['an .xls renamed to .xlsx', 'so.xlsx', compoundFile('Workbook'), 'file.old_xls'],
    ['an .xls', 'so.xls', compoundFile('Workbook'), 'file.old_xls'],
    ['a compound file cut short', 'so.xlsx', compoundFile('').subarray(0, 100), 'file.old_xls'],
    ['a workbook with a password', 'so.xlsx', compoundFile('EncryptedPackage'), 'file.encrypted'],
    ['a web page called .xls', 'so.xls', '<html><table>', 'file.extension_mismatch'],
    ['an .xlsx renamed to .xls', 'so.xls', workbook, 'file.extension_mismatch'],
    ['an .xlsx renamed to .csv', 'so.csv', workbook, 'file.extension_mismatch'],
    ['a .csv renamed to .xlsx', 'so.xlsx', csv, 'file.extension_mismatch'],
    ['a workbook with macros', 'so.xlsm', workbook, 'file.macros'],
    ['a binary workbook', 'so.xlsb', workbook, 'file.binary_workbook'],
    ['another kind', 'so.pdf', '%PDF-1.7', 'file.kind_unsupported'],
    ['no extension', 'so', csv, 'file.kind_unsupported'],
    ['an empty workbook', 'so.xlsx', '', 'file.empty'],
  ])('is refused: %s', async (_name, fileName, content, code) => {
    await expect(files.read(content, fileName)).rejects.toMatchObject(refusal(code));
  });
});
