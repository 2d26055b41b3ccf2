import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import pg from 'pg';
import { type Binaries, findBinaries } from './binaries.js';
import { command } from './commands.js';
import { ensureCluster, OWNER_ROLE } from './create-cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { launchServer, type LaunchOptions, PassingStartFailure } from './launch-server.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { isAlive, pause, send, waitUntil } from './processes.js';
import { chooseRunAs, type RunAs } from './run-as.js';
import { type ServerHome, serverHome } from './server-home.js';
import { serverSettings } from './server-settings.js';

export interface EmbeddedPostgresOptions {
  /** The server's own folder; created when absent. */
  readonly directory: string;
  /** Created when absent; default `theoan`. */
  readonly database?: string;
  /** Default: any free port of 127.0.0.1. */
  readonly port?: number;
  /** `false` gives up durability for speed: for tests only. Default true. */
  readonly durable?: boolean;
  /** Further server settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** A running server and how its owner reaches it. */
export interface EmbeddedPostgres {
  /** Connection of the owner, a superuser: for migrations, never for the application. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The server ran already. */
  readonly adopted: boolean;
  /** Stops the server, unless another living process started it. */
  stop(): Promise<void>;
}

const ATTEMPTS = 20;
const MILLISECONDS_BETWEEN_ATTEMPTS = 300;
const SETTLE_TIMEOUT = 60_000;
const FAST_STOP_TIMEOUT = 20_000;

interface Reached {
  readonly server: Postmaster;
  readonly adopted: boolean;
  /** Ours to stop: we started it, or who started it is dead. */
  readonly ours: boolean;
}

/**
 * Brings up the embedded PostgreSQL of a folder: creates it the first time, survives crashes of both sides, and adopts
 * a server that another process of this machine runs on the same folder.
 * @throws EmbeddedPostgresError when that is impossible here; the message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = serverHome(options.directory);
  const binaries = findBinaries();
  const runAs = chooseRunAs(binaries.postgres, home.cluster);
  await ensureCluster(home, runAs, binaries);
  const settings = serverSettings(options.durable ?? true, options.settings);
  const { server, adopted, ours } = await reachServer({ home, runAs, binaries, port: options.port, settings });
  const password = readPassword(home);
  const urlOf = (database: string): string =>
    `postgres://${OWNER_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${database}`;
  const database = options.database ?? 'theoan';
  await ensureDatabase(urlOf('postgres'), database);
  return {
    url: urlOf(database),
    port: server.port,
    pid: server.pid,
    adopted,
    stop: async () => {
      if (ours) await stopServer(home, runAs, binaries);
    },
  };
}

async function reachServer(options: LaunchOptions): Promise<Reached> {
  const { home } = options;
  let last: Error | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const running = await settledPostmaster(home.cluster);
    if (running) return { server: running, adopted: true, ours: takeOver(home) };
    try {
      const server = await launchServer(options);
      fs.writeFileSync(home.starter, String(process.pid));
      return { server, adopted: false, ours: true };
    } catch (error) {
      if (!(error instanceof PassingStartFailure)) throw error;
      last = error;
      await pause(MILLISECONDS_BETWEEN_ATTEMPTS);
    }
  }
  throw new EmbeddedPostgresError(`the server cannot start: ${last?.message}`, { cause: last });
}

/** @returns the server that answers on this cluster, after one that is starting or stopping has come to an end of it. */
async function settledPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const settled = (): boolean => [undefined, 'ready'].includes(findPostmaster(cluster)?.state);
  if (await waitUntil(settled, SETTLE_TIMEOUT)) return findPostmaster(cluster);
  throw new EmbeddedPostgresError('another server is neither starting nor stopping on this folder');
}

/** Whoever started the server stops it; when he is dead, the first who adopts it does. */
function takeOver(home: ServerHome): boolean {
  const starter = fs.existsSync(home.starter) ? Number(fs.readFileSync(home.starter, 'utf8')) : 0;
  if (isAlive(starter)) return false;
  fs.writeFileSync(home.starter, String(process.pid));
  return true;
}

function readPassword(home: ServerHome): string {
  try {
    return fs.readFileSync(home.password, 'utf8').trim();
  } catch (error) {
    throw new EmbeddedPostgresError(`cannot read ${home.password}`, { cause: error });
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const DUPLICATE_DATABASE = ['42P04', '23505'];
    if (!DUPLICATE_DATABASE.includes((error as pg.DatabaseError).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

async function stopServer(home: ServerHome, runAs: RunAs, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    const call = command(runAs, binaries.pgCtl, ['-D', home.cluster, '-m', 'fast', '-w', 'stop']);
    spawnSync(call.program, call.args, call.options);
    return;
  }
  const gone = (): boolean => findPostmaster(home.cluster) === undefined;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const server = findPostmaster(home.cluster);
    if (!server) return;
    send(signal, server.pid);
    if (await waitUntil(gone, FAST_STOP_TIMEOUT)) return;
  }
  throw new EmbeddedPostgresError(`the server in ${home.folder} does not stop`);
}
