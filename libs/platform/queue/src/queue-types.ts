import { type Processor, type Queue, type Worker, type WorkerOptions } from 'bullmq';

type AnyQueue = Queue<object, unknown, string>;
type Asking = 'name' | 'add' | 'getJob' | 'getJobCounts' | 'getDelayed' | 'clean' | 'obliterate';
type Timetable = 'getJobScheduler' | 'getJobSchedulers' | 'upsertJobScheduler' | 'removeJobScheduler';
type AnyWorker = Worker<object, unknown>;

interface TellsErrors {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
}

/** What is used of a queue; the same on both kinds of server. */
export interface JobQueue extends Pick<AnyQueue, Asking | Timetable | 'close'>, TellsErrors {}

/** What is used of a worker. */
export interface JobWorker extends Pick<AnyWorker, 'name' | 'run' | 'cancelJob' | 'close'>, TellsErrors {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'lockRenewalFailed', listener: (jobIds: string[]) => void): unknown;
}

export type JobProcessor = Processor<object, unknown>;
/** What a worker may set; the connection is not its business. */
export type JobWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;
