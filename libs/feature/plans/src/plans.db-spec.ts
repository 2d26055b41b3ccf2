import path from 'node:path';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { day } from '#libs/domain/kernel';
import { type Plan, periodsOf, reportObligations } from '#libs/domain/performance';
import { FixedClock } from '#libs/platform/database';
import { type TestDatabase, createTestDatabase } from '../../../../test/support/test-database.js';
import { getPlans, planFilesIn } from './file/plan-files.js';
import { PlanFilesRefused } from './file/plan-fault.js';
import { LoadPlans } from './load-plans.service.js';
import { PlanDirectory } from './plan-directory.service.js';

const SEEDS = path.join('database', 'seeds', 'plans');
const IDS = ['national-2023', 'lang-son-2023', 'bac-quang-2024', 'hai-phong-2024', 'dong-thap-2026-2030'];

let db: TestDatabase;
let clock: FixedClock;
let loading: LoadPlans;
let directory: PlanDirectory;
let seeds: readonly Plan[];

beforeAll(async () => {
  db = await createTestDatabase();
  clock = new FixedClock(day('2026-03-01'));
  loading = new LoadPlans(db.unitOfWork, clock);
  directory = new PlanDirectory(db.database);
  seeds = await getPlans(await planFilesIn(SEEDS));
});
afterAll(() => db.drop());

const seed = (id: string): Plan => seeds.find((plan) => plan.id === id)!;
const counted = async (): Promise<unknown> =>
  db.ownerQuery(
    `select (select count(*) from plan) as plans, (select count(*) from plan_version) as versions,
       (select count(*) from plan_target) as targets, (select count(*) from plan_report) as reports,
       (select count(*) from plan_period) as periods`,
  );

describe('the plans of the seeds', () => {
  it('are all new the first time, children before their parents or after', async () => {
    const loaded = await loading.fromDirectory(SEEDS);
    expect(loaded.map(({ id }) => id).sort()).toEqual([...IDS].sort());
    expect(loaded.every(({ version, outcome }) => version === 1 && outcome === 'new')).toBe(true);
  });

  it('change nothing when they are loaded again', async () => {
    const before = await counted();
    const loaded = await loading.fromDirectory(SEEDS);
    expect(new Set(loaded.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await counted()).toEqual(before);
  });

  it('come out as they went in', async () => {
    for (const plan of seeds) expect(await directory.get(plan.id)).toEqual(plan);
  });

  it('are listed by year, without keys for what their texts leave blank', async () => {
    const list = await directory.list();
    expect(list.map(({ id }) => id)).toEqual(IDS);
    expect(list[0]).toEqual({
      id: 'national-2023',
      version: 1,
      number: '28/KH-BCĐ',
      issuer: 'Ban Chỉ đạo 138/CP',
      issuedOn: '2023-01-24',
      title: 'Thực hiện công tác phòng, chống mua bán người năm 2023',
      kind: 'annual',
      from: '2023-01-01',
      to: '2023-12-31',
      territoryCode: 'VN',
      targets: 5,
    });
    expect(list[4]).not.toHaveProperty('number');
    expect(list.map(({ targets }) => targets)).toEqual([5, 5, 5, 5, 0]);
  });

  it('can be queried by target, due day and period', async () => {
    const targets = await db.database.query(
      `select plan_id, comparator, percent::float from plan_target where indicator = 'K3' and variant = 'concluded'`,
    );
    expect(targets).toEqual([{ plan_id: 'bac-quang-2024', comparator: '>', percent: 90 }]);
    const due = await db.database.query(
      `select plan_id, period_key from plan_report where due_on between '2024-03-01' and '2024-03-31' order by due_on`,
    );
    expect(due).toEqual([
      { plan_id: 'bac-quang-2024', period_key: '2024-Q1' },
      { plan_id: 'hai-phong-2024', period_key: '2024-Q1' },
    ]);
    const rows = await db.database.query<{ reports: number; periods: number }>(
      'select (select count(*)::int from plan_report) as reports, (select count(*)::int from plan_period) as periods',
    );
    expect(rows).toEqual([
      {
        reports: seeds.flatMap((plan) => reportObligations(plan)).length,
        periods: seeds.flatMap((plan) => periodsOf(plan)).length,
      },
    ]);
  });
});

describe('a changed plan', () => {
  const changed = (): Plan => {
    const plan = seed('hai-phong-2024');
    return { ...plan, targets: plan.targets.map((one) => (one.indicator === 'K2' ? { ...one, percent: 92.5 } : one)) };
  };

  it('gets a new version and keeps the former one, to be read as it was known then', async () => {
    clock.set(day('2026-04-01'));
    expect(await loading.load([changed()])).toEqual([{ id: 'hai-phong-2024', version: 2, outcome: 'changed' }]);
    expect(await directory.get('hai-phong-2024')).toEqual(changed());
    expect(await directory.get('hai-phong-2024', new Date('2026-03-16T00:00:00Z'))).toEqual(seed('hai-phong-2024'));
    expect(await directory.find('hai-phong-2024', new Date('2026-02-01T00:00:00Z'))).toBeUndefined();
    expect((await directory.versionsOf('hai-phong-2024')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('is listed once, with its new targets', async () => {
    const [target] = await db.database.query(
      `select percent::float, version from plan_target where plan_id = 'hai-phong-2024' and indicator = 'K2' order by version desc`,
    );
    expect(target).toEqual({ percent: 92.5, version: 2 });
    expect((await directory.list()).map(({ id }) => id)).toEqual(IDS);
  });

  it('loaded by two at once gets one new version', async () => {
    const both = await Promise.all([loading.load([seed('hai-phong-2024')]), loading.load([seed('hai-phong-2024')])]);
    expect(
      both
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['changed', 'unchanged']);
    expect((await directory.versionsOf('hai-phong-2024')).map(({ version }) => version)).toEqual([3, 2, 1]);
  });
});

describe('what is refused', () => {
  it('is a folder with one faulty file, whole', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'plans-'));
    try {
      const text = await readFile(path.join(SEEDS, 'national-2023.yaml'), 'utf8');
      const other = text.replace('id: national-2023', 'id: national-other').replace('28/KH', '29/KH');
      await writeFile(path.join(folder, 'a.yaml'), other);
      await writeFile(path.join(folder, 'b.yaml'), text.replace('percent: 95', 'percent: 950'));
      const before = await counted();
      await expect(loading.fromDirectory(folder)).rejects.toThrow(PlanFilesRefused);
      expect(await counted()).toEqual(before);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is a plan whose parent is not loaded', async () => {
    const orphan = {
      ...seed('lang-son-2023'),
      id: 'orphan',
      parent: { ...seed('lang-son-2023').parent!, planId: 'nobody' },
    };
    await expect(loading.load([orphan])).rejects.toMatchObject({
      code: 'plan.parent-unknown',
      facts: { parent: 'nobody' },
    });
    expect(await directory.find('orphan')).toBeUndefined();
  });

  it('is an unknown plan, with those that there are', async () => {
    await expect(directory.get('national-2022')).rejects.toMatchObject({
      code: 'plan.not-found',
      kind: 'not-found',
      facts: { plan: 'national-2022', known: IDS },
    });
  });

  it.each(['plan_version', 'plan_target', 'plan_report', 'plan_period'])(
    'is any change of %s by the application',
    async (table) => {
      const denied = { sqlState: '42501' };
      const run = (sql: string): Promise<unknown> => db.unitOfWork.run((tx) => tx.query(sql));
      await expect(run(`update ${table} set version = version`)).rejects.toMatchObject(denied);
      await expect(run(`delete from ${table}`)).rejects.toMatchObject(denied);
    },
  );
});
