import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type Settings } from '#libs/platform/config';
import { type ConnectionTarget, passingFailure, prepareDatabase } from '#libs/platform/database';
import { QueueUnavailable } from './job-failure.js';
import { connectQueue } from './queue-connection.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Any queue tells whether its server answers. */
const PROBED = 'maintenance';

/** What a process cannot do without. */
export interface Needs {
  /** The queues too, not only the database. */
  readonly queues: boolean;
}

/**
 * Waits until the database that the settings name can be reached and has been migrated, and the queues too where they are
 * needed; says what it waits for before each pause, which doubles from one second to thirty. Nothing is left open. Returns
 * at once without DATABASE_URL: the embedded server comes up with the application.
 * @throws ConfigurationError, StatementFailed …: whatever waiting does not mend.
 */
export async function awaitServers(settings: Settings, needs: Needs): Promise<void> {
  if (settings.databaseUrl === undefined) return;
  const logger = new Logger('Start');
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const missing = await whatIsMissing(settings, needs);
    if (missing === undefined) return;
    logger.warn(`waiting for ${missing}; next try in ${pauseMs / 1_000} s`);
    await pause(pauseMs);
  }
}

async function whatIsMissing(settings: Settings, needs: Needs): Promise<string | undefined> {
  try {
    const access = await prepareDatabase(settings, { migrate: false });
    await access.stop();
    if (needs.queues) await askQueue(settings, access.application);
    return undefined;
  } catch (error) {
    if (error instanceof QueueUnavailable) return `the queues (${error.reason})`;
    const reason = passingFailure(error);
    if (reason === undefined) throw error;
    return `the database (${reason})`;
  }
}

async function askQueue({ redisUrl, queuePrefix: prefix }: Settings, database: ConnectionTarget): Promise<void> {
  const connection = connectQueue({ database, redisUrl, prefix });
  try {
    await connection.use(PROBED, (queue) => queue.getJobCounts('waiting'));
  } finally {
    await connection.close();
  }
}
