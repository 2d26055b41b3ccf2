import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';
import { ForeignFiles, refusal } from '../../test/foreign-files.js';
import { SHEET, STRINGS, inline, row, sheetXml, workbookEntries } from '../../test/workbook-forge.js';
import { type ForgedEntry, forgeZip } from '../../test/zip-forge.js';

jest.setTimeout(60_000);

const MEGABYTE = 1024 * 1024;
const BOMB_MEGABYTES = 400;

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

/** A sheet that goes on and on: `head`, then the block again and again. */
async function deflateRepeated(
  head: Buffer,
  block: Buffer,
  times: number,
): Promise<NonNullable<ForgedEntry['deflated']>> {
  const deflater = createDeflateRaw({ level: 9 });
  const pieces: Buffer[] = [];
  deflater.on('data', (piece: Buffer) => pieces.push(piece));
  let checksum = crc32(head);
  deflater.write(head);
  for (let time = 0; time < times; time += 1) {
    checksum = crc32(block, checksum);
    if (!deflater.write(block)) await once(deflater, 'drain');
  }
  deflater.end();
  await once(deflater, 'end');
  return { packed: Buffer.concat(pieces), bytes: head.length + block.length * times, checksum };
}

const without = (name: string): ForgedEntry[] => workbookEntries().filter((entry) => entry.name !== name);

describe('a decompression bomb', () => {
  let bomb: NonNullable<ForgedEntry['deflated']>;
  beforeAll(async () => {
    const block = Buffer.from('<row><c/></row>'.repeat(70_000));
    bomb = await deflateRepeated(Buffer.from('<worksheet><sheetData>'), block, BOMB_MEGABYTES);
  });

  it.each([SHEET, STRINGS])('that tells its size is refused before a byte of it is inflated: %s', async (name) => {
    const zip = forgeZip([...without(name), { name, deflated: bomb }]);
    expect(zip.length).toBeLessThan(2 * MEGABYTE);
    const error: unknown = await files.readInThread(zip, 'bomb.xlsx').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'malformed', code: expect.stringMatching(/^file\./) as string });
    const { facts } = error as { facts: { inflatedBytes?: number; declaredBytes: number } };
    expect(facts.declaredBytes).toBeGreaterThan(BOMB_MEGABYTES * MEGABYTE);
    expect(facts.inflatedBytes ?? 0).toBeLessThan(MEGABYTE);
  });

  it('that keeps to the size of a part is refused by its ratio', async () => {
    const block = Buffer.from('<row><c/></row>'.repeat(70_000));
    const deflated = await deflateRepeated(Buffer.from('<worksheet><sheetData>'), block, 100);
    const zip = forgeZip([...without(SHEET), { name: SHEET, deflated }]);
    await expect(files.readInThread(zip, 'bomb.xlsx')).rejects.toMatchObject(refusal('file.zip_ratio', { limit: 100 }));
  });

  it.each([SHEET, STRINGS])('that hides its size is stopped where its lie is reached: %s', async (name) => {
    const zip = forgeZip([...without(name), { name, deflated: bomb, declaredBytes: MEGABYTE }]);
    const error: unknown = await files.readInThread(zip, 'bomb.xlsx').catch((reason: unknown) => reason);
    expect(error).toMatchObject(refusal('file.zip_forged_size'));
    const { facts } = error as { facts: { inflatedBytes: number } };
    expect(facts.inflatedBytes).toBeLessThan(2 * MEGABYTE);
  });
});

describe('hostile XML in a workbook is refused', () => {
  const xxe = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const rows = row(1, inline('a')) + row(2, inline('&e;'));
  const sheet = sheetXml(rows).replace('<worksheet', `${xxe}<worksheet`);

  it.each([
    ['an external entity', { [SHEET]: sheet }, 'file.xml_doctype'],
    ['entities of entities', { [STRINGS]: `${laughs}<sst/>` }, 'file.xml_doctype'],
    ['a document type in the styles', { 'xl/styles.xml': `${xxe}<styleSheet/>` }, 'file.xml_doctype'],
    ['a document type in the workbook', { 'xl/workbook.xml': `${xxe}<workbook/>` }, 'file.xml_doctype'],
    ['an endless document type', { [SHEET]: `<!DOCTYPE x [${' '.repeat(2 * MEGABYTE)}` }, 'file.xml_token_too_long'],
    ['an entity nobody declared', { [SHEET]: sheetXml(rows) }, 'file.xml_malformed'],
    ['broken XML', { [SHEET]: '<worksheet><sheetData></worksheet>' }, 'file.xml_malformed'],
    ['XML that ends early', { [SHEET]: '<worksheet><sheetData><row>' }, 'file.xml_malformed'],
    ['two roots', { [SHEET]: `${sheetXml('')}<worksheet/>` }, 'file.xml_malformed'],
    ['no XML', { [SHEET]: 'hello' }, 'file.xml_malformed'],
    ['control characters', { [SHEET]: sheetXml(row(1, inline('a\u0001'))) }, 'file.xml_malformed'],
    [
      'another encoding, declared',
      { [SHEET]: '<?xml version="1.0" encoding="UTF-7"?><worksheet/>' },
      'file.xml_encoding',
    ],
    [
      'an endless text',
      { [STRINGS]: `<sst><si><t>${'x'.repeat(2 * MEGABYTE)}</t></si></sst>` },
      'file.xml_token_too_long',
    ],
    [
      'an endless tag',
      { [SHEET]: `<worksheet ${Array.from({ length: 150_000 }, (_, at) => `a${at}="" `).join('')}/>` },
      'file.xml_token_too_long',
    ],
    ['deep nesting', { [SHEET]: '<a>'.repeat(100) }, 'file.xml_too_deep'],
  ])('%s', async (_name, parts, code) => {
    const entries = workbookEntries(parts).map((entry) => ({ ...entry, stored: true }));
    await expect(files.read(forgeZip(entries), 'xml.xlsx')).rejects.toMatchObject(refusal(code));
  });

  it('another encoding, undeclared', async () => {
    const zip = forgeZip([
      ...without(SHEET),
      { name: SHEET, content: Buffer.from(`\ufeff${sheetXml(rows)}`, 'utf16le') },
    ]);
    await expect(files.read(zip, 'utf16.xlsx')).rejects.toMatchObject(refusal('file.xml_encoding', { part: 'sheet' }));
  });
});

describe('a package that is no plain workbook is refused', () => {
  const types = (type: string): string =>
    `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`;
  const macros = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
  const target = (to: string, more = ''): string =>
    `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${to}"${more}/></Relationships>`;

  it.each([
    ['macros by their part', { 'xl/vbaProject.bin': 'x' }, 'file.macros'],
    ['macros by the kind of the workbook', { '[Content_Types].xml': types(macros) }, 'file.macros'],
    ['a binary workbook', { 'xl/workbook.bin': 'x' }, 'file.binary_workbook'],
    ['no list of kinds', { '[Content_Types].xml': undefined }, 'file.no_workbook'],
    ['no relations', { '_rels/.rels': undefined }, 'file.no_workbook'],
    ['no workbook', { 'xl/workbook.xml': undefined }, 'file.no_workbook'],
    ['no relations of the workbook', { 'xl/_rels/workbook.xml.rels': undefined }, 'file.no_workbook'],
    ['a document of another program', { '_rels/.rels': '<Relationships/>' }, 'file.no_workbook'],
    ['a sheet that is not there', { [SHEET]: undefined }, 'file.workbook_malformed'],
    [
      'a sheet outside the file',
      { 'xl/_rels/workbook.xml.rels': target('../../../etc/passwd') },
      'file.workbook_malformed',
    ],
    [
      'a sheet elsewhere',
      { 'xl/_rels/workbook.xml.rels': target('http://example.invalid/', ' TargetMode="External"') },
      'file.no_visible_sheet',
    ],
  ])('%s', async (_name, parts, code) => {
    await expect(files.readWorkbook(parts)).rejects.toMatchObject(refusal(code));
  });
});

describe('limits of a workbook', () => {
  const cells = (count: number): string[] => Array.from({ length: count }, (_, index) => inline(`h${index}`));

  it('refuses a header of 16,384 columns at the first cell beyond the limit', async () => {
    await expect(files.readWorkbook({ [SHEET]: sheetXml(row(1, ...cells(16_384))) })).rejects.toMatchObject(
      refusal('file.too_many_columns', { line: 1, limit: 200 }),
    );
  });

  it('refuses one cell far to the right', async () => {
    const far = '<row r="2"><c r="XFD2"><v>1</v></c></row>';
    await expect(files.readWorkbook({ [SHEET]: sheetXml(row(1, inline('a')) + far) })).rejects.toMatchObject(
      refusal('file.too_many_columns', { line: 2 }),
    );
  });

  it('refuses more rows, larger files and more shared text than asked for', async () => {
    const rows = sheetXml(row(1, inline('a')) + row(2, inline('1')) + row(3, inline('2')));
    await expect(files.readWorkbook({ [SHEET]: rows }, { maxRows: 1 })).rejects.toMatchObject(
      refusal('file.too_many_rows', { limit: 1 }),
    );
    await expect(files.readWorkbook({}, { maxFileBytes: 100 })).rejects.toMatchObject(
      refusal('file.too_large', { limit: 100 }),
    );
    await expect(files.readWorkbook({ [STRINGS]: '<sst/>' }, { maxSharedStringsBytes: 5 })).rejects.toMatchObject(
      refusal('file.shared_strings_too_large', { declaredBytes: 6, limit: 5 }),
    );
  });

  it('holds the reading thread to its memory', async () => {
    const items = Array.from({ length: 300_000 }, (_, index) => `<si><t>${index}-${'y'.repeat(40)}</t></si>`);
    const zip = forgeZip(workbookEntries({ [STRINGS]: `<sst>${items.join('')}</sst>` }));
    await expect(files.readInThread(zip, 'large.xlsx', { maxMemoryMegabytes: 12 })).rejects.toMatchObject(
      refusal('file.too_much_memory', { megabytes: 12 }),
    );
  });
});
