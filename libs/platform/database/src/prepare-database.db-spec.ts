import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { migrations } from '#database/migrations';
import { ConfigurationError, readSettings } from '#libs/platform/config';
import { databaseUrl, onServer, testCluster } from '../../../../test/support/test-cluster.js';
import {
  Clock,
  Database,
  DatabaseModule,
  migrate,
  ownerDataSource,
  pendingMigrations,
  prepareDatabase,
} from './index.js';

/** Servers and databases are created here; a busy machine takes its time. */
jest.setTimeout(60_000);

const ALL = migrations.map((it) => it.name);
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const { ownerUrl: server } = testCluster();

/** An empty database, owned by the role when one is given. */
async function emptyDatabase(owner?: string): Promise<string> {
  const name = `theoan_empty_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${name}${owner ? ` owner ${owner}` : ''}`);
  cleanUp.push(() => onServer(server, `drop database ${name} with (force)`));
  return databaseUrl(server, name);
}

/** A role that signs in. @returns its name and the address as which it reaches a database. */
async function signInRole(attributes = ''): Promise<{ name: string; reach: (url: string) => string }> {
  const name = `theoan_role_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(8).toString('hex');
  await onServer(server, `create role ${name} login password '${password}' ${attributes}`);
  cleanUp.push(() => onServer(server, `drop role ${name}`));
  const reach = (url: string): string => {
    const address = new URL(url);
    [address.username, address.password] = [name, password];
    return address.href;
  };
  return { name, reach };
}

async function refusalOf(environment: NodeJS.ProcessEnv, options = {}): Promise<string> {
  try {
    await prepareDatabase(readSettings(environment), options);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.map((it) => `${it.variable} ${it.code}`).join();
    throw error;
  }
  return 'none';
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('without DATABASE_URL', () => {
  it('the module brings up an embedded server, keeps its password to itself, and stops it', async () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-data-'));
    fs.chmodSync(dataDir, 0o755);
    cleanUp.push(async () => fs.rmSync(dataDir, { recursive: true, force: true }));
    const settings = readSettings({ DATA_DIR: dataDir });
    for (const round of ['created', 'opened again']) {
      const module = await Test.createTestingModule({ imports: [DatabaseModule.forRoot(settings)] }).compile();
      const app = await module.init();
      const [row] = await app.get(Database).query('select current_user as role, count(*) as events from event');
      expect([round, row]).toEqual([round, { role: 'theoan_app', events: 0 }]);
      expect(app.get(Clock).today()).toMatch(/^\d{4}-\d\d-\d\d$/);
      await app.close();
      expect(fs.existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
    }
    expect(fs.statSync(path.join(dataDir, 'application-password')).mode & 0o777).toBe(0o600);
  });
});

describe('with DATABASE_URL alone', () => {
  it('an ordinary owner migrates and then works as theoan_app', async () => {
    const owner = await signInRole('createrole');
    await onServer(server, `grant theoan_app to ${owner.name} with admin option`);
    const url = owner.reach(await emptyDatabase(owner.name));
    const settings = readSettings({ DATABASE_URL: url });
    const access = await prepareDatabase(settings);
    expect(access.application).toEqual({ url, stepDown: true });
    const module = await Test.createTestingModule({ imports: [DatabaseModule.forRoot(settings)] }).compile();
    const app = await module.init();
    const [row] = await app.get(Database).query('select current_user as role, session_user as signed_in');
    expect(row).toEqual({ role: 'theoan_app', signed_in: owner.name });
    await app.close();
  });

  it('a user who may not set up tables is told so', async () => {
    const stranger = await signInRole();
    const url = stranger.reach(await emptyDatabase());
    expect(await refusalOf({ DATABASE_URL: url })).toBe('DATABASE_URL cannot-migrate');
  });

  it('a service that migrates not is refused an old database, and served a current one', async () => {
    const service = await signInRole();
    await onServer(server, `grant theoan_app to ${service.name}`);
    const database = await emptyDatabase();
    const environment = { DATABASE_URL: service.reach(database) };
    expect(await refusalOf(environment, { migrate: false })).toBe('DATABASE_URL migrations-pending');
    await prepareDatabase(readSettings({ DATABASE_URL: database }));
    expect(await refusalOf(environment, { migrate: false })).toBe('none');
  });

  it('a server that is not there, a user it does not know and an absent database are told apart', async () => {
    expect(await refusalOf({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/theoan' })).toBe('DATABASE_URL unreachable');
    const unknown = new URL(server);
    unknown.username = 'theoan_unknown';
    expect(await refusalOf({ DATABASE_URL: unknown.href })).toBe('DATABASE_URL sign-in-refused');
    const absent = databaseUrl(server, 'theoan_nowhere');
    expect(await refusalOf({ DATABASE_URL: absent })).toBe('DATABASE_URL database-absent');
  });
});

describe('with DATABASE_MIGRATION_URL', () => {
  it('the application must not be a superuser', async () => {
    const root = await signInRole('superuser');
    const url = await emptyDatabase();
    const environment = { DATABASE_URL: root.reach(url), DATABASE_MIGRATION_URL: url };
    expect(await refusalOf(environment)).toBe('DATABASE_URL is-superuser');
  });

  it('the application must be a member of theoan_app', async () => {
    const stranger = await signInRole();
    const url = await emptyDatabase();
    const environment = { DATABASE_URL: stranger.reach(url), DATABASE_MIGRATION_URL: url };
    expect(await refusalOf(environment)).toBe('DATABASE_URL lacks-application-role');
  });

  it('the application must not own a table, nor be able to change the record', async () => {
    const service = await signInRole();
    await onServer(server, `grant theoan_app to ${service.name}`);
    const url = await emptyDatabase();
    const environment = { DATABASE_URL: service.reach(url), DATABASE_MIGRATION_URL: url };
    expect(await refusalOf(environment)).toBe('none');
    await query(url, `grant update on event to ${service.name}`);
    expect(await refusalOf(environment)).toBe('DATABASE_URL may-change-record');
    await query(url, `create table belongings (n int); alter table belongings owner to ${service.name}`);
    expect(await refusalOf(environment)).toBe('DATABASE_URL owns-tables');
  });
});

describe('migrations', () => {
  it('run once, however many processes ask at the same moment', async () => {
    const url = await emptyDatabase();
    const owners = await Promise.all([1, 2, 3].map(() => ownerDataSource(url).initialize()));
    cleanUp.push(() => Promise.all(owners.map((it) => it.destroy())));
    expect(await pendingMigrations(owners[0]!)).toEqual(ALL);
    const ran = await Promise.all(owners.map((it) => migrate(it)));
    expect(ran.flat()).toEqual(ALL);
    expect(await pendingMigrations(owners[1]!)).toEqual([]);
  });

  it('can all be taken back and run again', async () => {
    const owner = await ownerDataSource(await emptyDatabase()).initialize();
    cleanUp.push(() => owner.destroy());
    await migrate(owner);
    for (let left = ALL.length; left > 0; left--) await owner.undoLastMigration();
    const left: unknown[] = await owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')
       and relname not like 'schema_migration%'`,
    );
    expect(left).toEqual([]);
    expect(await migrate(owner)).toEqual(ALL);
  });

  it('wait for whoever holds what they need, longer than the second that they hold up others', async () => {
    const url = await emptyDatabase();
    const owner = await ownerDataSource(url).initialize();
    cleanUp.push(() => owner.destroy());
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('begin; create table subject (n int)');
    const run = migrate(owner);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    await holder.query('rollback');
    await holder.end();
    expect(await run).toEqual(ALL);
  });
});
