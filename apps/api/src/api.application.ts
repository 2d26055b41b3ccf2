import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Settings } from '#libs/platform/config';
import { type DatabaseModuleOptions } from '#libs/platform/database';
import { DRAIN_MILLISECONDS, closeWithin, createHttpApplication } from '#libs/platform/http';
import { ApiModule } from './api.module.js';

/** The API as it answers at an address. */
export interface RunningApi {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Finishes the requests that run, 15 seconds at most. @returns whether all of them could end. */
  close(): Promise<boolean>;
}

/**
 * Starts the API and listens at HTTP_HOST and HTTP_PORT.
 * @throws ConfigurationError, DatabaseUnavailable …: whatever keeps the database or a module from starting, or the port's
 *   EADDRINUSE; nothing is left open then.
 */
export async function startApi(settings: Settings, database: DatabaseModuleOptions = {}): Promise<RunningApi> {
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
