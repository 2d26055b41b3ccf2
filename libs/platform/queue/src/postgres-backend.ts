import { Logger } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { applicationOptions, type ConnectionTarget, endConnections } from '#libs/platform/database';
import { failureCode } from './job-failure.js';
import { type QueueBackend } from './queue-backend.js';

/** Each worker keeps one connection to listen on, all others share the rest; connections are opened when needed. */
const MOST_CONNECTIONS = 24;
const MOST_WORKERS = MOST_CONNECTIONS - 4;
const CONNECT_TIMEOUT_MS = 5_000;
/** A listening connection says nothing for hours: without this nobody would notice that it is dead. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/**
 * Queues in PostgreSQL (schema `bullmq`, see migrateQueue).
 * @param target the application's connection.
 */
export function connectPostgres(target: ConnectionTarget): QueueBackend {
  const pool = new pg.Pool({
    connectionString: target.url,
    // As a field: BullMQ's statements name their tables without the schema.
    options: `${applicationOptions(target)} -c search_path=bullmq`,
    application_name: 'theoan-queue',
    max: MOST_CONNECTIONS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // Every queue and worker listens for the pool's errors.
  pool.setMaxListeners(0);
  pool.on('error', (error) => new Logger('Queue').warn(`an idle connection was lost (${failureCode(error)})`));
  let workers = 0;
  return {
    kind: 'postgresql',
    queue: (name, options) => new Queue(name, { ...options, connection: pool }, createPostgresBackend),
    worker: (name, processor, options) => {
      workers += 1;
      if (workers > MOST_WORKERS) throw new Error(`more than ${MOST_WORKERS} workers on one pool of connections`);
      return new Worker(name, processor, { ...options, connection: pool }, createPostgresBackend);
    },
    close: () => endConnections(pool, () => pool.end()),
  };
}
