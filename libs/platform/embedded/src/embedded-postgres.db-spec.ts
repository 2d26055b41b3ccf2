import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, EmbeddedPostgresError, type ServerEvent, startEmbeddedPostgres } from './index.js';

/** Servers and databases are created here; a busy machine takes its time. */
jest.setTimeout(60_000);

const started: EmbeddedPostgres[] = [];
let parent: string;
let directory: string;

async function start(durable = false): Promise<EmbeddedPostgres> {
  const settings = { shared_buffers: '16MB' };
  const server = await startEmbeddedPostgres({ directory, durable, settings, restart: false });
  started.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function killHard(server: EmbeddedPostgres): Promise<void> {
  process.kill(server.pid, 'SIGKILL');
  while (fs.existsSync(`/proc/${server.pid}`)) await new Promise((resolve) => setTimeout(resolve, 10));
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));

beforeAll(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-embedded-'));
  fs.chmodSync(parent, 0o755);
  directory = path.join(parent, 'postgres');
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

afterAll(() => fs.rmSync(parent, { recursive: true, force: true }));

describe('the embedded server', () => {
  it('keeps text as UTF-8 and sorts Vietnamese, whatever LANG says', async () => {
    const server = await start();
    const [settings] = await query(
      server,
      `select current_setting('server_encoding') as encoding,
      current_setting('timezone') as zone, 'Đ' < 'E' collate "vi-x-icu" as sorted`,
    );
    expect(settings).toEqual({ encoding: 'UTF8', zone: 'UTC', sorted: true });
  });

  it('keeps its rows over a stop and a start', async () => {
    const first = await start();
    await query(first, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('is adopted by a second start, and stopped only by the first', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
    await second.stop();
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('comes back after kill -9 with what was committed', async () => {
    const first = await start(true);
    await query(first, 'create table survived (n int); insert into survived values (1), (2)');
    await killHard(first);
    expect(fs.existsSync(path.join(directory, 'cluster', 'postmaster.pid'))).toBe(true);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second, 'select count(*)::int as n from survived')).toEqual([{ n: 2 }]);
  });

  it('starts although the process id in a stale lock file belongs to a stranger by now', async () => {
    const first = await start();
    await killHard(first);
    const owner = fs.statSync(path.join(directory, 'cluster'));
    const stranger = spawn('sleep', ['60'], { uid: owner.uid, gid: owner.gid });
    const lock = path.join(directory, 'cluster', 'postmaster.pid');
    const lines = fs.readFileSync(lock, 'utf8').split('\n');
    fs.writeFileSync(lock, [stranger.pid, ...lines.slice(1)].join('\n'));
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(stranger.exitCode).toBeNull();
    const gone = ended(stranger);
    stranger.kill();
    await gone;
  });

  it('is started again by itself under the same address, until it is stopped', async () => {
    const events: ServerEvent['kind'][] = [];
    let settle: () => void;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    const onEvent = (event: ServerEvent): void => {
      events.push(event.kind);
      if (event.kind !== 'lost') settle();
    };
    const server = await startEmbeddedPostgres({ directory, durable: false, onEvent });
    started.push(server);
    await killHard(server);
    await settled;
    expect(events).toEqual(['lost', 'restarted']);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(fs.existsSync(path.join(directory, 'cluster', 'postmaster.pid'))).toBe(false);
    expect(events).toEqual(['lost', 'restarted']);
  });

  it('takes another port when its last one is taken, and says so when that port was asked for', async () => {
    const first = await start();
    await first.stop();
    const squatter = net.createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    const asked = startEmbeddedPostgres({ directory, port: first.port, durable: false });
    await expect(asked).rejects.toThrow(`port ${first.port} is taken`);
    expect((await start()).port).not.toBe(first.port);
    squatter.close();
  });

  it('lets two starts at the same moment end on one server', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.pid).toBe(second.pid);
    expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
  });

  it('finds no half cluster after a crash inside initdb, and clears it away', async () => {
    const fresh = path.join(parent, 'fresh');
    const dead = spawn('true');
    await ended(dead);
    const leftover = `${fresh}.init-${dead.pid}-0badcafe`;
    fs.mkdirSync(path.join(leftover, 'cluster'), { recursive: true });
    const server = await startEmbeddedPostgres({ directory: fresh, durable: false });
    started.push(server);
    expect(fs.existsSync(leftover)).toBe(false);
    expect(fs.statSync(path.join(fresh, 'owner-password')).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that holds something else and asks for DATABASE_URL', async () => {
    const foreign = path.join(parent, 'foreign');
    fs.mkdirSync(foreign);
    fs.writeFileSync(path.join(foreign, 'letter.txt'), 'not a cluster');
    const start = startEmbeddedPostgres({ directory: foreign, durable: false });
    await expect(start).rejects.toThrow(EmbeddedPostgresError);
    await expect(start).rejects.toThrow(/DATABASE_URL/);
    expect(fs.readdirSync(parent).filter((name) => name.includes('.init-'))).toEqual([]);
  });
});
