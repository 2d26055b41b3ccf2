import { type JobsOptions } from 'bullmq';
import { type JobDefinition } from './job.js';

const DAY_SECONDS = 86_400;
const FINISHED = { age: DAY_SECONDS, count: 500 };
const FAILED = { age: 30 * DAY_SECONDS, count: 1_000 };
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
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffSeconds * 1_000 },
    removeOnComplete: FINISHED,
    removeOnFail: FAILED,
    stackTraceLimit: 1,
  };
}

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
