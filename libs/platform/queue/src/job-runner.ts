import { Injectable, Logger } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { DomainError } from '#libs/domain/kernel';
import { type CatalogueEntry, JobCatalogue } from './job-catalogue.js';
import { failureCode, JobFailed, RunSuperseded } from './job-failure.js';
import { type JobHandler, type JobRun, type RunCounts } from './job.js';
import { JobRuns } from './job-runs.js';
import { checkPayload } from './payload.js';
import { WorkerPresence } from './worker-presence.js';

type QueuedJob = Job<object, unknown>;

/** Does one try at one job: the row of the run, the payload's check, the handler, the failure's code. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly catalogue: JobCatalogue,
    private readonly runs: JobRuns,
    private readonly presence: WorkerPresence,
  ) {}

  /**
   * @param signal aborted when the job is taken away.
   * @returns what the run did, for the queue to keep.
   * @throws JobFailed, to be tried again; UnrecoverableError, not to be.
   */
  async run(job: QueuedJob, signal: AbortSignal): Promise<RunCounts> {
    const entry = this.catalogue.find(job.name);
    const id = await this.begin(job);
    try {
      const counts = await this.handle(entry, job, this.runOf(id, job, signal));
      await this.end(id, entry, counts);
      return counts;
    } catch (error) {
      throw await this.failed(id, job, error);
    }
  }

  private async begin(job: QueuedJob): Promise<number> {
    try {
      return await this.runs.begin({ ...identityOf(job), workerId: this.presence.workerId });
    } catch (error) {
      throw this.report(job, error);
    }
  }

  private async handle(entry: CatalogueEntry | undefined, job: QueuedJob, run: JobRun): Promise<RunCounts> {
    const handler = requireHandler(entry, job.name);
    const payload = checkPayload(job.name, handler.job.payload, job.data);
    return handler.handler.handle(payload, run);
  }

  private async end(id: number, entry: CatalogueEntry | undefined, counts: RunCounts): Promise<void> {
    const isWorthARow = entry?.job.keepsEmptyRuns || counts.counted > 0 || counts.written > 0;
    if (isWorthARow) await this.runs.finish(id, counts);
    else await this.runs.discard(id);
  }

  private runOf(id: number, job: QueuedJob, signal: AbortSignal): JobRun {
    return {
      id,
      jobId: job.id ?? '',
      attempt: job.attemptsStarted,
      signal,
      progress: (counts) => this.runs.progress(id, counts),
      holdFence: (tx) => this.runs.holdFence(tx, id),
    };
  }

  /** A run that was superseded has its row closed already. @returns the error for the queue. */
  private async failed(id: number, job: QueuedJob, error: unknown): Promise<Error> {
    const failure = this.report(job, error);
    if (error instanceof RunSuperseded) return failure;
    try {
      await this.runs.fail(id, failure.message);
    } catch (writing) {
      this.logger.warn(`run ${id} could not be marked as failed (${failureCode(writing)})`);
    }
    return failure;
  }

  private report(job: QueuedJob, error: unknown): Error {
    const failure = new JobFailed(error);
    const { queueName, name, id, attemptsStarted } = job;
    this.logger.error(`${queueName}/${name} ${id} try ${attemptsStarted} failed: ${failure.code}`, failure);
    if (!isHopeless(error)) return failure;
    return Object.assign(new UnrecoverableError(failure.code), { stack: failure.stack });
  }
}

const identityOf = (job: QueuedJob) => ({
  queue: job.queueName,
  name: job.name,
  jobId: job.id ?? '',
  attempt: job.attemptsStarted,
});

/** A payload does not mend itself. */
const isHopeless = (error: unknown): boolean => error instanceof DomainError && error.code === 'job.payload-malformed';

/** An older version of the program may be asked for a job that only a newer one knows: it is tried again, elsewhere. */
function requireHandler(
  entry: CatalogueEntry | undefined,
  name: string,
): { job: CatalogueEntry['job']; handler: JobHandler } {
  if (!entry?.handler) throw new DomainError('job.unknown', 'not-found', { job: name });
  return { job: entry.job, handler: entry.handler };
}
