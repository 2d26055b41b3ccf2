import { Injectable } from '@nestjs/common';
import { JobCatalogue } from './job-catalogue.js';
import { type JobDefinition } from './job.js';
import { lastingOptions } from './job-options.js';
import { QueueConnection } from './queue-connection.js';
import { type JobQueue } from './queue-types.js';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';

type ScheduledJob = JobDefinition & Required<Pick<JobDefinition, 'schedule'>>;

/** Keeps the queue's timetable as the catalogue has it. */
@Injectable()
export class JobScheduler {
  constructor(
    private readonly connection: QueueConnection,
    private readonly catalogue: JobCatalogue,
  ) {}

  /**
   * Enters what is missing or differs and strikes out what the catalogue no longer has; leaves what is right alone, so that
   * a job that came due while nobody worked is still done.
   * @throws QueueUnavailable
   */
  async establish(): Promise<void> {
    for (const name of this.catalogue.queues(true)) {
      await this.connection.use(name, async (queue) => {
        await this.enterMissing(queue);
        await this.strikeOut(queue);
      });
    }
  }

  /** Enters again what a wiped queue has lost; called every few seconds. @throws QueueUnavailable */
  async restore(): Promise<void> {
    for (const name of this.catalogue.queues(true)) {
      await this.connection.use(name, (queue) => this.enterMissing(queue));
    }
  }

  private scheduledOn(queue: JobQueue): ScheduledJob[] {
    return this.catalogue.jobs().filter((job): job is ScheduledJob => job.queue === queue.name && !!job.schedule);
  }

  private async enterMissing(queue: JobQueue): Promise<void> {
    for (const job of this.scheduledOn(queue)) {
      if (!(await isEntered(queue, job))) await this.enter(queue, job);
    }
  }

  /** Two workers that enter the same job at the same moment refuse each other; what counts is that it stands there. */
  private async enter(queue: JobQueue, job: ScheduledJob): Promise<void> {
    const { cron, payload } = job.schedule;
    const template = { name: job.name, data: payload, opts: lastingOptions(job) };
    try {
      await queue.upsertJobScheduler(job.name, { pattern: cron, tz: TIME_ZONE }, template);
    } catch (error) {
      if (!(await isEntered(queue, job))) throw error;
    }
  }

  private async strikeOut(queue: JobQueue): Promise<void> {
    const wanted = new Set(this.scheduledOn(queue).map(({ name }) => name));
    for (const { key } of await queue.getJobSchedulers()) {
      if (!wanted.has(key)) await queue.removeJobScheduler(key);
    }
  }
}

/** An entry whose next job was lost would never come due again: only the job that becomes due makes the one after it. */
async function isEntered(queue: JobQueue, job: ScheduledJob): Promise<boolean> {
  const entered = await queue.getJobScheduler(job.name);
  if (entered?.pattern !== job.schedule.cron || entered.tz !== TIME_ZONE) return false;
  return (await queue.getJob(`repeat:${job.name}:${entered.next ?? ''}`)) !== undefined;
}
