import { type QueueOptions } from 'bullmq';
import { type JobProcessor, type JobQueue, type JobWorker, type JobWorkerOptions } from './queue-types.js';

/** Makes queues and workers on one kind of server, all on connections that it shares among them. */
export interface QueueBackend {
  readonly kind: 'postgresql' | 'redis';
  queue(name: string, options: Omit<QueueOptions, 'connection' | 'prefix'>): JobQueue;
  worker(name: string, processor: JobProcessor, options: JobWorkerOptions): JobWorker;
  close(): Promise<void>;
}
