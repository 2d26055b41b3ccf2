import { type INestApplicationContext, Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Settings } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import {
  HandlesJob,
  type JobDefinition,
  type JobHandler,
  type JobRun,
  QueueModule,
  type QueueModuleOptions,
  type RunCounts,
} from '#libs/platform/queue';
import { despiteDeadlock } from './despite-deadlock.js';
import { type BackendUnderTest } from './queue-backends.js';
import { type TestDatabase } from './test-database.js';

/** Short, so that a suite sees a dead worker's job taken up again within seconds. */
const LOCK_MS = 2_000;
/** So long that no suite meets a sweep that it does not ask for. */
const NEVER_MS = 3_600_000;

/** What a handler does, as the test says it. */
export type Work<P extends object> = (payload: P, run: JobRun) => Promise<RunCounts> | RunCounts;

/** A run that had nothing to do. */
export const NOTHING: RunCounts = { counted: 0, written: 0 };

/** @returns a provider that does the job by `work`. */
export function handlerOf<P extends object>(job: JobDefinition<P>, work: Work<P>): Provider {
  @HandlesJob(job)
  class Handler implements JobHandler<P> {
    readonly handle = async (payload: P, run: JobRun): Promise<RunCounts> => work(payload, run);
  }
  return { provide: `handler of ${job.name}`, useValue: new Handler() };
}

/**
 * Starts an application that only has a database, queues and these providers (handlers, for instance).
 * @param options as of QueueModule; a worker is believed dead after 2 seconds, and nothing is swept, unless they say so.
 */
export async function startJobApplication(
  settings: Readonly<Settings>,
  options: QueueModuleOptions,
  providers: Provider[] = [],
): Promise<INestApplicationContext> {
  const queue = QueueModule.forRoot(settings, { lockMs: LOCK_MS, sweepMs: NEVER_MS, ...options });
  @Module({ imports: [DatabaseModule.forRoot(settings, { migrate: false }), queue], providers })
  class JobApplication {}
  return NestFactory.createApplicationContext(JobApplication, { logger: false, abortOnError: false });
}

/** Applications of one test, on a database that the tests of a suite share. */
export class JobStage {
  private readonly open: INestApplicationContext[] = [];
  private shared: TestDatabase | undefined;

  constructor(private readonly backend: BackendUnderTest) {}

  get database(): TestDatabase {
    if (!this.shared) throw new Error('call build() in beforeAll');
    return this.shared;
  }

  /** For beforeAll. @param sql what the suite's handlers need beside the tables of the migrations. */
  async build(sql?: string): Promise<void> {
    this.shared = await this.backend.createDatabase();
    if (sql) await this.database.ownerQuery(sql);
  }

  /** Starts an application that asks for jobs only, or does these too. */
  async start(options: QueueModuleOptions, ...handlers: Provider[]): Promise<INestApplicationContext> {
    const app = await startJobApplication(this.database.settings, options, handlers);
    this.open.push(app);
    return app;
  }

  /** Closes one application before the test ends. */
  async close(app: INestApplicationContext): Promise<void> {
    this.open.splice(this.open.indexOf(app), 1);
    await app.close();
  }

  /** For afterEach: closes the applications, wipes the queues and empties the tables. */
  async clear(...tables: string[]): Promise<void> {
    for (const app of this.open.splice(0)) await app.close();
    await this.backend.wipe(this.database);
    const emptied = ['job_run', 'job_worker', 'outbox', ...tables].join(', ');
    await despiteDeadlock(() => this.database.ownerQuery(`truncate ${emptied}`));
  }

  /** For afterAll. */
  async strike(): Promise<void> {
    await this.database.drop();
  }
}
