import 'reflect-metadata';
import { ConfigurationError, readSettings } from '#libs/platform/config';
import { stopOnSignals } from '#libs/platform/http';
import { startApi } from './api.application.js';

/** Nothing has been answered yet. */
const leave = (): never => process.exit(0);

try {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, leave);
  const { app, url } = await startApi(readSettings(process.env));
  for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, leave);
  stopOnSignals(app);
  process.stdout.write(`TheoÁn API: ${url}/api/docs\n`);
} catch (error) {
  const isConfiguration = error instanceof ConfigurationError;
  process.stderr.write(`${isConfiguration ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}
