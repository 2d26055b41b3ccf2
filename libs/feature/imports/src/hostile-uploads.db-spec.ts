import { readdir } from 'node:fs/promises';
import { Agent } from 'node:http';
import os from 'node:os';
import { type Response } from 'supertest';
import { UPLOAD_LIMIT } from '#libs/platform/http';
import { eventually } from '../../../../test/support/eventually.js';
import { World } from '../../../../test/support/world.js';
import { forgedWorkbook, sheetOf } from '../../../../test/support/imports/forged-workbook.js';
import { ImportDesk } from '../../../../test/support/imports/import-desk.js';
import { classified, csvOf, received, xlsxOf } from '../../../../test/support/imports/register-files.js';

const MEGABYTE = 1024 * 1024;

let world: World;
let desk: ImportDesk;
let foldersBefore: ReadonlySet<string>;

/** Folders in which files of imports lie while they are read. */
const folders = async (): Promise<string[]> =>
  (await readdir(os.tmpdir())).filter((name) => name.startsWith('theoan-import-'));

beforeAll(async () => {
  foldersBefore = new Set(await folders());
  world = await World.start();
  desk = await ImportDesk.of(world, 'statistician', 'CA-31');
});
afterAll(async () => world?.stop());

/** Nothing of a refused upload may be left: no file, no import, no folder. */
afterEach(async () => {
  await eventually('no file to wait', async () => {
    const waiting = await world.database.ownerQuery('select run_id from import_file');
    return waiting.length === 0;
  });
  await eventually('no folder of an import to be left', async () =>
    (await folders()).every((name) => foldersBefore.has(name)),
  );
});

const imports = async (): Promise<unknown[]> => world.database.ownerQuery('select id from import_run');

/** Uploads what must be refused at once, as a problem, in both languages. */
async function refused(send: (language: string) => Promise<Response>): Promise<{ status: number; code: string }> {
  const before = await imports();
  const [vi, en] = [await send('vi'), await send('en')];
  for (const answer of [vi, en]) {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: answer.status, code: vi.body.code, detail: expect.any(String) });
    expect(answer.text).not.toMatch(/node_modules|\\n +at |theoan-import|root:x/);
  }
  expect(vi.body.detail).not.toBe(en.body.detail);
  expect(await imports()).toEqual(before);
  return { status: vi.status, code: vi.body.code as string };
}

const refusedFile = (content: Buffer, fileName: string): Promise<{ status: number; code: string }> =>
  refused(async (language) => desk.form(language).attach('file', content, fileName));

/** A sheet of a hundred megabytes in a file of half a megabyte. */
const content = Buffer.from(`<worksheet><sheetData>${'<row><c/></row>'.repeat(7_000_000)}`);
const bomb = forgedWorkbook({ content });
const hidingBomb = forgedWorkbook({ content, declaredBytes: MEGABYTE });
const sound = sheetOf('<row><c t="inlineStr"><is><t>a</t></is></c></row>');
const wide = sheetOf(`<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`);

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]);
const xxe = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

describe('a hostile file is refused when it is uploaded', () => {
  it.each([
    ['an empty CSV', () => Buffer.alloc(0), 'so.csv', 'file.empty'],
    ['an empty workbook', () => Buffer.alloc(0), 'so.xlsx', 'file.empty'],
    ['an .xls that calls itself .xlsx', () => OLE, 'so.xlsx', 'file.old_xls'],
    ['an .xls', () => OLE, 'so.xls', 'file.kind_unsupported'],
    [
      'a workbook with macros',
      () => forgedWorkbook({ content: sound }, { name: 'xl/vbaProject.bin', content: 'x' }),
      'so.xlsx',
      'file.macros',
    ],
    ['a workbook that calls itself CSV', () => forgedWorkbook({ content: sound }), 'so.csv', 'file.extension_mismatch'],
    [
      'a page of the web that calls itself .xlsx',
      () => Buffer.from('<html></html>'),
      'so.xlsx',
      'file.extension_mismatch',
    ],
    ['a program', () => Buffer.from('MZ\x90\0\x03'), 'so.exe', 'file.kind_unsupported'],
    ['a file without extension', () => Buffer.from('a,b\n1,2\n'), 'so', 'file.kind_unsupported'],
    ['a script with two extensions', () => Buffer.from('a,b\n1,2\n'), 'so.csv.sh', 'file.kind_unsupported'],
    [
      'a ZIP that ends early',
      () => forgedWorkbook({ content: sound }).subarray(0, 300),
      'so.xlsx',
      'file.zip_malformed',
    ],
    ['a bomb', () => bomb, 'so.xlsx', 'file.zip_ratio'],
    ['a bomb that hides its size', () => hidingBomb, 'so.xlsx', 'file.zip_forged_size'],
    ['a workbook of 16,384 columns', () => forgedWorkbook({ content: wide }), 'so.xlsx', 'file.too_many_columns'],
    ['a CSV of 16,384 columns', () => Buffer.from(`${'a,'.repeat(16_383)}a\n`), 'so.csv', 'file.too_many_columns'],
    ['an external entity', () => forgedWorkbook({ content: `${xxe}${sound}` }), 'so.xlsx', 'file.xml_doctype'],
    [
      'a way out of the archive',
      () => forgedWorkbook({ content: sound }, { name: '../../x', content: 'x' }),
      'so.xlsx',
      'file.zip_entry_name',
    ],
    ['bytes that are no text', () => Buffer.from('a,\0\n1,2\n'), 'so.csv', 'file.nul_character'],
  ])('%s', async (_name, contentOf, fileName, code) => {
    expect(await refusedFile(contentOf(), fileName)).toEqual({ status: 400, code });
  });

  it('one that is too large', async () => {
    const large = Buffer.alloc(UPLOAD_LIMIT + 1, 'a,b\n');
    expect(await refusedFile(large, 'so.csv')).toEqual({ status: 413, code: 'request.upload-too-large' });
  });

  it('even when only its last row is bad it is not half imported', async () => {
    const register = await csvOf([received('T1'), classified('T1')]);
    const run = await desk.import(Buffer.concat([register, Buffer.from('"tin,T1')]), 'so.csv');
    expect(run).toMatchObject({ status: 'unreadable', recorded: 0, faults: [] });
    expect(run.failure).toMatch(/^Dấu nháy kép/);
    expect((await desk.view(run.id, 'en')).failure).toMatch(/^A double quote/);
    expect(await world.database.ownerQuery(`select 1 from subject where number = 'T1'`)).toEqual([]);
  });
});

describe('a hostile form is refused', () => {
  const file = Buffer.from('a,b\n1,2\n');

  it('without a file, or with text in its place', async () => {
    const none = { status: 400, code: 'import.no-file' };
    expect(await refused(async (language) => desk.form(language).field('dryRun', 'true'))).toEqual(none);
    expect(await refused(async (language) => desk.form(language).field('file', 'a,b'))).toEqual(none);
    expect(await refused(async (language) => desk.form(language).send({ file: 'a,b' }))).toEqual(none);
    expect(await refused(async (language) => desk.form(language))).toEqual(none);
  });

  it('with two files', async () => {
    const two = (language: string) => desk.form(language).attach('file', file, 'a.csv').attach('file', file, 'b.csv');
    expect(await refused(async (language) => two(language))).toEqual({ status: 413, code: 'request.too-many-parts' });
  });

  it('under another content type', async () => {
    const send = (type: string) => async (language: string) =>
      desk.form(language).set('content-type', type).send(file.toString());
    const unsupported = { status: 415, code: 'request.media-type-unsupported' };
    expect(await refused(send('text/csv'))).toEqual(unsupported);
    expect(await refused(send('application/octet-stream'))).toEqual(unsupported);
    const malformed = { status: 400, code: 'request.malformed' };
    expect(await refused(send('multipart/form-data'))).toEqual(malformed);
    expect(await refused(send('multipart/form-data; boundary=x'))).toEqual(malformed);
  });

  it('with a field that it does not know, or with a dry run that is neither true nor false', async () => {
    const invalid = { status: 400, code: 'request.invalid' };
    const sent = (field: string, value: string) => async (language: string) =>
      desk.form(language).field(field, value).attach('file', file, 'a.csv');
    expect(await refused(sent('dryRun', 'yes'))).toEqual(invalid);
    expect(await refused(sent('dry_run', 'true'))).toEqual(invalid);
    const named = await desk.form().attach('register', file, 'a.csv');
    expect(named.body).toMatchObject({ code: 'request.invalid', faults: [{ field: 'register' }] });
    const twice = await desk.form().field('dryRun', 'true').field('dryRun', 'false').attach('file', file, 'a.csv');
    expect(twice.body).toMatchObject({ code: 'request.invalid', faults: [{ field: 'dryRun' }] });
  });

  it('without a key by which it can be repeated', async () => {
    const answer = await desk.form('vi', '').attach('file', file, 'a.csv');
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.idempotency-key-missing' } });
  });
});

describe('a harmless form', () => {
  it('may say behind the file that it is only tried', async () => {
    const register = await xlsxOf([received('U1'), classified('U1')]);
    const answer = await desk.form().attach('file', register, 'so.xlsx').field('dryRun', 'true');
    const { id } = answer.body as { id: string };
    expect(await desk.ended(id)).toMatchObject({ status: 'dry-run', waiting: 2, recorded: 0 });
  });

  it.each([
    ['a way up', '../../../../etc/cron.d/so.csv'],
    ['a drive', 'C:\\Windows\\so.csv'],
    ['quotes and a turn of direction', 'sổ “thụ lý”\u202e.csv'],
    ['a name without end', `${'a'.repeat(3_000)}.csv`],
  ])('may bear a strange file name, which leads nowhere: %s', async (_name, fileName) => {
    const run = await desk.import(await csvOf([received('V1')]), fileName, { dryRun: 'true' });
    expect(run).toMatchObject({ status: 'dry-run', rows: 1, refused: 0 });
  });

  it('is taken beside hostile ones, and the server answers others all the while', async () => {
    const register = await csvOf([received('W1')]);
    const agent = new Agent({ keepAlive: true });
    const [hostile, harmless, asked] = await Promise.all([
      Promise.all([1, 2, 3, 4].map(async () => desk.form().agent(agent).attach('file', bomb, 'so.xlsx'))),
      desk.import(register, 'so.csv'),
      desk.get('template.csv'),
    ]);
    agent.destroy();
    expect(hostile.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(harmless).toMatchObject({ status: 'applied', recorded: 1 });
    expect(asked.status).toBe(200);
  });
});
