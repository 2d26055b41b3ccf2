import { type BackoffStrategy, type JobsOptions } from 'bullmq';
import { type JobDefinition } from './job.js';

const DAY_SECONDS = 86_400;
const FINISHED = { age: DAY_SECONDS, count: 500 };
const FAILED = { age: 30 * DAY_SECONDS, count: 1_000 };
/** A topic's rows wait until its job is done; ten years of tries at one a minute are the queue's word for that. */
const WITHOUT_END = 5_000_000;
const PATIENT = 'patient';
const LONGEST_PAUSE_MS = 60_000;
const ID = /^[A-Za-z0-9_.-]{1,128}$/;

/**
 * @returns what the queue is told about one job.
 * @throws Error when the job's id or key has other characters than letters, digits, `-`, `_` and `.`.
 */
export function jobOptions<P extends object>(job: JobDefinition<P>, payload: P): JobsOptions {
  return { ...lastingOptions(job), ...identityOf(job, payload) };
}

/** What holds for every job of this kind. */
export function lastingOptions<P extends object>(job: JobDefinition<P>): JobsOptions {
  return {
    ...triesOf(job),
    removeOnComplete: FINISHED,
    removeOnFail: FAILED,
    stackTraceLimit: 1,
  };
}

function triesOf<P extends object>(job: JobDefinition<P>): JobsOptions {
  const delay = job.backoffSeconds * 1_000;
  if (job.topic === undefined) return { attempts: job.attempts, backoff: { type: 'exponential', delay } };
  return { attempts: WITHOUT_END, backoff: { type: PATIENT, delay } };
}

/** For every worker. @returns milliseconds before the next try at a job of a topic: doubled each time, a minute at most. */
export const patientBackoff: BackoffStrategy = (attemptsMade, _type, _error, job) => {
  const { backoff } = job?.opts ?? {};
  const first = typeof backoff === 'object' ? (backoff.delay ?? 0) : 0;
  return Math.min(first * 2 ** (attemptsMade - 1), LONGEST_PAUSE_MS);
};

function identityOf<P extends object>(job: JobDefinition<P>, payload: P): JobsOptions {
  if (job.jobId) return { jobId: `${job.name}-${checked(job.jobId(payload))}` };
  const key = job.topic ?? job.dedupe?.(payload);
  if (key === undefined) return {};
  return { deduplication: { id: `${job.name}-${checked(key)}`, keepLastIfActive: true } };
}

function checked(id: string): string {
  if (!ID.test(id)) throw new Error('the id of a job is made of letters, digits, -, _ and .');
  return id;
}
