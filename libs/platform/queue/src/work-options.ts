/** How this process works, if it does. */
export interface WorkOptions {
  /** Whether jobs are done in this process; else they are only asked for. */
  readonly work: boolean;
  /** Jobs at the same time, of each queue. */
  readonly concurrency: number;
  /** Milliseconds after which a worker that gives no sign is believed dead and its job given to another one. */
  readonly lockMs: number;
  /** Milliseconds from one sweep of the outbox to the next. */
  readonly sweepMs: number;
  /** File that is touched as long as the worker lives. */
  readonly healthFile?: string;
}

export const WORK_OPTIONS = Symbol('work options');

export const DEFAULT_LOCK_MS = 10_000;
export const DEFAULT_SWEEP_MS = 10_000;
