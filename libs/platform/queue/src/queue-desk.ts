import { Injectable } from '@nestjs/common';
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

  /** @returns the names of all jobs, sorted. */
  jobNames(): string[] {
    return this.catalogue
      .jobs()
      .map(({ name }) => name)
      .sort();
  }

  /**
   * Asks for a job now.
   * @param words the payload, field by field, as typed.
   * @returns the id of the job. @throws DomainError `job.unknown`, `job.payload-malformed`; QueueUnavailable.
   */
  async run(name: string, words: ReadonlyMap<string, string>): Promise<string> {
    const entry = this.catalogue.find(name);
    if (!entry) throw new DomainError('job.unknown', 'not-found', { job: name });
    return this.dispatcher.enqueue(entry.job, readPayload(name, entry.job.payload, words));
  }

  /**
   * Gives a failed job all its tries again.
   * @throws DomainError `queue.unknown`, `job.not-found` (not-found), `job.not-failed` (conflict); QueueUnavailable.
   */
  async retry(queueName: string, jobId: string): Promise<void> {
    if (!this.catalogue.queues().includes(queueName)) {
      throw new DomainError('queue.unknown', 'not-found', { queue: queueName });
    }
    await this.connection.use(queueName, async (queue) => {
      const job = await queue.getJob(jobId);
      if (!job) throw new DomainError('job.not-found', 'not-found', { queue: queueName });
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
