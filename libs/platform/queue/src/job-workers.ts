import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { JobCatalogue } from './job-catalogue.js';
import { failureCode } from './job-failure.js';
import { patientBackoff } from './job-options.js';
import { JobRunner } from './job-runner.js';
import { QueueConnection } from './queue-connection.js';
import { type JobProcessor, type JobWorker } from './queue-types.js';
import { WORK_OPTIONS, type WorkOptions } from './work-options.js';

/** How long a worker that is to stop waits for the jobs under way; what is not done by then is done again elsewhere. */
const PATIENCE_AT_CLOSING_MS = 20_000;
/** A job that ends its worker time and again fails after so many. */
const MOST_STALLS = 5;
const RETRY_AFTER_OUTAGE_MS = 1_000;

/** Takes jobs out of the queues whose handlers are here. */
@Injectable()
export class JobWorkers {
  private readonly logger = new Logger('Jobs');
  private workers: JobWorker[] = [];
  private isStopping = false;

  constructor(
    private readonly connection: QueueConnection,
    private readonly catalogue: JobCatalogue,
    private readonly runner: JobRunner,
    @Inject(WORK_OPTIONS) private readonly options: WorkOptions,
  ) {}

  /** Begins to work. @throws QueueUnavailable */
  async start(): Promise<void> {
    for (const queue of this.catalogue.queues(true)) this.workers.push(await this.open(queue));
    for (const worker of this.workers) void this.keepRunning(worker);
    this.logger.log(`working ${this.workers.map(({ name }) => name).join(', ')} on ${this.connection.kind}`);
  }

  /** Takes no more jobs and waits for those under way, 20 seconds at most. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const closing = Promise.all(this.workers.map((worker) => worker.close()));
    const isDone = await Promise.race([closing.then(() => true), pause(PATIENCE_AT_CLOSING_MS, false, { ref: false })]);
    if (!isDone) this.logger.warn('stopped with jobs under way; they will be done again');
    this.workers = [];
  }

  private async open(queue: string): Promise<JobWorker> {
    const { concurrency, lockMs } = this.options;
    // Three parameters: only then the queue gives a signal.
    const process: JobProcessor = (job, _token, signal) => this.runner.run(job, signal ?? new AbortController().signal);
    const worker = await this.connection.worker(queue, process, {
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: MOST_STALLS,
      runRetryDelay: RETRY_AFTER_OUTAGE_MS,
      settings: { backoffStrategy: patientBackoff },
    });
    worker.on('lockRenewalFailed', (ids) => ids.forEach((id) => worker.cancelJob(id, 'taken away')));
    return worker;
  }

  /** A worker whose loop broke would look alive and do nothing. */
  private async keepRunning(worker: JobWorker): Promise<void> {
    while (!this.isStopping) {
      try {
        await worker.run();
      } catch (error) {
        this.logger.error(`the worker of ${worker.name} broke off (${failureCode(error)}) and is started again`);
        await pause(RETRY_AFTER_OUTAGE_MS, undefined, { ref: false });
      }
    }
  }
}
