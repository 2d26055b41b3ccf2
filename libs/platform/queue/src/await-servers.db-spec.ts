import { Logger } from '@nestjs/common';
import { ConfigurationError, type Settings } from '#libs/platform/config';
import { eventually } from '../../../../test/support/eventually.js';
import { type Gate, openGate } from '../../../../test/support/gate.js';
import { describeOnBothBackends } from '../../../../test/support/queue-backends.js';
import { type TestDatabase } from '../../../../test/support/test-database.js';
import { awaitServers, migrateQueue } from './index.js';

describeOnBothBackends('whoever starts before its servers', (backend) => {
  let database: TestDatabase;
  let gate: Gate;
  let said: string[];
  let listen: jest.SpyInstance;

  beforeAll(async () => {
    database = await backend.createDatabase();
    await migrateQueue(database.ownerUrl);
  });
  beforeEach(() => {
    said = [];
    listen = jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => said.push(String(line)));
  });
  afterEach(async () => {
    listen.mockRestore();
    await gate.shut();
  });
  afterAll(() => database.drop());

  const waiting = (settings: Settings, queues: boolean): { isOver: () => boolean; over: Promise<void> } => {
    let isOver = false;
    const over = awaitServers(settings, { queues }).finally(() => (isOver = true));
    return { isOver: () => isOver, over };
  };
  const lines = (what: RegExp): string[] => said.filter((line) => what.test(line));

  it('waits for the database, says so before each pause, and goes on when it is there', async () => {
    gate = await openGate(database.ownerUrl);
    await gate.shut();
    const { settings } = database;
    const through = (url: string | undefined): string | undefined => url && gate.through(url);
    const { databaseUrl, databaseMigrationUrl } = settings;
    const behind = {
      ...settings,
      databaseUrl: through(databaseUrl),
      databaseMigrationUrl: through(databaseMigrationUrl),
    };
    const { isOver, over } = waiting(behind, true);
    await eventually('three tries', () => lines(/^waiting for the database \(.*unreachable\); next try in \d+ s$/)[2]);
    expect(said.map((line) => /in (\d+) s/.exec(line)?.[1]).slice(0, 3)).toEqual(['1', '2', '4']);
    expect(isOver()).toBe(false);
    await gate.open();
    await over;
  });

  it('waits for the queues only when it needs them', async () => {
    gate = await openGate(backend.serverUrl(database));
    await gate.shut();
    const { settings } = database;
    if (settings.redisUrl === undefined) return expectQueueTables(settings);
    const behind = { ...settings, redisUrl: gate.through(settings.redisUrl) };
    await waiting(behind, false).over;
    const { isOver, over } = waiting(behind, true);
    await eventually('a try', () => lines(/^waiting for the queues \(.+\); next try in 1 s$/)[0]);
    expect(isOver()).toBe(false);
    await gate.open();
    await over;
  });

  /** On PostgreSQL the queues are tables of the database: they are missing until somebody has migrated. */
  async function expectQueueTables(settings: Settings): Promise<void> {
    await database.ownerQuery('alter schema bullmq rename to bullmq_away');
    const { over } = waiting(settings, true);
    await eventually('a try', () => lines(/^waiting for the queues/)[0]);
    await database.ownerQuery('alter schema bullmq_away rename to bullmq');
    await over;
  }

  it('waits for whoever migrates', async () => {
    gate = await openGate(database.ownerUrl);
    await database.ownerQuery('alter table schema_migration rename to schema_migration_away');
    const { over } = waiting(database.settings, false);
    await eventually('a try', () => lines(/^waiting for the database \(.* migrations-pending\)/)[0]);
    await database.ownerQuery('alter table schema_migration_away rename to schema_migration');
    await over;
  });

  it('does not wait for what only a hand can mend', async () => {
    gate = await openGate(database.ownerUrl);
    const wrong = new URL(database.application.url);
    wrong.pathname = '/no_such_database';
    const settings = { ...database.settings, databaseUrl: wrong.href, databaseMigrationUrl: undefined };
    await expect(awaitServers(settings, { queues: true })).rejects.toThrow(ConfigurationError);
    expect(said).toEqual([]);
  });
});
