import { spawnSync } from 'node:child_process';
import { type Binaries } from './binaries.js';
import { command } from './commands.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findPostmaster } from './postmaster.js';
import { send, waitUntil } from './processes.js';
import { type RunAs } from './run-as.js';
import { type ServerHome } from './server-home.js';

const STOP_TIMEOUT = 20_000;

/** Ends the server cleanly; one that does not end is broken off (its log brings everything back at the next start). */
export async function stopServer(home: ServerHome, runAs: RunAs, binaries: Binaries): Promise<void> {
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
    if (await waitUntil(gone, STOP_TIMEOUT)) return;
  }
  throw new EmbeddedPostgresError(`the server in ${home.folder} does not stop`);
}
