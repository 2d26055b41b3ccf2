import { Injectable } from '@nestjs/common';
import { Database, type Tx, UnitOfWork } from '#libs/platform/database';
import { type RunCounts } from './job.js';
import { RunSuperseded } from './job-failure.js';
import { checkDetail } from './run-detail.js';

export type RunOutcome = 'running' | 'done' | 'failed';

/** A row of `job_run`. */
export interface RunRow {
  readonly id: number;
  readonly queue: string;
  readonly name: string;
  readonly jobId: string;
  readonly attempt: number;
  readonly fromPosition: number | null;
  readonly toPosition: number | null;
  readonly counted: number;
  readonly written: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** Milliseconds, to the end or until now. */
  readonly took: number;
  readonly outcome: RunOutcome;
  readonly errorCode: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean>> | null;
}

/** A try that begins. */
export interface RunStart {
  readonly queue: string;
  readonly name: string;
  readonly jobId: string;
  readonly attempt: number;
  readonly workerId: string;
}

export interface RunFilter {
  readonly name?: string;
  /** Only rows before this one, for the next page. */
  readonly beforeId?: number;
  /** Rows at most; 50 unless given. */
  readonly limit?: number;
}

const SUPERSEDED = 'run.superseded';

const COLUMNS = `
  id, queue, name, job_id as "jobId", attempt, from_position as "fromPosition", to_position as "toPosition",
  counted, written, started_at as "startedAt", finished_at as "finishedAt", outcome, error_code as "errorCode", detail,
  (extract(epoch from coalesce(finished_at, clock_timestamp()) - started_at) * 1000)::int as took`;

const PROGRESS = `counted = $2, written = $3, from_position = $4, to_position = $5, detail = $6`;

const progressOf = (id: number, counts: RunCounts): unknown[] => [
  id,
  counts.counted,
  counts.written,
  counts.fromPosition ?? null,
  counts.toPosition ?? null,
  counts.detail ? JSON.stringify(checkDetail(counts.detail)) : null,
];

/** The rows that runs leave behind. */
@Injectable()
export class JobRuns {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Begins a run; an earlier one of the same job that still counts as running has failed. @returns the row's id. */
  async begin(start: RunStart): Promise<number> {
    const { queue, name, jobId, attempt, workerId } = start;
    return this.unitOfWork.run(async (tx) => {
      await tx.execute(
        `update job_run set outcome = 'failed', error_code = '${SUPERSEDED}', finished_at = clock_timestamp()
         where queue = $1 and job_id = $2 and outcome = 'running'`,
        [queue, jobId],
      );
      const [row] = await tx.query<{ id: number }>(
        'insert into job_run (queue, name, job_id, attempt, worker_id) values ($1, $2, $3, $4, $5) returning id',
        [queue, name, jobId, attempt, workerId],
      );
      return row?.id ?? 0;
    });
  }

  /** Shows how far a run is. @throws RunSuperseded */
  async progress(id: number, counts: RunCounts): Promise<void> {
    await this.change(PROGRESS, progressOf(id, counts));
  }

  /** Ends a run that did its work. @throws RunSuperseded; DomainError `job.detail-malformed`. */
  async finish(id: number, counts: RunCounts): Promise<void> {
    await this.change(`${PROGRESS}, outcome = 'done', finished_at = clock_timestamp()`, progressOf(id, counts));
  }

  /** Ends a run that failed. @param code see failureCode. */
  async fail(id: number, code: string): Promise<void> {
    const failed = `outcome = 'failed', error_code = $2, finished_at = clock_timestamp()`;
    await this.unitOfWork.run((tx) =>
      tx.execute(`update job_run set ${failed} where id = $1 and outcome = 'running'`, [id, code]),
    );
  }

  /** Takes back the row of a run that found nothing to do. */
  async discard(id: number): Promise<void> {
    await this.unitOfWork.run((tx) => tx.execute(`delete from job_run where id = $1 and outcome = 'running'`, [id]));
  }

  /** Keeps others from beginning the job again until the transaction ends. @throws RunSuperseded */
  async holdFence(tx: Tx, id: number): Promise<void> {
    const rows = await tx.query(`select 1 from job_run where id = $1 and outcome = 'running' for update`, [id]);
    if (rows.length === 0) throw new RunSuperseded();
  }

  /** @returns the newest runs first. */
  async list(filter: RunFilter = {}): Promise<RunRow[]> {
    return this.database.query<RunRow>(
      `select ${COLUMNS} from job_run
       where ($1::text is null or name = $1) and ($2::bigint is null or id < $2) order by id desc limit $3`,
      [filter.name ?? null, filter.beforeId ?? null, filter.limit ?? 50],
    );
  }

  /** @returns the newest run of each job, by name. */
  async listLast(): Promise<RunRow[]> {
    return this.database.query<RunRow>(`select distinct on (name) ${COLUMNS} from job_run order by name, id desc`);
  }

  /** Deletes the runs that ended that long ago, except the newest of each job. @returns how many. */
  async prune(days: number): Promise<number> {
    return this.unitOfWork.run((tx) =>
      tx.execute(
        `delete from job_run where finished_at < clock_timestamp() - make_interval(days => $1)
           and exists (select from job_run as later where later.name = job_run.name and later.id > job_run.id)`,
        [days],
      ),
    );
  }

  private async change(assignments: string, parameters: unknown[]): Promise<void> {
    const changed = await this.unitOfWork.run((tx) =>
      tx.execute(`update job_run set ${assignments} where id = $1 and outcome = 'running'`, parameters),
    );
    if (changed === 0) throw new RunSuperseded();
  }
}
