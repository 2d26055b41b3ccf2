import { createHash } from 'node:crypto';
import { ComplianceRefresher } from '#libs/feature/compliance';
import { newId } from '#libs/platform/database';
import { inventedWorld } from '../../../../test/support/invented-world.js';
import { type Officer, type World } from '../../../../test/support/world.js';
import type { Release, ReleasedValue } from './release.js';
import { ReleaseRepository } from './release.repository.js';

jest.setTimeout(300_000);

let world: World;
let statistician: Officer;
let leader: Officer;
const QUESTION = { plan: 'national-2023', period: '2024' };

beforeAll(async () => {
  world = await inventedWorld(900);
  statistician = await world.officer('statistician', 'BCD-CP');
  leader = await world.officer('leader', 'BCD-CP');
});

afterAll(async () => world.stop());

const prepare = async (body: object = QUESTION, by = statistician): Promise<Release> => {
  const { status, body: answer } = await by.post('/releases', body);
  expect([status, (answer as { code: string }).code]).toEqual([201, expect.stringMatching(/^TK-/)]);
  return answer as Release;
};
const valuesOf = ({ content }: Release): ReleasedValue[] => content.rows.flatMap(({ values }) => [...values]);

describe('a table that leaves the circle', () => {
  let release: Release;

  beforeAll(async () => {
    release = await prepare();
  });

  it('holds no count of 0 to 9, and tells of each cell that it withholds why', () => {
    const values = valuesOf(release);
    const cells = values.flatMap((one) =>
      (['numerator', 'denominator', 'remaining'] as const).map((cell) => [one, cell] as const),
    );
    for (const [value, cell] of cells) {
      if (value[cell] === null) expect(value.withheld[cell]).toBe('protected');
      else expect(value[cell]).toBeGreaterThanOrEqual(10);
    }
    expect(values.filter(({ denominator }) => denominator === null).length).toBeGreaterThan(0);
    expect(values.filter(({ denominator }) => denominator !== null).length).toBeGreaterThan(20);
  });

  it('tells true counts, and a share only where both of its counts are told', async () => {
    const exact = await statistician.get('/compliance?plan=national-2023&period=2024');
    const [whole] = (exact.body as { rows: { values: { numerator: number; denominator: number }[] }[] }).rows;
    const told = release.content.rows[0]!.values;
    told.forEach(({ numerator, denominator, percent }, index) => {
      const { numerator: done, denominator: all } = whole!.values[index]!;
      if (numerator !== null) expect(numerator).toBe(done);
      if (denominator !== null) expect(denominator).toBe(all);
      expect(percent === undefined).toBe(numerator === null || denominator === null);
    });
    expect(told.some(({ percent }) => percent !== undefined)).toBe(true);
  });

  it('carries who, when, its code and the SHA-256 of its content', () => {
    const { content, sha256, code } = release;
    expect(createHash('sha256').update(JSON.stringify(content)).digest('hex')).toBe(sha256);
    expect(content).toMatchObject({ code, prepared: { office: 'BCD-CP', username: 'statistician.bcd-cp' } });
    expect(Date.parse(content.prepared.at)).toBeGreaterThan(0);
    expect(content.rule.k).toBe(10);
  });

  it('goes out only when somebody else has approved it', async () => {
    expect((await statistician.get(`/releases/${release.id}/table.csv`)).body).toMatchObject({
      code: 'release.not-approved',
    });
    expect((await statistician.post(`/releases/${release.id}/approve`)).status).toBe(403);
    const maker = 'update account set role = $2 where id = $1';
    await world.database.ownerQuery(maker, [statistician.accountId, 'leader']);
    const own = await statistician.post(`/releases/${release.id}/approve`);
    await world.database.ownerQuery(maker, [statistician.accountId, 'statistician']);
    expect([own.status, own.body]).toEqual([403, expect.objectContaining({ code: 'release.same-person' })]);
    const { body } = await leader.post(`/releases/${release.id}/approve`);
    expect(body).toMatchObject({ state: 'approved', sha256: release.sha256, approved: { username: 'leader.bcd-cp' } });
    const csv = await statistician.get(`/releases/${release.id}/table.csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n')).toHaveLength(valuesOf(release).length + 1);
    expect(csv.text).toContain(`${release.code},${release.sha256}`);
    const entered = await world.database.ownerQuery<{ action: string; account_id: string }>(
      `select action, account_id from audit_entry where subject_kind = 'release' and subject_id = $1 order by id`,
      [release.id],
    );
    expect(entered).toEqual([
      { action: 'statistics-release.added', account_id: statistician.accountId },
      { action: 'release-approval.added', account_id: leader.accountId },
      { action: 'export.taken', account_id: statistician.accountId },
    ]);
    const again = await leader.post(`/releases/${release.id}/approve`);
    expect(again.body).toMatchObject({ status: 409, code: 'release.already-approved' });
  });

  it('is never changed, and needs two also where the services are passed by', async () => {
    const { ownerQuery } = world.database;
    for (const sql of [
      `update statistics_release set content = '{}'`,
      'delete from release_count',
      'update release_approval set approved_at = now()',
    ]) {
      await expect(ownerQuery(sql)).rejects.toThrow('a release is not changed');
    }
    const other = await prepare({ ...QUESTION, period: '2025' });
    const own = `insert into release_approval select id, prepared_by, office_id, now() from statistics_release where id = $1`;
    await expect(ownerQuery(own, [other.id])).rejects.toThrow('nobody approves the own release');
  });

  it('is not there for an office of another ground', async () => {
    const elsewhere = await world.officer('leader', 'BCD-31');
    expect((await elsewhere.get(`/releases/${release.id}`)).body).toMatchObject({ code: 'release.not-found' });
    const asked = await (await world.officer('statistician', 'BCD-31')).post('/releases', QUESTION);
    expect(asked.body).toMatchObject({ code: 'territory.not-found' });
  });

  it('says the same under the same key, and refuses the key for another question', async () => {
    const key = newId();
    const [first, second] = [
      await statistician.post('/releases', QUESTION, key),
      await statistician.post('/releases', QUESTION, key),
    ];
    expect(second.body).toEqual(first.body);
    const reused = await statistician.post('/releases', { ...QUESTION, period: '2025' }, key);
    expect(reused.body).toMatchObject({ status: 409, code: 'idempotency.key-reused' });
  });

  it('is not found by what is no id', async () => {
    await expect(world.app.get(ReleaseRepository).find('không phải mã')).resolves.toBeUndefined();
  });

  it('is of a day that is over', async () => {
    const refused = await statistician.post('/releases', { ...QUESTION, knownOn: '2999-01-01' });
    expect(refused.body).toMatchObject({ code: 'release.day-not-over' });
  });
});

describe('a table after an earlier one', () => {
  it('gives the same cells of the same figures, and withholds those that moved by 1 to 9', async () => {
    const first = await prepare({ ...QUESTION, period: '2025' });
    await leader.does(`/releases/${first.id}/approve`);
    const same = await prepare({ ...QUESTION, period: '2025' });
    expect(same.content.rows).toEqual(first.content.rows);
    await world.database.ownerQuery(
      `with booked as (
         insert into ledger (position, subject_id, unit_id, docket, flow, n, office_id, territory_id, place_id, day, recorded_on)
         select (select max(position) + 1 from ledger), subject_id, unit_id, docket, flow, 1, office_id, territory_id, place_id,
           '2025-05-12', recorded_on
         from ledger where docket = 1 and flow = 1 and n = 1 order by id limit 1 returning subject_id, position)
       insert into outbox (topic, subject_id, from_position, to_position)
       select 'file-changed', subject_id, position, position from booked`,
    );
    await world.app.get(ComplianceRefresher).recompute();
    await world.settled();
    const later = await prepare({ ...QUESTION, period: '2025' });
    const national = (one: Release): ReleasedValue => one.content.rows[0]!.values[0]!;
    expect(national(first).denominator).not.toBeNull();
    expect(national(later)).toMatchObject({ denominator: null, withheld: { denominator: 'protected' } });
  });

  it('is not approved when another one was, after it was audited', async () => {
    const question = { ...QUESTION, period: '2024-H1' };
    const [one, other] = [await prepare(question), await prepare(question)];
    await leader.does(`/releases/${one.id}/approve`);
    const refused = await leader.post(`/releases/${other.id}/approve`);
    expect(refused.body).toMatchObject({ status: 409, code: 'release.prepared-before-another' });
  });
});
