import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailable, newId, type RowScope, StatementFailed } from '#libs/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { SeededChance } from './seeded-chance.js';

jest.setTimeout(300_000);

const USERS = 200;
const CONNECTIONS = 5;
const FILES_OF_EACH = 3;
const SEED = 20_261_123;
/** What each user asks, one after the other; more of it for a long run by hand. */
const QUESTIONS_OF_EACH = Number(process.env.POOL_HYGIENE_QUESTIONS ?? 8);
const FILES = 'select office_id as office from subject';
const CONTEXT = `select current_user::text as role, coalesce(current_setting('theoan.account', true), '') as account,
  coalesce(current_setting('theoan.offices', true), '') as offices, coalesce(current_setting('theoan.everywhere', true), '') as everywhere`;

interface Row {
  readonly office: number;
}

interface User {
  readonly office: number;
  readonly scope: RowScope;
}

/** What was seen by somebody who may not see it, and how often what was tried. */
const figures = { asked: 0, leaks: 0, turnedAway: 0, connectionsLost: 0, broken: 0 };
const refusal = new Error('changed my mind');

let test: TestDatabase;

const users: readonly User[] = Array.from({ length: USERS }, (_, index) => {
  const office = 5_000 + index;
  return { office, scope: { accountId: newId(), officeIds: new Set([office]) } };
});

/** Counts whatever is not exactly the files of one's own office. */
function judge(rows: readonly Row[], offices: readonly number[]): void {
  figures.asked += 1;
  const foreign = rows.filter(({ office }) => !offices.includes(office)).length;
  if (foreign > 0 || rows.length !== offices.length * FILES_OF_EACH) figures.leaks += 1;
}

/** Each leaves a connection in another condition behind: finished, given up, failed, in the middle of reading. */
const QUESTIONS: Readonly<Record<string, (user: User) => Promise<void>>> = {
  reads: async ({ office, scope }) => judge(await test.database.query<Row>(FILES, [], scope), [office]),
  'reads without a context': async () => judge(await test.database.query<Row>(FILES), []),
  'works without a context': async () => judge(await test.unitOfWork.run((tx) => tx.query<Row>(FILES)), []),
  'reads twice in one transaction': async ({ office, scope }) =>
    test.unitOfWork.run(async (tx) => {
      judge(await tx.query<Row>(FILES), [office]);
      await tx.query('select pg_sleep(0.002)');
      judge(await tx.queryOften<Row>(FILES), [office]);
    }, scope),
  'gives up in the middle': async ({ office, scope }) => {
    const work = test.unitOfWork.run(async (tx) => {
      judge(await tx.query<Row>(FILES), [office]);
      throw refusal;
    }, scope);
    await work.catch((error: unknown) => requireThat(error === refusal, error));
  },
  'fails in the middle': async ({ office, scope }) => {
    const work = test.unitOfWork.run(async (tx) => {
      judge(await tx.query<Row>(FILES), [office]);
      await tx.query('select 1 / 0');
    }, scope);
    await work.catch((error: unknown) => requireThat(error instanceof StatementFailed, error));
  },
  'fails as a task': async ({ office, scope }) => {
    const work = test.unitOfWork.run(async (tx) => {
      judge(await tx.query<Row>(FILES), [office]);
      await tx.inTask('measure', () => tx.query('select 1 from account'));
    }, scope);
    await work.catch((error: unknown) => requireThat(error instanceof StatementFailed, error));
  },
  'reads row by row': async ({ office, scope }) => {
    const rows: Row[] = [];
    for await (const row of test.database.stream<Row>(FILES, [], scope)) rows.push(row);
    judge(rows, [office]);
  },
  'stops reading': async ({ office, scope }) => {
    const first: Row[] = [];
    for await (const row of test.database.stream<Row>(FILES, [], scope)) {
      first.push(row);
      if (first.length === FILES_OF_EACH) break;
    }
    judge(first, [office]);
  },
};
const KINDS = Object.keys(QUESTIONS);

function requireThat(isExpected: boolean, error: unknown): void {
  if (!isExpected) throw error;
}

/** A connection that was ended, or a pool that is full, is told; whoever is told asks again. */
async function askUntilAnswered(kind: string, user: User): Promise<void> {
  for (;;) {
    try {
      await QUESTIONS[kind]?.(user);
      return;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      if (error.reason === 'crowded') figures.turnedAway += 1;
      else figures.broken += 1;
      await pause(100 + Math.random() * 200);
    }
  }
}

async function everybodyAsks(): Promise<void> {
  await Promise.all(
    users.map(async (user, index) => {
      const chance = new SeededChance(SEED + index);
      for (let asked = 0; asked < QUESTIONS_OF_EACH; asked++) await askUntilAnswered(chance.pick(KINDS), user);
    }),
  );
}

/** Ends a connection of the application, in whatever it is doing. */
async function endOne(): Promise<void> {
  const ended = await test.ownerQuery(
    `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
      where datname = current_database() and application_name = 'theoan' order by random() limit 1) as one`,
  );
  figures.connectionsLost += ended.length;
}

/** @returns the context that lies on each connection of the pool while nobody uses it. */
async function contextsAtRest(): Promise<unknown[]> {
  const look = async (): Promise<unknown> => test.unitOfWork.run(async (tx) => (await tx.query(CONTEXT))[0]);
  return Promise.all(Array.from({ length: CONNECTIONS }, look));
}

beforeAll(async () => {
  test = await createTestDatabase({ pool: CONNECTIONS });
  for (const { office, scope } of users) {
    await test.unitOfWork.run(async (tx) => {
      for (let number = 0; number < FILES_OF_EACH; number++) {
        await tx.query(
          `insert into subject (id, kind, number, office_id, opened_on, version) values ($1::uuid, 'case', $1::uuid::text, $2, '2026-01-05', 0)`,
          [newId(), office],
        );
      }
    }, scope);
  }
});

afterAll(() => test.drop());

describe(`${USERS} users on ${CONNECTIONS} connections`, () => {
  it('each see their own files and no other, however the connection was left by whom it served before', async () => {
    await everybodyAsks();
    expect(figures.leaks).toBe(0);
    expect(figures.asked).toBeGreaterThan(USERS * QUESTIONS_OF_EACH * 0.9);
    expect(figures.broken).toBe(0);
  });

  it('and not while connections are ended under them, five a second', async () => {
    let isOver = false;
    const ending = (async () => {
      while (!isOver) {
        await endOne();
        await pause(200);
      }
    })();
    await everybodyAsks().finally(() => (isOver = true));
    await ending;
    expect(figures.leaks).toBe(0);
    expect(figures.broken).toBeGreaterThan(0);
  });

  it('leave nothing of themselves on a connection', async () => {
    const empty = { role: 'theoan_app', account: '', offices: '', everywhere: '' };
    expect(await contextsAtRest()).toEqual(Array.from({ length: CONNECTIONS }, () => empty));
    const { asked, leaks, turnedAway, connectionsLost, broken } = figures;
    process.stdout.write(
      `pool hygiene: ${USERS} users, ${CONNECTIONS} connections, ${asked} answers, ${leaks} leaks, ` +
        `${connectionsLost} connections ended, ${broken} questions broken off, ${turnedAway} told to come again\n`,
    );
  });
});
