import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { closeWithin } from './close-within.js';

/** How long requests may take to end once the process is told to stop. */
export const DRAIN_MILLISECONDS = 15_000;

/**
 * Ends the process in order when Ctrl-C or the service manager asks: requests first (15 seconds at most), then what they
 * used. A second signal ends it at once. Exit code 0 when everybody could finish, otherwise 1.
 */
export function stopOnSignals(app: NestFastifyApplication): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    closeWithin(app, DRAIN_MILLISECONDS).then(
      (finished) => process.exit(finished ? 0 : 1),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
