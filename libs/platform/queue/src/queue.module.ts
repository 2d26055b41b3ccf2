import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
  type Provider,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { type Settings } from '#libs/platform/config';
import { DatabaseAccess } from '#libs/platform/database';
import { JobCatalogue } from './job-catalogue.js';
import { JobDispatcher } from './job-dispatcher.js';
import { JobRuns } from './job-runs.js';
import { JobScheduler } from './job-scheduler.js';
import { JobWorkers } from './job-workers.js';
import { migrateQueue } from './migrate-queue.js';
import { Outbox } from './outbox.js';
import { OutboxWakeUp } from './outbox-wake-up.js';
import { connectQueue, QueueConnection } from './queue-connection.js';
import { QueueDesk } from './queue-desk.js';
import { JobRunner } from './job-runner.js';
import { Upkeep } from './upkeep.js';
import { PruneRunsHandler, SweepOutboxHandler } from './upkeep-jobs.js';
import { DEFAULT_LOCK_MS, DEFAULT_SWEEP_MS, WORK_OPTIONS, type WorkOptions } from './work-options.js';
import { WorkerPresence } from './worker-presence.js';

export interface QueueModuleOptions extends Pick<WorkOptions, 'work'>, Partial<Omit<WorkOptions, 'work'>> {
  /** Bring the tables of the queues up to date at start (the default), or expect them so. */
  readonly migrate?: boolean;
}

/** Knows the jobs before anybody asks for one, and closes the connections when nobody can any more. */
@Injectable()
class QueueLife implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly catalogue: JobCatalogue,
    private readonly wakeUp: OutboxWakeUp,
    private readonly connection: QueueConnection,
  ) {}

  onModuleInit(): void {
    this.catalogue.collect();
  }

  /** The last requests have been answered by now; their wake-ups end within the time that a queue may take. */
  async onApplicationShutdown(): Promise<void> {
    await this.wakeUp.settled();
    await this.connection.close();
  }
}

/** Begins to work when everything is there, and stops before anything goes. */
@Injectable()
class WorkLife implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly workers: JobWorkers,
    private readonly upkeep: Upkeep,
    @Inject(WORK_OPTIONS) private readonly options: WorkOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.options.work) return;
    await this.upkeep.start();
    await this.workers.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.options.work) return;
    await this.workers.stop();
    await this.upkeep.stop();
  }
}

/**
 * The background jobs: gives JobDispatcher, OutboxWakeUp, JobRuns, JobCatalogue, Outbox, QueueDesk and QueueConnection to
 * every module. Handlers are providers marked by `HandlesJob`, in whichever module. Needs DatabaseModule.
 */
@Module({})
export class QueueModule {
  /** @param options `work`: do the jobs here too. @throws (at start) QueueUnavailable, pg.DatabaseError. */
  static forRoot(settings: Settings, options: QueueModuleOptions): DynamicModule {
    const { migrate = true, ...work } = options;
    const workOptions: WorkOptions = {
      concurrency: settings.workerConcurrency,
      lockMs: DEFAULT_LOCK_MS,
      sweepMs: DEFAULT_SWEEP_MS,
      ...work,
    };
    const openConnection = async (access: DatabaseAccess): Promise<QueueConnection> => {
      if (migrate) await migrateQueue(access.ownerUrl);
      const { redisUrl, queuePrefix: prefix } = settings;
      return connectQueue({ database: access.application, redisUrl, prefix });
    };
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: QueueConnection, useFactory: openConnection, inject: [DatabaseAccess] },
        { provide: WORK_OPTIONS, useValue: workOptions },
        ...SHARED,
        ...INTERNAL,
      ],
      exports: [QueueConnection, ...SHARED],
    };
  }
}

const SHARED = [JobCatalogue, JobDispatcher, JobRuns, Outbox, OutboxWakeUp, QueueDesk, WorkerPresence];
const INTERNAL: Provider[] = [
  JobScheduler,
  JobRunner,
  JobWorkers,
  Upkeep,
  SweepOutboxHandler,
  PruneRunsHandler,
  QueueLife,
  WorkLife,
];
