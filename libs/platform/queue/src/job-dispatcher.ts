import { Injectable } from '@nestjs/common';
import { type JobDefinition } from './job.js';
import { jobOptions } from './job-options.js';
import { checkPayload } from './payload.js';
import { QueueConnection } from './queue-connection.js';

export interface EnqueueOptions {
  /** Not before so many milliseconds. */
  readonly delayMs?: number;
}

/** Asks for background work. */
@Injectable()
export class JobDispatcher {
  constructor(private readonly connection: QueueConnection) {}

  /**
   * Puts a job into its queue; which requests count as the same one, the job's definition says.
   * @returns the id of the job, or of the one that stands for it already.
   * @throws DomainError `job.payload-malformed`; QueueUnavailable after 5 seconds at the latest.
   */
  async enqueue<P extends object>(job: JobDefinition<P>, payload: P, options: EnqueueOptions = {}): Promise<string> {
    const checked = checkPayload(job.name, job.payload, payload);
    const settings = { ...jobOptions(job, checked), delay: options.delayMs };
    const added = await this.connection.use(job.queue, (queue) => queue.add(job.name, checked, settings));
    return added.id ?? '';
  }
}
