import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Settings } from '#libs/platform/config';
import { createLogger, NestLogger } from '#libs/platform/observability';
import { WorkerModule } from './worker.module.js';

/**
 * Starts a worker. Closing it lets the jobs under way come to their end, 20 seconds at most.
 * @throws ConfigurationError, DatabaseUnavailable, QueueUnavailable.
 */
export async function startWorker(settings: Settings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forRoot(settings), {
    logger: new NestLogger(createLogger(settings.logLevel)),
    abortOnError: false,
  });
}
