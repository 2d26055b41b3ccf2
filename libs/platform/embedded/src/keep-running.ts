import { setTimeout as pause } from 'node:timers/promises';
import { type LaunchedServer, type LaunchOptions } from './launch-server.js';
import { reachServer } from './reach-server.js';

/** What happened to a server that ended without being told to. */
export type ServerEvent =
  | { readonly kind: 'lost' | 'restarted' }
  | { readonly kind: 'failed'; readonly error: unknown };

const FIRST_PAUSE_IN_MILLISECONDS = 250;
const LONGEST_PAUSE_IN_MILLISECONDS = 5_000;

/**
 * Starts the server again, on the same port, whenever it ends by itself (killed, out of memory): connections come back
 * without anybody's doing.
 * @returns ends the watch, after a restart that is under way; to be called before the server is stopped.
 */
export function keepRunning(
  first: LaunchedServer,
  options: LaunchOptions,
  report: (event: ServerEvent) => void,
): () => Promise<void> {
  let isWanted = true;
  let restarting: Promise<LaunchedServer | undefined> = Promise.resolve(first);
  const watch = async (): Promise<void> => {
    for (let failures = 0; ; ) {
      const current = await restarting;
      failures = current ? 0 : failures + 1;
      await (current?.ended ?? pauseAfter(failures));
      if (!isWanted) return;
      if (current) report({ kind: 'lost' });
      restarting = restart(options, report);
    }
  };
  void watch();
  return async () => {
    isWanted = false;
    await restarting;
  };
}

/** Not held against the process's own end. */
const pauseAfter = (failures: number): Promise<void> =>
  pause(Math.min(FIRST_PAUSE_IN_MILLISECONDS * 2 ** failures, LONGEST_PAUSE_IN_MILLISECONDS), undefined, {
    ref: false,
  });

async function restart(
  options: LaunchOptions,
  report: (event: ServerEvent) => void,
): Promise<LaunchedServer | undefined> {
  try {
    const { launched } = await reachServer(options);
    if (launched) report({ kind: 'restarted' });
    return launched;
  } catch (error) {
    report({ kind: 'failed', error });
    return undefined;
  }
}
