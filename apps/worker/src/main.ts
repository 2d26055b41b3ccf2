import 'reflect-metadata';
import { ConfigurationError, readSettings } from '#libs/platform/config';
import { startWorker } from './start-worker.js';

/** Nothing is under way yet that would have to come to its end. */
const leave = (): never => process.exit(0);

try {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, leave);
  const worker = await startWorker(readSettings(process.env));
  const stop = (): void => {
    worker.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, leave).once(signal, stop);
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error('unknown');
  process.stderr.write(`${error instanceof ConfigurationError ? message : (stack ?? message)}\n`);
  process.exit(1);
}
