import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { WORK_OPTIONS, type WorkOptions } from './work-options.js';

/** A worker that has not given a sign for so long is dead. */
const LOST_AFTER = `interval '30 seconds'`;

/** Tells the others that this worker is alive, and what became of those that are not. */
@Injectable()
export class WorkerPresence {
  readonly workerId = newId();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    @Inject(WORK_OPTIONS) private readonly options: WorkOptions,
  ) {}

  /** Gives a sign of life: a row, and the health file. */
  async beat(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.execute(
        'insert into job_worker (id) values ($1) on conflict (id) do update set beat_at = clock_timestamp()',
        [this.workerId],
      );
    });
    const { healthFile } = this.options;
    if (healthFile === undefined) return;
    await mkdir(path.dirname(healthFile), { recursive: true });
    await writeFile(healthFile, this.workerId);
  }

  /** Signs off. */
  async leave(): Promise<void> {
    await this.unitOfWork.run((tx) => tx.execute('delete from job_worker where id = $1', [this.workerId]));
  }

  /** Marks the runs of dead workers as failed and forgets those workers. @returns how many runs. */
  async closeLostRuns(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      await tx.execute(`delete from job_worker where beat_at < clock_timestamp() - ${LOST_AFTER}`);
      return tx.execute(
        `update job_run set outcome = 'failed', error_code = 'worker.lost', finished_at = clock_timestamp()
         where outcome = 'running' and worker_id not in (select id from job_worker)`,
      );
    });
  }

  /** @returns how many workers are alive. */
  async countAlive(): Promise<number> {
    const [row] = await this.database.query<{ alive: number }>(
      `select count(*) as alive from job_worker where beat_at > clock_timestamp() - ${LOST_AFTER}`,
    );
    return row?.alive ?? 0;
  }
}
