import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { openRunner } from './connections.js';
import { DatabaseUnavailable, databaseError, isSerializationFailure } from './database-errors.js';
import { type RowScope } from './row-scope.js';
import { OpenTransaction, type Tx } from './transaction.js';

const RETRIES = 5;
const FIRST_PAUSE_IN_MILLISECONDS = 10;

/** The only door to writing: everything in one `run` is stored together or not at all. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction (READ COMMITTED) and commits. When it loses against another transaction (serialization
   * failure, deadlock) it is run again, at most five times: `work` must have no effect outside of `tx`.
   * @param scope whose files are there for it; without one none is, whatever is asked.
   * @returns what `work` returned.
   * @throws what `work` threw; StatementFailed; DatabaseUnavailable (when the connection breaks while committing,
   * whether the work was stored is unknown: repeat it under the same command id).
   */
  async run<T>(work: (tx: Tx) => Promise<T>, scope?: RowScope): Promise<T> {
    for (let retry = 0; ; retry++) {
      try {
        return await this.attempt(work, scope);
      } catch (error) {
        if (!isSerializationFailure(error)) throw error;
        if (retry === RETRIES) throw new DatabaseUnavailable('contention');
        await pause(pauseBefore(retry));
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, scope: RowScope | undefined): Promise<T> {
    const runner = await openRunner(this.dataSource);
    let transaction: OpenTransaction | undefined;
    try {
      transaction = await OpenTransaction.begin(runner, scope);
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction?.rollback();
      throw reasonOf(error);
    } finally {
      await runner.release();
    }
  }
}

/** The mapper lets go of a broken connection by itself, and then only says that it has none. */
function reasonOf(error: unknown): unknown {
  if (error instanceof QueryRunnerAlreadyReleasedError) return new DatabaseUnavailable('connection');
  return databaseError(error);
}

/** Doubles from one try to the next, with chance in it so that the same two do not meet again. */
const pauseBefore = (retry: number): number => FIRST_PAUSE_IN_MILLISECONDS * 2 ** retry * (0.5 + Math.random());
