import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Settings } from '#libs/platform/config';
import { createLogger, NestLogger } from '#libs/platform/observability';
import { awaitServers } from '#libs/platform/queue';
import { WorkerModule } from './worker.module.js';

/**
 * Starts a worker, as soon as the database is there and migrated and the queues answer; until then it gives no sign of life.
 * Closing it lets the jobs under way come to their end, 20 seconds at most.
 * @throws ConfigurationError, DatabaseUnavailable, QueueUnavailable.
 */
export async function startWorker(settings: Settings): Promise<INestApplicationContext> {
  const logger = new NestLogger(createLogger(settings.logLevel));
  Logger.overrideLogger(logger);
  await awaitServers(settings, { queues: true });
  return NestFactory.createApplicationContext(WorkerModule.forRoot(settings), {
    logger,
    abortOnError: false,
  });
}
