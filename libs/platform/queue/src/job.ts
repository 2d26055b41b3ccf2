import { type Tx } from '#libs/platform/database';
import { checkPayload, type PayloadShape } from './payload.js';

/** A day's or week's moment at which a job is due, in Việt Nam's time. */
export interface Schedule<P> {
  /** Five fields: minute, hour, day of month, month, day of week. */
  readonly cron: string;
  readonly payload: P;
}

/** One kind of background work: where it waits, what it carries, how often it is tried. */
export interface JobDefinition<P extends object = object> {
  readonly queue: string;
  /** Unique in the whole catalogue. */
  readonly name: string;
  readonly payload: PayloadShape<P>;
  /**
   * How often it is tried before it counts as failed. A job with a topic is tried until it is done; its handler may give up
   * what it fails on after so many tries.
   */
  readonly attempts: number;
  /** Seconds before the second try; doubled before each further one, with a topic up to a minute. */
  readonly backoffSeconds: number;
  /**
   * At most one job of this id, as long as the queue remembers the finished ones (a day): for work that is asked for once,
   * such as one import. Letters, digits, `-`, `_` and `.`.
   */
  readonly jobId?: (payload: P) => string;
  /**
   * Of the jobs with this key one waits and one works at most: a request that comes while one waits is the same request;
   * one that comes while one works is kept, and worked afterwards.
   */
  readonly dedupe?: (payload: P) => string;
  /**
   * The outbox topic whose rows this job works off; it is woken without a payload, one waiting and one working at most.
   * Its rows wait for as long as it fails, so it never counts as failed: wake-ups find the one that waits for its next try.
   */
  readonly topic?: string;
  readonly schedule?: Schedule<P>;
  /** Whether a run that counted nothing leaves its row; true unless the job runs very often. */
  readonly keepsEmptyRuns: boolean;
}

type Optional = 'attempts' | 'backoffSeconds' | 'keepsEmptyRuns';

/** What `defineJob` takes: the definition, with defaults for how often and how fast it is tried again. */
export type JobParts<P extends object> = Omit<JobDefinition<P>, Optional> & Partial<Pick<JobDefinition<P>, Optional>>;

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * Defines one entry of the job catalogue. Five tries, after 1, 2, 4 and 8 seconds, unless the parts say otherwise.
 * @throws Error when a name is not kebab-case, when both `jobId` and one of `dedupe` and `topic` are given, or when a job
 * with a topic cannot do without a payload.
 */
export function defineJob<P extends object>(parts: JobParts<P>): JobDefinition<P> {
  const job: JobDefinition<P> = { attempts: 5, backoffSeconds: 1, keepsEmptyRuns: true, ...parts };
  for (const name of [job.queue, job.name, job.topic ?? job.name]) {
    if (!NAME.test(name)) throw new Error(`not the name of a queue, job or topic: ${name}`);
  }
  if (job.jobId && (job.dedupe ?? job.topic)) throw new Error(`job ${job.name}: either an id or deduplication`);
  if (job.topic !== undefined) checkPayload(job.name, job.payload, {});
  if (job.schedule) checkPayload(job.name, job.payload, job.schedule.payload);
  return Object.freeze(job);
}

/** What a run did. Numbers and codes only: it is kept for months and shown to operators. */
export interface RunCounts {
  /** What was looked at. */
  readonly counted: number;
  /** What was changed. */
  readonly written: number;
  /** First and last position of the record that the run took in. */
  readonly fromPosition?: number;
  readonly toPosition?: number;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** One try at a job, as its handler sees it. */
export interface JobRun {
  /** Row of `job_run`. */
  readonly id: number;
  readonly jobId: string;
  /** 1 for the first try; a try whose worker died counts. */
  readonly attempt: number;
  /** Aborted when the job was taken away from this worker, which was believed dead: stop between two pieces of work. */
  readonly signal: AbortSignal;
  /** Shows how far the run has come. */
  progress(counts: RunCounts): Promise<void>;
  /**
   * Call it first in a transaction that writes: from here to its end no other worker begins this job again.
   * @throws RunSuperseded when another worker has begun it already; nothing may be written then.
   */
  holdFence(tx: Tx): Promise<void>;
}

/**
 * Does the work of one kind of job. A job may come twice: the handler writes its effect and the mark that it is done in
 * one transaction, and finds the mark the second time. It throws when it cannot do the work; a swallowed error is a lost
 * job.
 */
export interface JobHandler<P extends object = object> {
  handle(payload: P, run: JobRun): Promise<RunCounts>;
}
