import { Logger } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Settings } from '#libs/platform/config';
import { type DatabaseModuleOptions } from '#libs/platform/database';
import { DRAIN_MILLISECONDS, closeWithin, createHttpApplication } from '#libs/platform/http';
import { createLogger, NestLogger } from '#libs/platform/observability';
import { awaitServers } from '#libs/platform/queue';
import { ApiModule } from './api.module.js';

/** The API as it answers at an address. */
export interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Finishes the requests that run, 15 seconds at most. @returns whether all of them could end. */
  close(): Promise<boolean>;
}

/**
 * Starts the API and listens at HTTP_HOST and HTTP_PORT. With DATABASE_URL it leaves the schema to `theoan migrate` and
 * waits until the database is there and migrated; it does not need the queues.
 * @throws ConfigurationError, DatabaseUnavailable …: whatever keeps the database or a module from starting, or the port's
 *   EADDRINUSE; nothing is left open then.
 */
export async function startApi(settings: Settings): Promise<RunningApi> {
  const database: DatabaseModuleOptions = { migrate: settings.databaseUrl === undefined };
  Logger.overrideLogger(new NestLogger(createLogger(settings.logLevel)));
  await awaitServers(settings, { queues: false });
  const app = await createHttpApplication(ApiModule.forRoot(settings, database), settings);
  const close = (): Promise<boolean> => closeWithin(app, DRAIN_MILLISECONDS);
  try {
    await app.listen(settings.httpPort, settings.httpHost);
    return { app, url: await app.getUrl(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
