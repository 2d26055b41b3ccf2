import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { newId } from '#libs/platform/database';
import { readTable } from '#libs/platform/spreadsheet';
import { eventually } from '../../../../test/support/eventually.js';
import { World } from '../../../../test/support/world.js';
import { ImportDesk } from '../../../../test/support/imports/import-desk.js';
import {
  HEADERS,
  type RegisterLine,
  classified,
  csvOf,
  declined,
  line,
  received,
  xlsxOf,
} from '../../../../test/support/imports/register-files.js';

let world: World;
let desk: ImportDesk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'imports-http-'));
  world = await World.start();
  desk = await ImportDesk.of(world, 'statistician', 'CA-31');
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true });
});

/** Everything an import may change, as it lies in the tables. */
async function record(): Promise<unknown> {
  const [counted] = await world.database.ownerQuery(
    `select (select count(*) from subject) as subjects, (select count(*) from event) as events,
       (select count(*) from file_state) as states, (select max(position) from event) as last`,
  );
  return counted;
}

const stepsOf = async (number: string): Promise<number> => {
  const rows = await world.database.ownerQuery<{ n: number }>(
    'select count(*)::int as n from event e join subject s on s.id = e.subject_id where s.number = $1',
    [number],
  );
  return rows[0]?.n ?? 0;
};

/** Reads a downloaded file by the reader of the product. */
async function rowsOf(content: Buffer, fileName: string): Promise<RegisterLine[]> {
  const source = { path: path.join(folder, fileName), fileName };
  await writeFile(source.path, content);
  const rows: RegisterLine[] = [];
  for await (const { cells } of readTable(source)) rows.push(Object.fromEntries(cells));
  return rows;
}

describe.each([
  ['csv', csvOf],
  ['xlsx', xlsxOf],
] as const)('a register uploaded as %s', (format, fileOf) => {
  const number = `H-${format}`;

  it('is judged in a dry run, recorded, changes nothing when it comes again, and grows', async () => {
    const file = await fileOf([classified(number), received(number)]);
    const before = await record();
    const dry = await desk.import(file, `sổ thụ lý.${format}`, { dryRun: 'true' });
    expect(dry).toMatchObject({ status: 'dry-run', rows: 2, recorded: 0, waiting: 2, refused: 0, faults: [] });
    expect(await record()).toEqual(before);
    const done = await desk.import(file, `so.${format}`, { dryRun: 'false' });
    expect(done).toMatchObject({ status: 'applied', rows: 2, recorded: 2, waiting: 0, alreadyThere: 0, refused: 0 });
    expect(done).toMatchObject({ files: 1, events: 2 });
    const after = await record();
    const again = await desk.import(file, `SO.${format.toUpperCase()}`);
    expect(again).toMatchObject({ status: 'applied', rows: 2, recorded: 0, alreadyThere: 2, files: 0, events: 0 });
    expect(await record()).toEqual(after);
    const longer = await fileOf([received(number), classified(number), declined(number)]);
    expect(await desk.import(longer, `so.${format}`)).toMatchObject({ rows: 3, recorded: 1, alreadyThere: 2 });
    expect(await stepsOf(number)).toBe(3);
  });
});

describe('a register with faults', () => {
  const lines = [
    { ...received('K1'), Ngày: '31/02/2026', 'Mã cơ quan': 'CA-XX' },
    { ...received('K2'), 'Nguồn tin': '' },
    received('K3'),
    declined('K3'),
    received('K4'),
  ];

  it('is refused as a whole, every fault named by row and column in the language of whoever asks', async () => {
    const before = await record();
    const run = await desk.import(await csvOf(lines), 'so.csv');
    expect(await record()).toEqual(before);
    expect(run).toMatchObject({ status: 'refused', rows: 5, recorded: 0, waiting: 2, alreadyThere: 0, refused: 3 });
    expect(run.faults.map((row) => [row.line, row.columns, row.codes])).toEqual([
      [2, ['Mã cơ quan', 'Ngày'], ['import.office-unknown', 'import.day-invalid']],
      [3, ['Nguồn tin'], ['import.cell-unfit']],
      [5, [null], ['step.not-possible']],
    ]);
    expect(run.faults[0]?.sentences).toEqual([
      'Mã cơ quan: Không có cơ quan mang mã này. Xem danh mục cơ quan.',
      'Ngày: Không phải ngày có thật. Ghi ngày dạng 16/03/2026.',
    ]);
    const english = await desk.view(run.id, 'en-GB,en;q=0.9');
    expect(english.faults[0]?.sentences).toEqual([
      'Mã cơ quan: No office has this code. See the list of offices.',
      'Ngày: Not an existing day. Write it as 16/03/2026.',
    ]);
    expect(english.faults[2]?.sentences[0]).toContain('is not possible while the file is “received”');
    expect(run.faults[2]?.sentences[0]).toMatch(/^Không thể “.+” khi hồ sơ ở trạng thái/);
  });

  it('is told page by page', async () => {
    const { id } = await desk.import(await csvOf(lines), 'so.csv');
    const first = await desk.view(`${id}?limit=2`);
    expect(first.faults.map((row) => row.line)).toEqual([2, 3]);
    const last = await desk.view(`${id}?limit=2&after=${first.next}`);
    expect(last.faults.map((row) => row.line)).toEqual([5]);
    expect(last.next).toBeUndefined();
    expect((await desk.get(`${id}?limit=0`)).status).toBe(400);
  });

  it.each(['csv', 'xlsx'] as const)('gives its faulty rows back as %s, to be mended and imported', async (format) => {
    const number = `L-${format}`;
    const faulty = [
      { ...received(number), Ngày: 'hôm qua; "=1+1"' },
      { ...classified(number), 'Thẩm quyền': '=cmd' },
    ];
    const run = await desk.import(await xlsxOf([...faulty, received(`${number}-sound`)]), 'so.xlsx');
    expect(run).toMatchObject({ status: 'refused', refused: 2, waiting: 1 });
    const { type, name, content } = await desk.download(`${run.id}/faults.${format}`);
    expect(name).toBe(`attachment; filename="dong-loi.${format}"`);
    expect(type).toContain(format === 'csv' ? 'text/csv' : 'spreadsheetml');
    const returned = await rowsOf(content, `loi-${format}.${format}`);
    expect(Object.keys(returned[0] ?? {})).toEqual([...HEADERS, 'Lỗi', 'Error']);
    expect(returned).toMatchObject([
      { ...faulty[0], Lỗi: expect.stringContaining('Ngày: Không'), Error: expect.stringContaining('Ngày: Not an') },
      { ...faulty[1], Lỗi: expect.stringContaining('Thẩm quyền: '), Error: expect.stringContaining('Thẩm quyền: ') },
    ]);
    const text = format === 'csv' ? content.toString() : undefined;
    if (text) expect(text).toContain("'=cmd");
    const mended = returned.map((row) => ({
      ...row,
      Ngày: row['Ngày']?.startsWith('hôm') ? '05/03/2026' : (row['Ngày'] ?? ''),
      'Thẩm quyền': row['Thẩm quyền'] === '=cmd' ? 'own' : (row['Thẩm quyền'] ?? ''),
    }));
    const file = format === 'csv' ? await csvOf(mended) : await xlsxOf(mended);
    expect(await desk.import(file, `loi.${format}`)).toMatchObject({ status: 'applied', recorded: 2 });
  });

  it('names a column that is missing or not understood', async () => {
    const file = Buffer.from('Bước,Họ tên,Số thụ lý\nreceive,x,1\n');
    const run = await desk.import(file, 'so.csv');
    expect(run).toMatchObject({ status: 'refused', recorded: 0 });
    expect(run.faults).toHaveLength(1);
    expect(run.faults[0]).toMatchObject({
      line: 1,
      codes: ['import.column-missing', 'import.column-missing', 'import.column-missing', 'import.column-unknown'],
      columns: [null, null, null, 'Họ tên'],
    });
    expect(run.faults[0]?.sentences[0]).toBe('Thiếu cột “Loại hồ sơ”.');
    const { content } = await desk.download(`${run.id}/faults.csv`);
    expect(content.toString()).toContain('Thiếu cột “Loại hồ sơ”.');
  });

  it('keeps to the offices of whoever imports', async () => {
    const run = await desk.import(await csvOf([{ ...received('N1'), 'Mã cơ quan': 'CA-01' }]), 'so.csv');
    expect(run.faults).toMatchObject([{ line: 2, codes: ['import.office-foreign'], columns: ['Mã cơ quan'] }]);
  });
});

describe('the template', () => {
  let committee: ImportDesk;
  beforeAll(async () => {
    committee = await ImportDesk.of(world, 'statistician', 'BCD-31');
  });

  it.each(['csv', 'xlsx'] as const)('is downloaded as %s in either language, and taken as it is', async (format) => {
    const { name, content } = await desk.download(`template.${format}`);
    expect(name).toBe(`attachment; filename="mau-nhap-so.${format}"`);
    const run = await committee.import(content, `mau.${format}`, { dryRun: 'true' });
    expect(run).toMatchObject({ status: 'dry-run', refused: 0, faults: [] });
    const english = await desk.get(`template.csv`, 'en');
    expect(english.text).toContain('Subject kind,Register number,Office code');
  });
});

describe('an import under way', () => {
  it('shows how far it is, and nothing of it is recorded before its end', async () => {
    const instituted = line('P-case', 'institute', '05/01/2026', { 'Loại hồ sơ': 'vụ án' });
    const opening = HEADERS.concat('Điều', 'Khoản');
    const csv = (rows: readonly RegisterLine[]): Buffer =>
      Buffer.from([opening, ...rows.map((row) => opening.map((name) => row[name] ?? ''))].join('\n'));
    const first = { ...instituted, Điều: '150', Khoản: '1' };
    expect(await desk.import(csv([first]), 'so.csv')).toMatchObject({ status: 'applied', recorded: 1 });
    const before = await record();
    const client = new pg.Client({ connectionString: world.database.ownerUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select 1 from subject where number = 'P-case' for update`);
      const more = line('P-case', 'terminate', '06/03/2026', { 'Loại hồ sơ': 'vụ án', 'Căn cứ': 'no-event' });
      const answer = await desk.upload(csv([received('P1'), classified('P1'), first, more]), 'so.csv');
      expect(answer).toMatchObject({ status: 202, body: { id: expect.any(String) } });
      const { id } = answer.body as { id: string };
      const shown = await eventually('progress', async () => {
        const view = await desk.view(id);
        return view.status === 'running' && view.rows > 0 ? view : undefined;
      });
      expect(shown).toMatchObject({ rows: 4, waiting: 2, recorded: 0, refused: 0 });
      expect(await record()).toEqual(before);
      await client.query('rollback');
      expect(await desk.ended(id)).toMatchObject({ status: 'applied', rows: 4, recorded: 3, alreadyThere: 1 });
      expect(await stepsOf('P1')).toBe(2);
    } finally {
      await client.end();
    }
  });

  it('is one import however often the same request comes', async () => {
    const key = newId();
    const file = await csvOf([received('Q1')]);
    const answers = await Promise.all([1, 2, 3].map(async () => desk.upload(file, 'so.csv', {}, key)));
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const other = await desk.upload(await csvOf([received('Q2')]), 'so.csv', {}, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency.key-reused' } });
    await desk.ended((answers[0]?.body as { id: string }).id);
    expect(await stepsOf('Q1')).toBe(1);
  });

  it('that the server cannot work off ends as failed, and the next one is worked off', async () => {
    await world.database.ownerQuery(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
    );
    await world.database.ownerQuery(
      `create trigger broken before insert on subject for each row when (new.number = 'BROKEN') execute function refuse()`,
    );
    const broken = await desk.upload(await csvOf([received('BROKEN')]), 'so.csv');
    const sound = await desk.upload(await csvOf([received('R1')]), 'so.csv');
    const failed = await desk.ended((broken.body as { id: string }).id);
    expect(failed).toMatchObject({ status: 'unreadable', recorded: 0 });
    expect(failed.failure).toContain('chưa ghi gì');
    expect(await desk.ended((sound.body as { id: string }).id)).toMatchObject({ status: 'applied', recorded: 1 });
    await world.database.ownerQuery('drop trigger broken on subject');
  });
});

describe('who may import', () => {
  it('is decided by role, office and session', async () => {
    const { id } = await desk.import(await csvOf([received('S1')]), 'so.csv');
    const paths = [id, `${id}/faults.csv`, `${id}/faults.xlsx`];
    const statuses = async (who: ImportDesk): Promise<number[]> => [
      (await who.upload(await csvOf([received('S2')]), 'so.csv')).status,
      (await who.get('template.xlsx')).status,
      ...(await Promise.all(paths.map(async (one) => (await who.get(one)).status))),
    ];
    expect(await statuses(ImportDesk.stranger(world))).toEqual([401, 401, 401, 401, 401]);
    expect(await statuses(await ImportDesk.of(world, 'investigator', 'CA-31'))).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses(await ImportDesk.of(world, 'leader', 'CA-31'))).toEqual([403, 403, 200, 200, 200]);
    expect(await statuses(await ImportDesk.of(world, 'leader', 'CA-01'))).toEqual([403, 403, 404, 404, 404]);
    const foreign = await (await ImportDesk.of(world, 'statistician', 'CA-01')).get(id);
    const none = await desk.get(newId());
    expect([foreign.status, foreign.body.code]).toEqual([404, 'import.not-found']);
    expect([none.status, none.body.code, none.body.detail]).toEqual([404, 'import.not-found', foreign.body.detail]);
    expect(await stepsOf('S2')).toBe(0);
    expect((await desk.get('not-a-uuid')).status).toBe(400);
  });
});
