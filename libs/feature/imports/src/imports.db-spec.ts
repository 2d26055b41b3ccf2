import { readFile } from 'node:fs/promises';
import { type INestApplicationContext } from '@nestjs/common';
import type { Actor } from '#libs/feature/access';
import { IdentityCheck } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { newId } from '#libs/platform/database';
import { OutboxWakeUp } from '#libs/platform/queue';
import { type TableSource } from '#libs/platform/spreadsheet';
import { eventually } from '../../../../test/support/eventually.js';
import { ImportingApplication } from '../../../../test/support/imports/importing-application.js';
import { type TestDatabase } from '../../../../test/support/test-database.js';
import { AskImport, ImportRegister, faultTable, returnedRows, templateRows } from './index.js';

type Row = Readonly<Record<string, string>>;

const HEADERS = ['Loại hồ sơ', 'Số thụ lý', 'Mã cơ quan', 'Bước', 'Ngày', 'Nguồn tin', 'Thẩm quyền', 'Căn cứ'];
const row = (number: string, step: string, on: string, more: Row = {}): Row => ({
  ...{ 'Loại hồ sơ': 'tin', 'Số thụ lý': number, 'Mã cơ quan': 'CA-31', Bước: step, Ngày: on, ...more },
});
const received = (number: string): Row => row(number, 'Tiếp nhận nguồn tin', '05/03/2026', { 'Nguồn tin': 'report' });
const classified = (number: string): Row => row(number, 'phan loai', '2026-03-06', { 'Thẩm quyền': 'own' });
const declined = (number: string): Row => row(number, 'decline', '20/03/2026', { 'Căn cứ': 'no-event' });

let stage: ImportingApplication;
let db: TestDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  stage = await ImportingApplication.start({ work: true });
  ({ db, app } = stage);
});
afterAll(async () => stage?.stop());
jest.setTimeout(120_000);

const written = async (rows: readonly Row[], format: 'csv' | 'xlsx' = 'csv'): Promise<TableSource> =>
  stage.written([HEADERS, ...rows.map((one) => HEADERS.map((header) => one[header] ?? ''))], format);

const imported = (source: TableSource, more: { dryRun?: boolean; scope?: ReadonlySet<number> } = {}) =>
  app.get(ImportRegister).run({ source, dryRun: false, recordedBy: newId(), ...more });

async function events(number: string): Promise<number> {
  const rows = await db.ownerQuery<{ n: number }>(
    'select count(*)::int as n from event e join subject s on s.id = e.subject_id where s.number = $1',
    [number],
  );
  return rows[0]?.n ?? 0;
}

describe('importing a register', () => {
  it('records a register, changes nothing when it comes again, and adds what a longer one has more', async () => {
    const rows = [classified('A1'), received('A1')];
    const first = await imported(await written(rows));
    expect(first).toMatchObject({ rows: 2, recorded: 2, alreadyThere: 0, refused: 0, files: 1, events: 2 });
    const again = await imported(await written(rows, 'xlsx'));
    expect(again).toMatchObject({ applied: true, recorded: 0, alreadyThere: 2, files: 0, events: 0 });
    const longer = await imported(await written([...rows, declined('A1')]));
    expect(longer).toMatchObject({ recorded: 1, alreadyThere: 2, files: 1, events: 1 });
    expect(await events('A1')).toBe(3);
  });

  it('judges in a dry run and records nothing', async () => {
    const result = await imported(await written([received('B1'), classified('B1')]), { dryRun: true });
    expect(result).toMatchObject({ applied: false, recorded: 0, waiting: 2, refused: 0 });
    expect(await events('B1')).toBe(0);
  });

  it('names every fault by line and column, and records nothing of the file', async () => {
    const rows = [
      { ...received('C1'), Ngày: '31/02/2026', 'Mã cơ quan': 'CA-XX' },
      { ...received('C2'), 'Nguồn tin': '' },
      received('C3'),
      declined('C3'),
      { ...declined('C4'), 'Thẩm quyền': 'own' },
      received('C5'),
    ];
    const result = await imported(await written(rows));
    expect(result).toMatchObject({ applied: false, rows: 6, recorded: 0, waiting: 2, alreadyThere: 0, refused: 4 });
    const named = result.faults.map(({ line, faults }) => [line, faults.map(({ code, column }) => [code, column])]);
    expect(named).toEqual([
      [
        2,
        [
          ['import.office-unknown', 'Mã cơ quan'],
          ['import.day-invalid', 'Ngày'],
        ],
      ],
      [3, [['import.cell-unfit', 'Nguồn tin']]],
      [5, [['step.not-possible', undefined]]],
      [6, [['import.column-unused', 'Thẩm quyền']]],
    ]);
    expect(result.faults[2]?.faults[0]?.facts).toMatchObject({ status: 'received', possible: expect.any(Array) });
    expect(await events('C5')).toBe(0);
  });

  it('gives the faulty rows back as a file that can be corrected and imported', async () => {
    const source = await written([{ ...received('D1'), Ngày: 'hôm qua' }, classified('D1')]);
    const { headers, faults } = await imported(source);
    const returned: string[][] = [];
    for await (const line of faultTable(headers, returnedRows(source, faults))) returned.push([...line]);
    expect(returned[0]).toEqual([...HEADERS, 'Lỗi', 'Error']);
    expect(returned[1]?.slice(0, HEADERS.length)).toEqual(
      HEADERS.map((header) => (header === 'Ngày' ? 'hôm qua' : (received('D1')[header] ?? ''))),
    );
    expect(returned[1]?.at(-2)).toContain('Ngày: ');
    const mended = returned.map((line) => line.map((cell) => (cell === 'hôm qua' ? '05/03/2026' : cell)));
    const result = await imported(await stage.written(mended));
    expect(result).toMatchObject({ applied: true, rows: 2, recorded: 2 });
  });

  it('refuses rows of offices outside the scope of whoever imports', async () => {
    const own = new Set([app.get(JurisdictionDirectory).officeByCode('CA-01').id]);
    const result = await imported(await written([received('E1')]), { scope: own });
    expect(result.faults).toMatchObject([
      { line: 2, faults: [{ code: 'import.office-foreign', column: 'Mã cơ quan' }] },
    ]);
  });

  it('says which columns are missing or not understood', async () => {
    const headers = ['Bước', 'Họ tên'];
    const result = await imported(await stage.written([headers, ['receive', '']]));
    expect(result.faults[0]?.faults.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 4 }, () => 'import.column-missing'),
      'import.column-unknown',
    ]);
  });

  it('takes its own template, and opens a case by the decision on its denunciation', async () => {
    const result = await imported(await stage.written(templateRows('vi', true), 'xlsx'));
    expect(result.faults).toEqual([]);
    expect(result).toMatchObject({ applied: true, recorded: result.rows, files: 3 });
    const origins = await db.ownerQuery('select * from case_origin');
    expect(origins).toHaveLength(1);
    const { breaks } = await app.get(IdentityCheck).run();
    expect(breaks).toEqual([]);
  });
});

describe('an import that is asked for', () => {
  const actor = (): Actor => {
    const office = app.get(JurisdictionDirectory).officeByCode('CA-31');
    const acting = { officeId: office.id, agency: office.agency, supervises: false };
    const scope = { visibleOfficeIds: new Set([office.id]), seesEverywhere: false, clearance: 'none' as const };
    return { accountId: newId(), username: 'nguoi.nhap', role: 'investigator', office, acting, ...scope };
  };

  const ended = (who: Actor, id: string) =>
    eventually('the import', async () => {
      const run = await app.get(AskImport).get(who, id);
      return run.finishedAt === null ? undefined : run;
    });

  it('is worked off in the background, once, and its file is gone afterwards', async () => {
    const who = actor();
    const content = await readFile((await written([received('F1'), classified('F1')])).path);
    const upload = { commandId: newId(), fileName: 'so.csv', content, dryRun: false };
    const id = await app.get(AskImport).ask(who, upload);
    expect(await app.get(AskImport).ask(who, upload)).toBe(id);
    expect(await ended(who, id)).toMatchObject({ status: 'applied', rows: 2, recorded: 2, refused: 0 });
    await app.get(OutboxWakeUp).settled();
    expect(await db.ownerQuery('select 1 from import_file')).toEqual([]);
    expect(await events('F1')).toBe(2);
    const other = { ...who, accountId: newId(), visibleOfficeIds: new Set<number>() };
    await expect(app.get(AskImport).get(other, id)).rejects.toMatchObject({ code: 'import.not-found' });
    await expect(app.get(AskImport).ask(who, { ...upload, dryRun: true })).rejects.toMatchObject({
      code: 'idempotency.key-reused',
    });
  });

  it('keeps the faulty rows of a refused file, and the reason of an unreadable one', async () => {
    const who = actor();
    const content = await readFile((await written([{ ...received('G1'), Ngày: '"x\\' }])).path);
    const refused = await app
      .get(AskImport)
      .ask(who, { commandId: newId(), fileName: 'a.csv', content, dryRun: false });
    expect(await ended(who, refused)).toMatchObject({ status: 'refused', rows: 1, refused: 1, headers: HEADERS });
    const kept = await db.ownerQuery<{ line: number; cells: string[] }>('select line, cells from import_fault');
    expect(kept).toMatchObject([{ line: 2, cells: expect.arrayContaining(['"x\\']) }]);
    const broken = Buffer.concat([content, Buffer.from('"tin')]);
    const unread = await app
      .get(AskImport)
      .ask(who, { commandId: newId(), fileName: 'b.csv', content: broken, dryRun: false });
    const run = await ended(who, unread);
    expect(run).toMatchObject({ status: 'unreadable', rows: 0 });
    expect(run.failure?.code).toMatch(/^file\./);
  });
});
