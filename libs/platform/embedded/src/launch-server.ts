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
/** Clients that come too early fill the log with this. */
const KNOCKING = /the database system is (starting up|in recovery mode|not yet accepting connections)/;
const PORT_TAKEN = /could not bind|Address already in use/;

export interface LaunchOptions {
  readonly home: ServerHome;
  readonly runAs: RunAs;
  readonly binaries: Binaries;
  /** 0 or absent: the port of the last start, or any free one. */
  readonly port?: number;
  /** Server settings beside ours, as in postgresql.conf. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/** A server that we have started. */
export interface LaunchedServer {
  readonly server: Postmaster;
  /** Fulfilled when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/**
 * Starts the server in a session of its own (Ctrl-C must reach only us: we drain first) and waits until it answers.
 * @throws PassingStartFailure when it is worth looking again. @throws EmbeddedPostgresError when it is not.
 */
export async function launchServer(options: LaunchOptions): Promise<LaunchedServer> {
  const { home, runAs, binaries } = options;
  const port = options.port || lastPort(home) || (await freePort());
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
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const server = await answering(child, ended, home);
  child.unref();
  if (!server) throw startFailure(home, logged, options.port);
  fs.writeFileSync(home.port, String(port));
  return { server, ended };
}

const lastPort = (home: ServerHome): number =>
  fs.existsSync(home.port) ? Number(fs.readFileSync(home.port, 'utf8')) : 0;

/** Two starts at once share the log, so it is appended to. @returns how many bytes it holds already. */
function startLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_SIZE_LIMIT) return size;
  fs.truncateSync(file);
  return 0;
}

async function answering(child: ChildProcess, ended: Promise<void>, home: ServerHome): Promise<Postmaster | undefined> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  const find = (): Postmaster | undefined => {
    const server = findPostmaster(home.cluster);
    return server?.state === 'ready' && server.pid === child.pid ? server : undefined;
  };
  const settled = await waitUntil(() => isOver || find() !== undefined, START_TIMEOUT);
  if (settled) return isOver ? undefined : find();
  child.kill('SIGQUIT');
  throw new EmbeddedPostgresError(`the server did not become ready; see ${home.log}`);
}

function startFailure(home: ServerHome, logged: number, wantedPort: number | undefined): Error {
  const log = fs.readFileSync(home.log).subarray(logged).toString('utf8').trim().split('\n');
  const tail = log
    .filter((line) => !KNOCKING.test(line))
    .slice(-10)
    .join('\n');
  if (PASSING.some((it) => it.test(tail))) return new PassingStartFailure(tail);
  if (!PORT_TAKEN.test(tail)) return new EmbeddedPostgresError(`the server ended while starting: ${tail}`);
  if (wantedPort) return new EmbeddedPostgresError(`port ${wantedPort} is taken`);
  fs.rmSync(home.port, { force: true });
  return new PassingStartFailure(tail);
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
