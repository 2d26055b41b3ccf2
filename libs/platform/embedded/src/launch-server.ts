import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { type Binaries } from './binaries.js';
import { command, endingWithUs } from './commands.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { waitUntil } from './processes.js';
import { type RunAs } from './run-as.js';
import { type ServerHome } from './server-home.js';

/** Crash recovery of a large cluster takes its time; a server that lives longer than this without answering is stuck. */
const START_TIMEOUT = 180_000;

/** In bytes; a longer log starts anew with the server. */
const LOG_SIZE_LIMIT = 4_000_000;

/** The server ended while starting, for a reason that passes: another one is starting or has just died here. */
export class PassingStartFailure extends Error {
  override readonly name = 'PassingStartFailure';
}

const PASSING = [
  /pre-existing shared memory block/,
  /lock file "postmaster\.pid" already exists/,
  /lock file "postmaster\.pid" is empty/,
];
const PORT_TAKEN = /could not bind|Address already in use/;

export interface LaunchOptions {
  readonly home: ServerHome;
  readonly runAs: RunAs;
  readonly binaries: Binaries;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Server settings beside ours, as in postgresql.conf. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/**
 * Starts the server in a session of its own (Ctrl-C must reach only us: we drain first) and waits until it answers.
 * @throws PassingStartFailure when it is worth looking again. @throws EmbeddedPostgresError when it is not.
 */
export async function launchServer(options: LaunchOptions): Promise<Postmaster> {
  const { home, runAs, binaries } = options;
  const port = options.port || (await freePort());
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const call = command(runAs, binaries.postgres, ['-D', home.cluster, '-p', String(port), ...settings]);
  const bound = endingWithUs(runAs, call);
  const logged = startLog(home.log);
  const log = fs.openSync(home.log, 'a', 0o600);
  const child = spawn(bound.program, bound.args, {
    ...bound.options,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const server = await answering(child, home);
  child.unref();
  if (server) return server;
  throw startFailure(fs.readFileSync(home.log).subarray(logged).toString('utf8'), options.port);
}

/** Two starts at once share the log, so it is appended to. @returns how many bytes it holds already. */
function startLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_SIZE_LIMIT) return size;
  fs.truncateSync(file);
  return 0;
}

async function answering(child: ChildProcess, home: ServerHome): Promise<Postmaster | undefined> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const find = (): Postmaster | undefined => {
    const server = findPostmaster(home.cluster);
    return server?.state === 'ready' && server.pid === child.pid ? server : undefined;
  };
  const settled = await waitUntil(() => ended || find() !== undefined, START_TIMEOUT);
  if (settled) return ended ? undefined : find();
  child.kill('SIGQUIT');
  throw new EmbeddedPostgresError(`the server did not become ready; see ${home.log}`);
}

function startFailure(log: string, wantedPort: number | undefined): Error {
  const tail = log.trim().slice(-2000);
  if (PASSING.some((it) => it.test(tail))) return new PassingStartFailure(tail);
  if (!PORT_TAKEN.test(tail)) return new EmbeddedPostgresError(`the server ended while starting: ${tail}`);
  return wantedPort ? new EmbeddedPostgresError(`port ${wantedPort} is taken`) : new PassingStartFailure(tail);
}

/** @returns a port of 127.0.0.1 that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
