import 'reflect-metadata';
import { ConfigurationError, readSettings } from '#libs/platform/config';
import { startWorker } from './start-worker.js';

try {
  const worker = await startWorker(readSettings(process.env));
  const stop = (): void => {
    worker.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error('unknown');
  process.stderr.write(`${error instanceof ConfigurationError ? message : (stack ?? message)}\n`);
  process.exit(1);
}
