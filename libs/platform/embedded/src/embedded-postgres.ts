import fs from 'node:fs';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { ensureCluster, OWNER_ROLE } from './create-cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { keepRunning, type ServerEvent } from './keep-running.js';
import { type LaunchOptions } from './launch-server.js';
import { reachServer } from './reach-server.js';
import { chooseRunAs } from './run-as.js';
import { type ServerHome, serverHome } from './server-home.js';
import { serverSettings } from './server-settings.js';
import { stopServer } from './stop-server.js';

export interface EmbeddedPostgresOptions {
  /** The server's own folder; created when absent. */
  readonly directory: string;
  /** Created when absent; default `theoan`. */
  readonly database?: string;
  /** Default: the port of the last start, at first any free port of 127.0.0.1. */
  readonly port?: number;
  /** `false` gives up durability for speed: for tests only. Default true. */
  readonly durable?: boolean;
  /** Further server settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Start the server again when it ends by itself. Default true. */
  readonly restart?: boolean;
  /** Told when the server that we started ends by itself, and what came of it. */
  readonly onEvent?: (event: ServerEvent) => void;
}

/** A running server and how its owner reaches it. */
export interface EmbeddedPostgres {
  /** Connection of the owner, a superuser: for migrations, never for the application. */
  readonly url: string;
  readonly port: number;
  /** The server's process at the start; another one after a restart. */
  readonly pid: number;
  /** The server ran already. */
  readonly adopted: boolean;
  /** Stops the server, unless another living process started it. */
  stop(): Promise<void>;
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
  const launch: LaunchOptions = { home, runAs, binaries, port: options.port, settings };
  const { server, isOurs, launched } = await reachServer(launch);
  const url = ownerUrl(home, server.port);
  const database = options.database ?? 'theoan';
  await ensureDatabase(url('postgres'), database);
  const isWatched = launched !== undefined && options.restart !== false;
  const unwatch = isWatched ? keepRunning(launched, launch, options.onEvent ?? ignore) : undefined;
  return {
    url: url(database),
    port: server.port,
    pid: server.pid,
    adopted: launched === undefined,
    stop: async () => {
      await unwatch?.();
      if (isOurs) await stopServer(home, runAs, binaries);
    },
  };
}

const ignore = (): undefined => undefined;

function ownerUrl(home: ServerHome, port: number): (database: string) => string {
  const password = encodeURIComponent(readPassword(home));
  return (database) => `postgres://${OWNER_ROLE}:${password}@127.0.0.1:${port}/${database}`;
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
