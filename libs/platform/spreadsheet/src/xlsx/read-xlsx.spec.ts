import { ForeignFiles, cellsOf, faultsOf, refusal } from '../../test/foreign-files.js';
import { SHEET, STRINGS, inline, row, sheetXml } from '../../test/workbook-forge.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const HEADER = row(1, inline('a'), inline('b'), inline('c'));
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>';
const strings = (...items: readonly string[]): string =>
  `<sst>${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
const read = (rows: string, parts: Record<string, string> = {}) =>
  files.readWorkbook({ [SHEET]: sheetXml(HEADER + rows), 'xl/styles.xml': STYLES, ...parts });

describe('a workbook from outside', () => {
  it('gives shared, inline and rich text in NFC, without phonetic hints and with escapes undone', async () => {
    const shared = strings(
      `<t>${'Nguyễn'.normalize('NFD')}</t>`,
      '<r><t>Đỗ </t></r><r><rPr><b/></rPr><t>Thị</t></r><rPh sb="0" eb="1"><t>hint</t></rPh>',
      '<t>x_x000D_\ny &amp; _x005F_x0041_</t>',
    );
    const cells = ['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>2</v></c>'];
    const table = await read(row(2, ...cells) + row(3, inline('  giữ  '), '<c t="str"><v>v</v></c>'), {
      [STRINGS]: shared,
    });
    expect(cellsOf(table)).toEqual([
      ['Nguyễn', 'Đỗ Thị', 'x\r\ny & _x0041_'],
      ['  giữ  ', 'v', ''],
    ]);
  });

  it('gives numbers as plain text, booleans, days and times', async () => {
    const table = await read(
      row(2, '<c><v>1E3</v></c>', '<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>') +
        row(3, '<c s="1"><v>45351.5</v></c>', '<c s="2"><v>1</v></c>', '<c s="3"><v>0.25</v></c>') +
        row(4, '<c t="d"><v>2024-02-29T00:00:00</v></c>', '<c s="1"/>', '<c s="9"><v>7</v></c>'),
    );
    expect(cellsOf(table)).toEqual([
      ['1000', 'TRUE', 'FALSE'],
      ['2024-02-29', '1900-01-01', '06:00:00'],
      ['2024-02-29', '', '7'],
    ]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const table = await read(row(2, '<c s="1"><v>0</v></c>'), { 'xl/workbook.xml': workbook });
    expect(cellsOf(table)).toEqual([['1904-01-01', '', '']]);
  });

  it('takes the value that a formula had, and reports formulas without one and error values', async () => {
    const table = await read(
      row(2, '<c><f>1+1</f><v>2</v></c>', '<c t="str"><f>""</f><v></v></c>', '<c t="str"><f>A1</f><v>=x</v></c>') +
        row(3, '<c><f>1+1</f></c>', '<c t="e"><v>#N/A</v></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    );
    expect(cellsOf(table)).toEqual([
      ['2', '', '=x'],
      ['', '', ''],
    ]);
    expect(faultsOf(table)).toEqual(['A3 cell.formula_without_value', 'B3 cell.error_value', 'C3 cell.error_value']);
  });

  it('reports cells that are no number, no day, too long, or not storable', async () => {
    const table = await read(
      row(2, '<c><v>1x</v></c>', '<c s="1"><v>60</v></c>', '<c t="d"><v>29/02/2024</v></c>') +
        row(3, inline('x'.repeat(32_768)), inline('_x0000_'), inline('_xD800_')),
    );
    expect(faultsOf(table)).toEqual([
      'A2 cell.number_invalid',
      'B2 cell.date_invalid',
      'C2 cell.date_invalid',
      'A3 cell.too_long',
      'B3 cell.control_character',
      'C3 cell.control_character',
    ]);
  });

  it('keeps the row numbers of the sheet over gaps, and passes over rows and cells without content', async () => {
    const sparse =
      '<row r="7"><c r="C7" t="inlineStr"><is><t>x</t></is></c><c r="XFD7" s="1"/></row><row r="8"/><row/>';
    const table = await read(`${sparse}<row><c r="B10"><v>1</v></c></row>`);
    expect(table.rows.map(({ line }) => line)).toEqual([7, 10]);
    expect(cellsOf(table)).toEqual([
      ['', '', 'x'],
      ['', '1', ''],
    ]);
  });

  it('reports content beyond the header', async () => {
    const table = await read(row(2, inline('1'), inline('2'), inline('3'), inline('4')));
    expect(table.rows[0]?.faults).toEqual([{ code: 'row.ragged', expected: 3, found: 4 }]);
  });

  it('reads elements under the prefix that the writer chose, and no others', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m" xmlns:y="n"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c></x:row>' +
      '<x:row><y:c t="str"><y:v>no</y:v></y:c><x:c t="str"><x:v>yes</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(cellsOf(await files.readWorkbook({ [SHEET]: sheet }))).toEqual([['yes']]);
  });
});

describe('the sheet that is read', () => {
  const sheets = (inner: string) => `<workbook xmlns:r="r"><sheets>${inner}</sheets></workbook>`;
  const two = {
    [SHEET]: sheetXml(row(1, inline('first')) + row(2, inline('1'))),
    'xl/worksheets/sheet2.xml': sheetXml(row(1, inline('second')) + row(2, inline('2'))),
  };
  const one = '<sheet name="Một" sheetId="1" state="hidden" r:id="rId1"/>';
  const other = '<sheet name="Hai" sheetId="2" r:id="rId2"/>';

  it('is the first visible one', async () => {
    const table = await files.readWorkbook({ ...two, 'xl/workbook.xml': sheets(one + other) });
    expect(table.headers).toEqual(['second']);
  });

  it('is the named one, hidden or not, however its name is composed', async () => {
    const table = await files.readWorkbook(
      { ...two, 'xl/workbook.xml': sheets(one + other) },
      {},
      'Một'.normalize('NFD'),
    );
    expect(table.headers).toEqual(['first']);
  });

  it.each([
    ['no sheet of that name', sheets(other), 'Một', 'file.sheet_missing'],
    ['only hidden sheets', sheets(one), undefined, 'file.no_visible_sheet'],
    ['no sheet at all', sheets(''), undefined, 'file.no_visible_sheet'],
  ])('is refused: %s', async (_name, workbook, sheet, code) => {
    await expect(files.readWorkbook({ ...two, 'xl/workbook.xml': workbook }, {}, sheet)).rejects.toMatchObject(
      refusal(code),
    );
  });
});

describe('a workbook that is refused', () => {
  it.each([
    ['no header', sheetXml(''), 'file.empty'],
    ['no rows', sheetXml(HEADER), 'file.no_rows'],
    ['rows out of order', sheetXml(HEADER + row(3, inline('1')) + row(2, inline('1'))), 'file.sheet_malformed'],
    ['a row beyond the last', sheetXml(HEADER + row(1_048_577, inline('1'))), 'file.sheet_malformed'],
    [
      'cells out of order',
      sheetXml(HEADER + row(2, '<c r="B2"><v>1</v></c><c r="A2"><v>1</v></c>')),
      'file.sheet_malformed',
    ],
    ['a cell outside every row', sheetXml(`${HEADER}<c><v>1</v></c>`), 'file.sheet_malformed'],
    ['a column beyond XFD', sheetXml(HEADER + row(2, '<c r="XFE2"><v>1</v></c>')), 'file.sheet_malformed'],
    ['a shared string that is not there', sheetXml(HEADER + row(2, '<c t="s"><v>5</v></c>')), 'file.sheet_malformed'],
    ['a negative shared string', sheetXml(HEADER + row(2, '<c t="s"><v>-1</v></c>')), 'file.sheet_malformed'],
    ['an unknown kind of cell', sheetXml(HEADER + row(2, '<c t="z"><v>1</v></c>')), 'file.sheet_malformed'],
    ['an error in the header', sheetXml(row(1, '<c t="e"><v>#REF!</v></c>') + HEADER), 'file.header_fault'],
  ])('%s', async (_name, sheet, code) => {
    await expect(files.readWorkbook({ [SHEET]: sheet })).rejects.toMatchObject(refusal(code));
  });
});
