import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readTable } from '#libs/platform/spreadsheet';
import { CommandLine, type Ended } from '../support/command-line.js';
import {
  HEADERS,
  type RegisterLine,
  classified,
  csvOf,
  declined,
  received,
  xlsxOf,
} from '../support/imports/register-files.js';
import { type TestDatabase, createTestDatabase } from '../support/test-database.js';

/** Each command is a process that starts the whole product. */
jest.setTimeout(600_000);

let db: TestDatabase;
let folder: string;
let theoan: CommandLine;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'command-line-'));
  db = await createTestDatabase();
  theoan = new CommandLine(db, folder);
  const { code, err } = await theoan.run('seed');
  if (code !== 0) throw new Error(`seed: ${err}`);
});
afterAll(async () => {
  await db?.drop();
  await rm(folder, { recursive: true });
});

const write = async (name: string, content: Buffer | string): Promise<void> =>
  writeFile(path.join(folder, name), content);

async function count(table: 'event' | 'territory_name'): Promise<number> {
  const rows = await db.ownerQuery<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? 0;
}

/** A refusal is one plain sentence, and nothing is recorded. */
async function refuses(...refusals: readonly (readonly [said: RegExp, ...parameters: string[]])[]): Promise<void> {
  const before = await count('event');
  const attempts = refusals.map(async ([said, ...parameters]) => {
    const { code, out, err } = await theoan.run('import', ...parameters);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at |node:|\.js/);
  });
  await Promise.all(attempts);
  expect(await count('event')).toBe(before);
}

const firstLine = ({ out }: Ended): string => out.split('\n')[0] ?? '';

describe('theoan import register', () => {
  it('judges, records, changes nothing the second time, and adds what is new', async () => {
    await write('so.xlsx', await xlsxOf([classified('X1'), received('X1')]));
    const dry = await theoan.run('import', 'register', 'so.xlsx', '--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(firstLine(dry)).toBe('2 dòng = 0 đã ghi + 2 hợp lệ chưa ghi + 0 đã có + 0 bị từ chối; 0 hồ sơ, 0 bước');
    expect(await count('event')).toBe(0);
    const done = await theoan.run('import', 'register', 'so.xlsx');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(firstLine(done)).toBe('2 dòng = 2 đã ghi + 0 hợp lệ chưa ghi + 0 đã có + 0 bị từ chối; 1 hồ sơ, 2 bước');
    expect(await count('event')).toBe(2);
    const again = await theoan.run('import', 'register', 'so.xlsx');
    expect(firstLine(again)).toBe('2 dòng = 0 đã ghi + 0 hợp lệ chưa ghi + 2 đã có + 0 bị từ chối; 0 hồ sơ, 0 bước');
    expect(await count('event')).toBe(2);
    await write('so.csv', await csvOf([received('X1'), classified('X1'), declined('X1')]));
    const longer = await theoan.run('import', 'register', 'so.csv');
    expect(firstLine(longer)).toBe('3 dòng = 1 đã ghi + 0 hợp lệ chưa ghi + 2 đã có + 0 bị từ chối; 1 hồ sơ, 1 bước');
  });

  it('names every fault, ends with 1, and gives the faulty rows back to be mended', async () => {
    const lines = [
      { ...received('Y1'), Ngày: '31/02/2026' },
      { ...classified('Y1'), 'Mã cơ quan': 'CA-XX' },
    ];
    await write('sai.csv', await csvOf([...lines, received('Y2')]));
    const before = await count('event');
    const refused = await theoan.run('import', 'register', 'sai.csv', '--faults', 'loi.xlsx');
    expect(refused.code).toBe(1);
    expect(refused.err.trim().split('\n')).toEqual([
      '2: Ngày: Không phải ngày có thật. Ghi ngày dạng 16/03/2026.',
      '3: Mã cơ quan: Không có cơ quan mang mã này. Xem danh mục cơ quan.',
    ]);
    expect(firstLine(refused)).toMatch(/^3 dòng = 0 đã ghi \+ 1 hợp lệ chưa ghi \+ 0 đã có \+ 2 bị từ chối/);
    const english = await theoan.runWith({ LANG: 'en_GB.UTF-8' }, 'import', 'register', 'sai.csv', '--dry-run');
    expect([english.code, english.err.split('\n')[0]]).toEqual([
      1,
      '2: Ngày: Not an existing day. Write it as 16/03/2026.',
    ]);
    expect(await count('event')).toBe(before);
    const returned: RegisterLine[] = [];
    for await (const { cells } of readTable({ path: path.join(folder, 'loi.xlsx'), fileName: 'loi.xlsx' })) {
      returned.push(Object.fromEntries(cells));
    }
    expect(returned).toMatchObject(lines);
    expect(Object.keys(returned[0] ?? {})).toEqual([...HEADERS, 'Lỗi', 'Error']);
    const [first, second] = returned;
    await write(
      'loi.csv',
      await csvOf([
        { ...first, Ngày: '05/03/2026' },
        { ...second, 'Mã cơ quan': 'CA-31' },
      ]),
    );
    const mended = await theoan.run('import', 'register', 'loi.csv');
    expect([mended.code, mended.err]).toEqual([0, '']);
    expect(await count('event')).toBe(before + 2);
  });

  it('refuses in a sentence what it cannot read, write or attribute', async () => {
    await write('cu.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
    await write('nho.csv', await csvOf([received('Z1')]));
    const own = await readFile(path.join(folder, 'nho.csv'));
    await refuses(
      [/^Không đọc được tệp “khong-co\.csv” \(ENOENT\)\./, 'register', 'khong-co.csv'],
      [/^Không đọc được tệp “\.” \(EISDIR\)\./, 'register', '.'],
      [/^Đây là tệp Excel 97–2003/, 'register', 'cu.xlsx'],
      [/^Không có tài khoản này/, 'register', 'nho.csv', '--recorded-by', 'khong-ai'],
      [/^Không ghi được tệp “x\/loi\.csv” \(ENOENT\)\./, 'register', 'nho.csv', '--faults', 'x/loi.csv'],
      [/^Tệp “\.\/nho\.csv” chính là tệp đang nạp\./, 'register', 'nho.csv', '--faults', './nho.csv'],
    );
    expect(await readFile(path.join(folder, 'nho.csv'))).toEqual(own);
  });

  it('records even while the queue is away, and says that the figures follow', async () => {
    await write('hang-doi.csv', await csvOf([received('Q1')]));
    const away = { REDIS_URL: 'redis://127.0.0.1:1' };
    const { code, out, err } = await theoan.runWith(away, 'import', 'register', 'hang-doi.csv');
    expect(code).toBe(0);
    const warnings = err.trimEnd().split('\n');
    expect(warnings.filter((line) => !line.startsWith('{"level":"warn"'))).toEqual([]);
    expect(out).not.toContain('"level"');
    expect(out).toContain('chưa báo được cho việc nền');
    expect(out).toContain('1 dòng = 1 đã ghi');
    const waiting = await db.ownerQuery(
      `select 1 from outbox o join subject s on s.id = o.subject_id where s.number = 'Q1' and o.topic = 'file-changed'`,
    );
    expect(waiting).toHaveLength(1);
  });
});

describe('theoan import docket', () => {
  const PROFILE = `
profile: small
columns: { case: id, stage: activity, date: time }
dates: { format: yyyy-mm-dd }
files: { per: case }
offices: { police: CA-01, procuracy: VKS-01, court: TA-01 }
offences: [{ article: 150, clause: 1 }]
implied:
  steps:
    - { on: denunciation, command: classify, by: police, with: { competence: own } }
stages:
  - stage: reported
    rules: [{ steps: [{ on: denunciation, command: receive, by: police, with: { source: report } }] }]
  - stage: closed
    rules: [{ steps: [{ on: denunciation, command: decline, by: police, with: { ground: no-event } }] }]
  - stage: phone call
    rules: [{ reason: no step of the procedure }]
`;
  const EVENTS = [
    'id,activity,time',
    '1,reported,2026-01-05',
    '1,phone call,2026-01-06',
    '1,closed,2026-01-20',
    '2,reported,2026-02-30',
    '3,teleported,2026-01-05',
    '',
  ].join('\n');

  it('takes over or refuses every row, gives the refused ones back, and changes nothing the second time', async () => {
    await write('small.yaml', PROFILE);
    await write('events.csv', EVENTS);
    const command = ['import', 'docket', 'events.csv', '--profile', 'small.yaml'];
    const before = await count('event');
    const counted = /^5 dòng = 2 đã ghi \+ 1 không phải bước tố tụng \+ 0 đã có \+ 2 bị từ chối/;
    const dry = await theoan.run(...command, '--dry-run');
    expect([dry.code, dry.err]).toEqual([0, '']);
    expect(firstLine(dry)).toMatch(counted);
    expect(await count('event')).toBe(before);
    const done = await theoan.run(...command, '--refused', 'refused.csv');
    expect([done.code, done.err]).toEqual([0, '']);
    expect(firstLine(done)).toMatch(counted);
    expect(done.out).toContain('  1  docket.stage-unknown');
    const refused = (await readFile(path.join(folder, 'refused.csv'), 'utf8')).replace('\ufeff', '').split('\r\n');
    expect(refused[0]).toBe('id,activity,time,Lỗi,Error');
    expect(refused.slice(1, 3).map((row) => row.split(',').slice(0, 3))).toEqual([
      ['2', 'reported', '2026-02-30'],
      ['3', 'teleported', '2026-01-05'],
    ]);
    const after = await count('event');
    expect(after).toBeGreaterThan(before);
    const again = await theoan.run(...command);
    expect(firstLine(again)).toMatch(/^5 dòng = 0 đã ghi/);
    expect(await count('event')).toBe(after);
  });

  it('refuses a profile that is absent or faulty, and a log that is absent', async () => {
    await write('small.yaml', PROFILE);
    await write('bad.yaml', PROFILE.replace('command: receive', 'command: receeve').replace('CA-01', '[]'));
    await write('unknown.yaml', PROFILE.replace('CA-01', 'CA-XX'));
    await write('events.csv', EVENTS);
    await refuses(
      [/^Không đọc được tệp “no\.yaml” \(ENOENT\)\./, 'docket', 'events.csv', '--profile', 'no.yaml'],
      [/^Tệp ánh xạ có chỗ sai: .*offices\.police.*receeve/, 'docket', 'events.csv', '--profile', 'bad.yaml'],
      [/^Không có đơn vị mang mã: CA-XX\./, 'docket', 'events.csv', '--profile', 'unknown.yaml'],
      [/^Không đọc được tệp “no\.csv” \(ENOENT\)\./, 'docket', 'no.csv', '--profile', 'small.yaml'],
    );
  });
});

describe('theoan import territories', () => {
  /** The catalogue of a day as the product knows it. */
  async function catalogue(level: 'province' | 'commune'): Promise<string[]> {
    const rows = await db.ownerQuery<{ row: string }>(
      `select concat_ws(',', t.code, t.name, case t.unit_type when 'province' then 'Tỉnh'
           when 'municipality' then 'Thành phố trực thuộc trung ương' when 'ward' then 'Phường'
           when 'commune' then 'Xã' else 'Đặc khu' end, case t.level when 'commune' then p.code end) as row
       from territory t join territory p on p.id = t.parent_id
       where t.level = $1 and t.valid_from <= '2026-05-15' and (t.valid_to is null or t.valid_to >= '2026-05-15')
       order by t.code`,
      [level],
    );
    return rows.map(({ row }) => row);
  }

  it('compares, applies once, and refuses as a whole what is faulty', async () => {
    const communes = await catalogue('commune');
    const [first = '', ...others] = communes;
    const renamed = first.replace(/,(Phường|Xã) [^,]+,/, ',$1 Bịa Đặt,');
    expect(renamed).not.toBe(first);
    await write('provinces.csv', ['code,full_name,unit_type', ...(await catalogue('province'))].join('\n'));
    const header = 'code,full_name,unit_type,province_code';
    await write('communes.csv', [header, renamed, ...others].join('\n'));
    await write('faulty.csv', [header, renamed, ...others, 'abc,Xã Thừa,Xã,99'].join('\n'));
    const files = ['--provinces', 'provinces.csv', '--communes', 'communes.csv'];
    const command = ['import', 'territories', ...files, '--effective-on', '2026-05-15'];
    const before = await count('territory_name');
    const dry = await theoan.run(...command, '--dry-run');
    expect([dry.code, dry.err]).toEqual([0, '']);
    expect(dry.out).toMatch(/^Đổi tên: \d{5} .+ → \d{5} (Phường|Xã) Bịa Đặt\n(.*\n)?Chưa ghi gì: 1 thay đổi\n$/);
    expect(await count('territory_name')).toBe(before);
    const done = await theoan.run(...command, '--decree', 'Nghị quyết giả định');
    expect([done.code, done.err]).toEqual([0, '']);
    expect(done.out).toContain('Đã ghi: 1 thay đổi');
    expect(await count('territory_name')).toBe(before + 1);
    const again = await theoan.run(...command);
    expect(again.out).toContain('Chưa ghi gì: 0 thay đổi');
    expect(await count('territory_name')).toBe(before + 1);
    const faulty = command.map((word) => (word === 'communes.csv' ? 'faulty.csv' : word));
    const refused = await theoan.run(...faulty);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/^faulty\.csv:\d+: mã “abc” không hợp lệ/);
    expect(refused.err).toMatch(/Từ chối: \d+ lỗi, không ghi gì\n$/);
  });
});

describe('theoan doctor', () => {
  // With row security it was refused the breaks and would have counted no file.
  it('counts what lies in the tables', async () => {
    const [files] = await db.ownerQuery<{ n: number }>('select count(*)::int as n from subject');
    const { code, out } = await theoan.run('doctor');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: files?.n,
      events: await count('event'),
      breaks: 0,
      role: 'theoan_app',
    });
    expect(files?.n).toBeGreaterThan(0);
  });
});
