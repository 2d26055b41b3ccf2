import 'reflect-metadata';
import { ConfigurationError, readSettings } from '#libs/platform/config';
import { stopOnSignals } from '#libs/platform/http';
import { startApi } from './api.application.js';

try {
  const { app, url } = await startApi(readSettings(process.env));
  stopOnSignals(app);
  process.stdout.write(`TheoÁn API: ${url}/api/docs\n`);
} catch (error) {
  const isConfiguration = error instanceof ConfigurationError;
  process.stderr.write(`${isConfiguration ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}
