import { Injectable } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DomainError } from '#libs/domain/kernel';
import { JobCatalogue } from './job-catalogue.js';
import { JobDispatcher } from './job-dispatcher.js';
import { readPayload } from './payload.js';
import { QueueConnection } from './queue-connection.js';

/** How many jobs of a queue are in which state. */
export interface QueueCounts {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** A topic whose job failed and waits for its next try. */
export interface TopicRetry {
  readonly topic: string;
  readonly failedTries: number;
  /** Code of the last failure. */
  readonly errorCode: string;
  /** The last try's beginning and the pause after it: the next one comes then or, after a long try, somewhat later. */
  readonly nextTryAt: Date;
}

const STATES = ['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const;
const MOST_CLEANED = 10_000;

/** What an operator may ask the queues. */
@Injectable()
export class QueueDesk {
  constructor(
    private readonly connection: QueueConnection,
    private readonly catalogue: JobCatalogue,
    private readonly dispatcher: JobDispatcher,
  ) {}

  /** @returns the counts of every queue of the catalogue. @throws QueueUnavailable */
  async listCounts(): Promise<QueueCounts[]> {
    return Promise.all(this.catalogue.queues().map((queue) => this.countsOf(queue)));
  }

  /** @returns the topics of the outbox whose job failed and waits for its next try. @throws QueueUnavailable */
  async listRetries(): Promise<TopicRetry[]> {
    const found = await Promise.all(this.catalogue.queues().map((name) => this.retriesOf(name)));
    return found.flat();
  }

  /** @returns the names of all jobs, sorted. */
  jobNames(): string[] {
    return this.catalogue
      .jobs()
      .map(({ name }) => name)
      .sort();
  }

  /**
   * Asks for a job now; one that waits for its next try waits no longer.
   * @param words the payload, field by field, as typed.
   * @returns the id of the job. @throws DomainError `job.unknown`, `job.payload-malformed`; QueueUnavailable.
   */
  async run(name: string, words: ReadonlyMap<string, string>): Promise<string> {
    const entry = this.catalogue.find(name);
    if (!entry) throw new DomainError('job.unknown', 'not-found', { job: name });
    const id = await this.dispatcher.enqueue(entry.job, readPayload(name, entry.job.payload, words));
    await this.connection.use(entry.job.queue, async (queue) => promoteRetry(await queue.getJob(id)));
    return id;
  }

  /**
   * Gives a failed job all its tries again; one that waits for its next try waits no longer.
   * @throws DomainError `queue.unknown`, `job.not-found` (not-found), `job.not-failed` (conflict); QueueUnavailable.
   */
  async retry(queueName: string, jobId: string): Promise<void> {
    if (!this.catalogue.queues().includes(queueName)) {
      throw new DomainError('queue.unknown', 'not-found', { queue: queueName });
    }
    await this.connection.use(queueName, async (queue) => {
      const job = await queue.getJob(jobId);
      if (!job) throw new DomainError('job.not-found', 'not-found', { queue: queueName });
      if (await promoteRetry(job)) return;
      if (!(await job.isFailed())) throw new DomainError('job.not-failed', 'conflict', { queue: queueName });
      await job.retry('failed', { resetAttemptsMade: true });
    });
  }

  /** Forgets the finished and failed jobs of all queues that ended that many days ago. @returns how many. */
  async clean(days: number): Promise<number> {
    let cleaned = 0;
    for (const name of this.catalogue.queues()) {
      for (const state of ['completed', 'failed'] as const) {
        const ids = await this.connection.use(name, (it) => it.clean(days * 86_400_000, MOST_CLEANED, state));
        cleaned += ids.length;
      }
    }
    return cleaned;
  }

  private async retriesOf(name: string): Promise<TopicRetry[]> {
    const delayed = await this.connection.use(name, (queue) => queue.getDelayed());
    return delayed.flatMap((job) => {
      const topic = this.catalogue.find(job.name)?.job.topic;
      if (topic === undefined || job.attemptsMade === 0) return [];
      const nextTryAt = new Date((job.processedOn ?? job.timestamp) + job.delay);
      return [{ topic, failedTries: job.attemptsMade, errorCode: job.failedReason, nextTryAt }];
    });
  }

  private async countsOf(name: string): Promise<QueueCounts> {
    const counts = await this.connection.use(name, (queue) => queue.getJobCounts(...STATES));
    const of = (state: (typeof STATES)[number]): number => counts[state] ?? 0;
    return {
      queue: name,
      waiting: of('waiting') + of('prioritized'),
      active: of('active'),
      delayed: of('delayed'),
      failed: of('failed'),
    };
  }
}

/** @returns whether the job had failed, waited for its next try, and is done at once now. */
async function promoteRetry(job: Job<object, unknown> | undefined): Promise<boolean> {
  if (!job || job.attemptsMade === 0 || !(await job.isDelayed())) return false;
  await job.promote();
  return true;
}
