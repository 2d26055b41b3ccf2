import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '#libs/domain/kernel';
import { type ConnectionTarget } from '#libs/platform/database';
import { QueueUnavailable } from './job-failure.js';
import { connectPostgres } from './postgres-backend.js';
import { type QueueBackend } from './queue-backend.js';
import { type JobProcessor, type JobQueue, type JobWorker, type JobWorkerOptions } from './queue-types.js';
import { connectRedis } from './redis-backend.js';
import { Warnings } from './warnings.js';
import { withinTime } from './within-time.js';

/** Where the queues lie. */
export interface QueueSettings {
  /** The application's connection; holds the queues (schema `bullmq`) unless `redisUrl` is given. */
  readonly database: ConnectionTarget;
  /** Keeps the queues on Redis instead. */
  readonly redisUrl?: string;
  /** Keeps the queues of several installations on one Redis apart. */
  readonly prefix: string;
}

/** How long anybody waits for the queue's server. */
const PATIENCE_MS = 5_000;
const PATIENCE_AT_CLOSING_MS = 2_000;
/** The queue's own log of what happened; nobody reads far back. */
const EVENTS_KEPT = 1_000;

/** All queues and workers of one process, on one set of connections. */
export class QueueConnection {
  private readonly queues = new Map<string, Promise<JobQueue>>();
  private readonly warnings = new Warnings('Queue');

  constructor(private readonly backend: QueueBackend) {}

  /** `postgresql` or `redis`. */
  get kind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  /** @returns the queue, ready for use. @throws QueueUnavailable */
  async queue(name: string): Promise<JobQueue> {
    const opening = this.queues.get(name) ?? this.open(name);
    return this.inTime(opening);
  }

  /**
   * Does something with a queue.
   * @throws QueueUnavailable when its server is out of reach or does not answer; DomainErrors of `action`.
   */
  async use<T>(name: string, action: (queue: JobQueue) => Promise<T>): Promise<T> {
    const queue = await this.queue(name);
    return this.inTime(action(queue));
  }

  /** @returns a worker, ready to take jobs; it is closed by whoever asked for it. @throws QueueUnavailable */
  async worker(name: string, processor: JobProcessor, options: JobWorkerOptions): Promise<JobWorker> {
    const worker = this.backend.worker(name, processor, { ...options, autorun: false });
    worker.on('error', (error) => this.warnings.warn(`worker of ${name}: ${error.message}`));
    try {
      await this.inTime(worker.waitUntilReady());
      return worker;
    } catch (error) {
      await worker.close(true);
      throw error;
    }
  }

  /** Ends all connections; workers must be closed before. */
  async close(): Promise<void> {
    const closing = [...this.queues.values()].map(async (opening) => (await opening).close());
    this.queues.clear();
    // A queue whose server is away does not close by itself; its connections end all the same.
    await Promise.race([Promise.allSettled(closing), pause(PATIENCE_AT_CLOSING_MS, undefined, { ref: false })]);
    await this.backend.close();
  }

  /** What failed to open is forgotten, so that the next one tries again. */
  private open(name: string): Promise<JobQueue> {
    const queue = this.backend.queue(name, { streams: { events: { maxLen: EVENTS_KEPT } } });
    queue.on('error', (error) => this.warnings.warn(`${name}: ${error.message}`));
    const opening = queue.waitUntilReady().then(
      () => queue,
      async (error: unknown) => {
        this.queues.delete(name);
        await queue.close();
        throw error;
      },
    );
    this.queues.set(name, opening);
    return opening;
  }

  private async inTime<T>(work: Promise<T>): Promise<T> {
    try {
      return await withinTime(work, PATIENCE_MS);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new QueueUnavailable(error);
    }
  }
}

/**
 * The one switch: the queues lie in PostgreSQL, or on Redis when `redisUrl` is given; whoever uses them sees no difference.
 * Connects when first used.
 */
export function connectQueue(settings: QueueSettings): QueueConnection {
  const { redisUrl, prefix, database } = settings;
  return new QueueConnection(redisUrl === undefined ? connectPostgres(database) : connectRedis(redisUrl, prefix));
}
