import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { despiteDeadlock } from './despite-deadlock.js';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.js';

/** One of the two kinds of server that the queues can lie on. */
export interface BackendUnderTest {
  readonly kind: 'postgresql' | 'redis';
  /** A database of the suite's own whose `settings` put the queues on this kind of server. */
  createDatabase(options?: TestDatabaseOptions): Promise<TestDatabase>;
  /** Address of the server that holds the queues of this database. */
  serverUrl(database: TestDatabase): string;
  /** Wipes everything that lies in the queues of this database: jobs, timetable, deduplication. */
  wipe(database: TestDatabase): Promise<void>;
  /** Loses the jobs that wait for their time, and keeps the timetable that made them. */
  loseDelayed(database: TestDatabase): Promise<void>;
}

/** The test command sets it to a Redis of its own, for a run of the job suites beside the one without it. */
const SWITCH = 'TEST_REDIS_URL';
/** Retries, dead workers and outages take their time. */
const PATIENCE_MS = 120_000;

/**
 * Describes a suite once for each kind of server: PostgreSQL always, Redis when TEST_REDIS_URL is set (by the test
 * command, which fails on a build server that has no Redis).
 * @param suite makes its database by `backend.createDatabase()` and knows no other difference.
 */
export function describeOnBothBackends(name: string, suite: (backend: BackendUnderTest) => void): void {
  jest.setTimeout(PATIENCE_MS);
  describe(`${name} (queues on PostgreSQL)`, () => suite(onPostgres));
  const url = process.env[SWITCH];
  if (url) describe(`${name} (queues on Redis)`, () => suite(onRedis(url)));
  else process.stdout.write(`${name}: not run on Redis here, ${SWITCH} is not set\n`);
}

const onPostgres: BackendUnderTest = {
  kind: 'postgresql',
  createDatabase: (options) => createTestDatabase(options),
  serverUrl: (database) => database.application.url,
  wipe: async (database) => {
    const tables = await database.ownerQuery<{ names: string }>(
      `select string_agg(format('bullmq.%I', tablename), ', ') as names
       from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    await despiteDeadlock(() => database.ownerQuery(`truncate ${tables[0]?.names ?? ''}`));
  },
  loseDelayed: async (database) => {
    await database.ownerQuery(`delete from bullmq.job where state = 'delayed'`);
  },
};

function onRedis(url: string): BackendUnderTest {
  return {
    kind: 'redis',
    createDatabase: (options) =>
      createTestDatabase({
        ...options,
        environment: { ...options?.environment, REDIS_URL: url, QUEUE_PREFIX: `t${randomBytes(6).toString('hex')}` },
      }),
    serverUrl: () => url,
    wipe: (database) => deleteKeys(url, `${database.settings.queuePrefix}:*`),
    loseDelayed: async (database) => {
      const prefix = database.settings.queuePrefix;
      await deleteKeys(url, `${prefix}:*:repeat:*:*`);
      await deleteKeys(url, `${prefix}:*:delayed`);
    },
  };
}

/** By pattern, like FLUSHALL for one suite: others run beside it. */
async function deleteKeys(url: string, pattern: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true });
  await redis.connect();
  try {
    for await (const keys of redis.scanStream({ match: pattern, count: 1_000 }) as AsyncIterable<string[]>) {
      if (keys.length > 0) await redis.del(keys);
    }
  } finally {
    redis.disconnect();
  }
}
