import { visibleOffices } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Database, newId } from '#libs/platform/database';
import { World } from '../../../../test/support/world.js';
import { FileVisibility } from './file-visibility.js';

jest.setTimeout(300_000);

const USERS = 200;
const ROUNDS = 15;

describe('with the checks of the services switched off', () => {
  let world: World;
  let mine: string;
  let theirs: string;

  beforeAll(async () => {
    world = await World.start({ DATABASE_POOL: '5' });
    const open = async (code: string, number: string): Promise<string> => {
      const desk = await world.officer('desk-officer', code);
      const body = { number, source: 'report', occurredOn: '2026-01-05' };
      return (await desk.does('/denunciations', body)).subjectId;
    };
    [mine, theirs] = [await open('CA-31', 'TUONG-1'), await open('CA-01', 'TUONG-2')];
    const visibility = world.app.get(FileVisibility, { strict: false });
    visibility.condition = () => 'true';
    visibility.listCondition = () => '$2::int[] is not null';
    visibility.seesInTx = async () => true;
  });

  afterAll(() => world.stop());

  it('a file of another province is neither listed, read, changed nor told of', async () => {
    const officer = await world.officer('investigator', 'CA-31');
    const listed = await officer.get('/denunciations?limit=200');
    expect(listed.body.items.map((line: { id: string }) => line.id)).toEqual([mine]);
    const unknown = newId();
    for (const path of [`/denunciations/${theirs}`, `/denunciations/${theirs}/limits`]) {
      const [foreign, missing] = [await officer.get(path), await officer.get(path.replace(theirs, unknown))];
      expect([foreign.status, foreign.body.code]).toEqual([404, 'file.not-found']);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    }
    const step = await officer.post(`/denunciations/${theirs}/classify`, {
      occurredOn: '2026-01-06',
      competence: 'own',
    });
    expect([step.status, step.body.code]).toEqual([404, 'file.not-found']);
    expect((await officer.get(`/denunciations/${mine}`)).status).toBe(200);
  });

  it(`keeps ${USERS} users on 5 connections apart, also when connections are cut`, async () => {
    const { offices } = world.app.get(JurisdictionDirectory).current;
    const scopeOf = (code: string) => {
      const office = offices.offices.find((one) => one.code === code)!;
      return visibleOffices(offices, { office, role: 'investigator', day: '2026-01-05' as never });
    };
    const sees = new Map([
      ['CA-31', [scopeOf('CA-31'), mine]],
      ['CA-01', [scopeOf('CA-01'), theirs]],
    ] as const);
    const database = world.app.get(Database);
    let [answered, leaks] = [0, 0];
    const ask = async (user: number): Promise<void> => {
      const [officeIds, own] = sees.get(user % 2 === 0 ? 'CA-31' : 'CA-01')!;
      const [scoped, bare] = await Promise.all([
        database.query<{ id: string }>('select id from subject', [], { accountId: newId(), officeIds }),
        database.query<{ id: string }>('select id from subject'),
      ]);
      answered += 1;
      if (bare.length > 0 || scoped.some(({ id }) => id !== own)) leaks += 1;
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const asking = Array.from({ length: USERS / 4 }, (_, user) => ask(user).catch(() => undefined));
      if (round % 3 === 2) {
        await world.database.ownerQuery(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'theoan'`,
        );
      }
      await Promise.all(asking);
    }
    expect(leaks).toBe(0);
    expect(answered).toBeGreaterThan(ROUNDS * 10);
  });
});
