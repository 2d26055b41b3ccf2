import { setTimeout as wait } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from './health/readiness.js';

/** So long clients with open connections are told to go, before idle connections are cut under their next request. */
const PARTING_MILLISECONDS = 200;

/**
 * Stops an application: it says that it is not ready, parts from its clients, finishes the requests it has, and closes
 * what they used. Requests that last longer than `milliseconds` are cut off.
 * @returns whether everybody could finish.
 */
export async function closeWithin(app: NestFastifyApplication, milliseconds: number): Promise<boolean> {
  findReadiness(app)?.stop();
  const { stopping, server } = app.getHttpAdapter().getInstance();
  if (stopping) stopping.hasBegun = true;
  if (server.listening) await wait(PARTING_MILLISECONDS);
  const patience = new AbortController();
  const tooLate = wait(milliseconds, false, { signal: patience.signal }).catch(() => true);
  const closed = app.close().then(() => true);
  const finished = await Promise.race([closed, tooLate]);
  patience.abort();
  if (!finished) app.getHttpServer().closeAllConnections();
  await closed;
  return finished;
}

function findReadiness(app: NestFastifyApplication): Readiness | undefined {
  try {
    return app.get(Readiness, { strict: false });
  } catch {
    // An application without the health module has nobody to tell.
    return undefined;
  }
}
