export { awaitServers, type Needs } from './await-servers.js';
export { type CatalogueEntry, HandlesJob, JobCatalogue } from './job-catalogue.js';
export { type EnqueueOptions, JobDispatcher } from './job-dispatcher.js';
export { failureCode, QueueUnavailable, RunSuperseded } from './job-failure.js';
export {
  defineJob,
  type JobDefinition,
  type JobHandler,
  type JobParts,
  type JobRun,
  type RunCounts,
  type Schedule,
} from './job.js';
export { JobRuns, type RunFilter, type RunOutcome, type RunRow } from './job-runs.js';
export { migrateQueue } from './migrate-queue.js';
export { Outbox, type WaitingTopic } from './outbox.js';
export { OutboxWakeUp } from './outbox-wake-up.js';
export { type PayloadShape } from './payload.js';
export { connectQueue, QueueConnection, type QueueSettings } from './queue-connection.js';
export { type QueueCounts, QueueDesk, type TopicRetry } from './queue-desk.js';
export { QueueModule, type QueueModuleOptions } from './queue.module.js';
export { PRUNE_RUNS, SWEEP_OUTBOX } from './upkeep-jobs.js';
export { WorkerPresence } from './worker-presence.js';
