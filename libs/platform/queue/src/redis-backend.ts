import { createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type QueueBackend } from './queue-backend.js';

const SLOWEST_RECONNECT_MS = 2_000;
const reconnectAfter = (tries: number): number => Math.min(50 * 2 ** Math.min(tries, 6), SLOWEST_RECONNECT_MS);

/**
 * Queues on Redis, for many workers on many machines.
 * @param url redis:// or rediss://. @param prefix of all keys.
 */
export function connectRedis(url: string, prefix: string): QueueBackend {
  const shared = { lazyConnect: true, retryStrategy: reconnectAfter };
  // Whoever asks for work is told at once that Redis is away; whoever works waits for it to come back.
  const asking = new Redis(url, {
    ...shared,
    connectionName: 'theoan',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
  const working = new Redis(url, { ...shared, connectionName: 'theoan-worker', maxRetriesPerRequest: null });
  for (const client of [asking, working]) client.setMaxListeners(0);
  return {
    kind: 'redis',
    queue: (name, options) => new Queue(name, { ...options, prefix, connection: asking }, createRedisBackend),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, prefix, connection: working }, createRedisBackend),
    close: async () => {
      asking.disconnect();
      working.disconnect();
    },
  };
}
