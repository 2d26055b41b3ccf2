import { ForeignFiles, cellsOf, faultsOf, refusal } from '../../test/foreign-files.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const BOM = '\ufeff';

describe('a CSV from outside', () => {
  it('gives its header and every row with the row number that a spreadsheet program shows', async () => {
    const table = await files.readCsv('Mã,Họ tên\r\n1,"Nguyễn ""Ảo"" A"\r\n\r\n2,"hai\ndòng"\r\n3,c\r\n');
    expect(table.headers).toEqual(['Mã', 'Họ tên']);
    expect(cellsOf(table)).toEqual([
      ['1', 'Nguyễn "Ảo" A'],
      ['2', 'hai\ndòng'],
      ['3', 'c'],
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  it.each([
    ['comma', 'a,b,c;d\n1,2,3;4\n', ['a', 'b', 'c;d']],
    ['semicolon', 'a;"b,c,d"\n1;2\n', ['a', 'b,c,d']],
    ['tab', 'a\tb,c\n1\t2\n', ['a', 'b,c']],
    ['none', 'a\n1\n', ['a']],
  ])('finds the separator in the header: %s', async (_name, content, headers) => {
    expect((await files.readCsv(content)).headers).toEqual(headers);
  });

  it.each([
    ['UTF-8', Buffer.from('họ;tên\n1;Đỗ\n')],
    ['UTF-8 with a byte order mark', Buffer.from(`${BOM}họ;tên\n1;Đỗ\n`)],
    ['UTF-16LE with a byte order mark', Buffer.from(`${BOM}họ;tên\n1;Đỗ\n`, 'utf16le')],
  ])('reads %s', async (_name, content) => {
    const table = await files.readCsv(content);
    expect([table.headers, cellsOf(table)]).toEqual([['họ', 'tên'], [['1', 'Đỗ']]]);
  });

  it('gives all text in NFC, headers too', async () => {
    const table = await files.readCsv('họ tên\nNguyễn Thị Hòa\n'.normalize('NFD'));
    expect([table.headers, cellsOf(table)]).toEqual([['họ tên'], [['Nguyễn Thị Hòa']]]);
  });

  it('takes line ends of all systems, mixed', async () => {
    expect(cellsOf(await files.readCsv('a,b\r\n1,2\n3,4\r5,6'))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('reports a row that is too short or too long, and tolerates empty cells at the end', async () => {
    const table = await files.readCsv('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n');
    expect(table.rows.map(({ line, faults }) => [line, faults])).toEqual([
      [2, [{ code: 'row.ragged', expected: 3, found: 2 }]],
      [3, [{ code: 'row.ragged', expected: 3, found: 4 }]],
      [4, []],
    ]);
  });

  it('reports a cell that is too long or holds control characters, without its content', async () => {
    const table = await files.readCsv(`a,b\n${'x'.repeat(32_768)},ok\n1,secret\u0001\n`);
    expect(faultsOf(table)).toEqual(['A2 cell.too_long', 'B3 cell.control_character']);
    expect(cellsOf(table)).toEqual([
      ['', 'ok'],
      ['1', ''],
    ]);
  });

  it('takes off the apostrophe that guards a formula', async () => {
    expect(cellsOf(await files.readCsv("a,b\n'=1+1,'tên\n"))).toEqual([['=1+1', "'tên"]]);
  });
});

describe('a CSV that is refused', () => {
  const legacy = Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.from([0xd0, 0xe2]), Buffer.from('\n')]);

  it.each([
    ['bytes that are no UTF-8, with the line', legacy, 'file.encoding', { line: 3, expected: 'utf-8' }],
    ['a character cut off at the end', Buffer.from('a,b\n1,Đ').subarray(0, -1), 'file.encoding', { line: 2 }],
    ['UTF-16BE', Buffer.from('feff00610062', 'hex'), 'file.encoding', { found: 'utf-16be' }],
    ['UTF-16 without a byte order mark', Buffer.from('a,b\n1,2', 'utf16le'), 'file.nul_character', { line: 1 }],
    ['a lone surrogate in UTF-16LE', Buffer.from(`${BOM}a\n\ud800\n`, 'utf16le'), 'file.encoding', {}],
    ['NUL', 'a,b\n1,2\n3,\0\n', 'file.nul_character', { line: 3 }],
    ['a quote that is never closed', 'a,b\n1,"2\n', 'file.csv_quote', {}],
    ['a quote inside a cell without quotes', 'a,b\n1,2\n3,x"y"\n', 'file.csv_quote', { line: 3 }],
    ['text after a closing quote', 'a,b\n1,"2"x\n', 'file.csv_quote', { line: 2 }],
    ['nothing', '', 'file.empty', {}],
    ['blank lines only', '\n\n;;\n', 'file.empty', {}],
    ['a header without rows', 'a,b\n\n', 'file.no_rows', {}],
    ['a column without header', 'a,,c\n1,2,3\n', 'file.header_blank', { column: 'B' }],
    ['the same header twice', 'a, b,b \n1,2,3\n', 'file.header_duplicate', { column: 'C', first: 'B' }],
    ['a header that cannot be text', 'a,b\u0001\n1,2\n', 'file.header_fault', { column: 'B' }],
    ['a record without end', `a\n"${'x\n'.repeat(1_100_000)}"\n`, 'file.csv_record_too_long', {}],
    ['a line without end', 'x'.repeat(3 * 1024 * 1024), 'file.csv_record_too_long', {}],
  ])('%s', async (_name, content, code, facts) => {
    await expect(files.readCsv(content)).rejects.toMatchObject(refusal(code, facts));
  });

  it('too many columns', async () => {
    await expect(files.readCsv(`${','.repeat(200)}x\n1\n`)).rejects.toMatchObject(
      refusal('file.too_many_columns', { limit: 200, line: 1 }),
    );
  });

  it('too many rows', async () => {
    await expect(files.readCsv('a\n1\n2\n3\n', { maxRows: 2 })).rejects.toMatchObject(
      refusal('file.too_many_rows', { limit: 2 }),
    );
  });

  it('finds the line of the fault in any chunk of a large file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index},Đỗ Thị Hoà`);
    const content = Buffer.from(`a,b\n${rows.join('\n')}\n`);
    const line = 15_000;
    content[content.indexOf(`\n${line - 2},`) + 1] = 0xff;
    await expect(files.readCsv(content)).rejects.toMatchObject(refusal('file.encoding', { line }));
  });

  it('finds the line of the fault also when a character lies across two chunks', async () => {
    const chunk = 64 * 1024;
    const start = `a\n${'x\n'.repeat(chunk / 2 - 2)}y`;
    expect(start).toHaveLength(chunk - 1);
    const content = Buffer.concat([Buffer.from(`${start}Đ\n1\n2\n3`), Buffer.from([0xff]), Buffer.from('\n')]);
    const line = chunk / 2 + 3;
    await expect(files.readCsv(content)).rejects.toMatchObject(refusal('file.encoding', { line }));
  });
});
