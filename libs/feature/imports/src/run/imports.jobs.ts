import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { DatabaseUnavailable, UnitOfWork } from '#libs/platform/database';
import {
  HandlesJob,
  type JobHandler,
  type JobRun,
  QueueUnavailable,
  type RunCounts,
  RunSuperseded,
  defineJob,
} from '#libs/platform/queue';
import type { TableSource } from '#libs/platform/spreadsheet';
import { ImportRegister } from '../import-register.service.js';
import { returnedRows } from '../register/fault-table.js';
import type { ImportCounts, ImportResult } from '../register/register-import.js';
import { REGISTER_LIMITS } from '../register/register-import.js';
import { IMPORTS, IMPORT_REQUESTED, ImportRunRepository } from './import-run.repository.js';
import type { ImportRun } from './import-run.js';
import { withRegisterOnDisk } from './register-on-disk.js';
import { TellMeasure } from './tell-measure.service.js';

type Nothing = Record<string, never>;

/** Works off the imports that were asked for, one after the other; the outbox holds them, the queue only wakes. */
export const runImport = defineJob<Nothing>({
  queue: 'imports',
  name: 'run-import',
  payload: {},
  topic: IMPORT_REQUESTED,
  keepsEmptyRuns: false,
});

const SHOW_EVERY_MILLISECONDS = 500;

/**
 * Works off waiting imports until none is left. A refused or unreadable file is an outcome; everything else is tried again,
 * and an import that fails at the last try is given up: the others wait behind it.
 */
@Injectable()
@HandlesJob(runImport)
export class RunImportHandler implements JobHandler<Nothing> {
  constructor(
    private readonly registers: ImportRegister,
    private readonly runs: ImportRunRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly measure: TellMeasure,
  ) {}

  async handle(_payload: Nothing, job: JobRun): Promise<RunCounts> {
    let [counted, written] = [0, 0];
    for (;;) {
      const waiting = job.signal.aborted ? undefined : await this.runs.findWaiting();
      if (!waiting) return { counted, written };
      const result = await this.work(waiting.run, waiting.content, job);
      counted += result?.rows ?? 0;
      written += result?.events ?? 0;
    }
  }

  private async work(run: ImportRun, content: Buffer, job: JobRun): Promise<ImportResult | undefined> {
    try {
      return await withRegisterOnDisk(content, run.format, (source) => this.importFile(run, source, job));
    } catch (error) {
      const failure = failureOf(error, job.attempt >= runImport.attempts);
      if (!failure) throw error;
      await this.unitOfWork.run(async (tx) => {
        await job.holdFence(tx);
        await this.runs.failInTx(tx, run.id, failure);
      }, IMPORTS);
      return undefined;
    }
  }

  private async importFile(run: ImportRun, source: TableSource, job: JobRun): Promise<ImportResult> {
    const result = await this.registers.run({
      ...{ source, limits: REGISTER_LIMITS, dryRun: run.dryRun, recordedBy: run.accountId },
      scope: new Set(run.scope),
      progress: this.shower(run.id, job),
      // Not sooner: the fence holds the job's row, which progress is written to all the while.
      conclude: async (tx, done) => {
        await job.holdFence(tx);
        await this.runs.concludeInTx(tx, run.id, 'applied', done);
      },
    });
    if (result.applied) await this.measure.tell(result.events);
    else await this.keepRefusal({ run, source, job }, result);
    return result;
  }

  private async keepRefusal(
    { run, source, job }: { run: ImportRun; source: TableSource; job: JobRun },
    result: ImportResult,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await job.holdFence(tx);
      await this.runs.keepFaultsInTx(tx, run.id, returnedRows(source, result.faults));
      const isSound = result.faults.length === 0;
      await this.runs.concludeInTx(tx, run.id, isSound ? 'dry-run' : 'refused', result);
    }, IMPORTS);
  }

  /** In a transaction of its own: it is to be seen while the import's has not ended. */
  private shower(runId: string, job: JobRun): (counts: ImportCounts) => Promise<void> {
    let shownAt = Number.NEGATIVE_INFINITY;
    return async (counts) => {
      if (performance.now() - shownAt < SHOW_EVERY_MILLISECONDS) return;
      shownAt = performance.now();
      await this.unitOfWork.run((tx) => this.runs.showInTx(tx, runId, counts), IMPORTS);
      await job.progress({ counted: counts.rows, written: counts.waiting });
    };
  }
}

/** Failures of the house, which no file causes. */
const PASSING = [DatabaseUnavailable, QueueUnavailable, RunSuperseded];

/** @returns why an import ends here, or `undefined` when it is to be tried again. */
const failureOf = (error: unknown, isLastTry: boolean): DomainError | undefined => {
  if (error instanceof DomainError && error.code.startsWith('file.')) return error;
  if (!isLastTry || PASSING.some((kind) => error instanceof kind)) return undefined;
  return new DomainError('import.failed', 'rule', {});
};
