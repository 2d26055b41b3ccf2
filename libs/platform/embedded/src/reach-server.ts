import fs from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { launchServer, type LaunchedServer, type LaunchOptions, PassingStartFailure } from './launch-server.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { isAlive, pause, waitUntil } from './processes.js';
import { type ServerHome } from './server-home.js';

const ATTEMPTS = 20;
const MILLISECONDS_BETWEEN_ATTEMPTS = 300;
const SETTLE_TIMEOUT = 60_000;

/** A server that answers, and what it is to us. */
export interface ReachedServer {
  readonly server: Postmaster;
  /** Ours to stop: we started it, or who started it is dead. */
  readonly isOurs: boolean;
  /** Present when we started it just now; it ran already otherwise. */
  readonly launched?: LaunchedServer;
}

/**
 * Adopts the server that runs on the folder, or starts one.
 * @throws EmbeddedPostgresError when it cannot be started.
 */
export async function reachServer(options: LaunchOptions): Promise<ReachedServer> {
  const { home } = options;
  let last: Error | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const running = await settledPostmaster(home.cluster);
    if (running) return { server: running, isOurs: takeOver(home) };
    try {
      const launched = await launchServer(options);
      fs.writeFileSync(home.starter, String(process.pid));
      return { server: launched.server, isOurs: true, launched };
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
