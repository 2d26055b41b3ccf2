import { Injectable } from '@nestjs/common';
import { HandlesJob } from './job-catalogue.js';
import { defineJob, type JobHandler, type RunCounts } from './job.js';
import { JobRuns } from './job-runs.js';
import { OutboxWakeUp } from './outbox-wake-up.js';

const MAINTENANCE = 'maintenance';
const DAYS_KEPT = 90;

/** Wakes the topics whose rows were left behind, as every worker does by its clock; here for the operator to ask for. */
export const SWEEP_OUTBOX = defineJob<object>({
  queue: MAINTENANCE,
  name: 'sweep-outbox',
  payload: {},
  dedupe: () => 'all',
});

/** Deletes the rows of runs that are older than 90 days. */
export const PRUNE_RUNS = defineJob<object>({
  queue: MAINTENANCE,
  name: 'prune-runs',
  payload: {},
  schedule: { cron: '30 3 * * *', payload: {} },
});

/** Does SWEEP_OUTBOX. */
@Injectable()
@HandlesJob(SWEEP_OUTBOX)
export class SweepOutboxHandler implements JobHandler {
  constructor(private readonly wakeUp: OutboxWakeUp) {}

  async handle(): Promise<RunCounts> {
    const topics = await this.wakeUp.sweep();
    return { counted: topics.length, written: topics.length };
  }
}

/** Does PRUNE_RUNS. */
@Injectable()
@HandlesJob(PRUNE_RUNS)
export class PruneRunsHandler implements JobHandler {
  constructor(private readonly runs: JobRuns) {}

  async handle(): Promise<RunCounts> {
    const deleted = await this.runs.prune(DAYS_KEPT);
    return { counted: deleted, written: deleted };
  }
}
