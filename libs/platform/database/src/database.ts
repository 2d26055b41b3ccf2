import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { borrowClient, poolOf, returnClient } from './connections.js';
import { driverError } from './database-errors.js';
import { readInBatches } from './read-in-batches.js';
import { type RowScope, statementsOf } from './row-scope.js';

const READING = /^\s*(?:select|with|values|table|explain|show)\b/i;
/** The reader's own pace counts too, so a stream may last longer than a statement. */
const STREAM_TIMEOUT = '15min';

/** Reads outside of a transaction; whoever writes takes a `Tx` of `UnitOfWork`. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs one reading statement, 30 seconds at most.
   * @param scope whose files are there for it; without one none is, whatever is asked.
   * @returns the rows: date as `YYYY-MM-DD`, bigint as number, numeric as text, timestamptz as Date.
   * @throws StatementFailed or DatabaseUnavailable, without values; Error when the statement does not begin as a reading.
   */
  async query<T>(sql: string, parameters: readonly unknown[] = [], scope?: RowScope): Promise<T[]> {
    requireReading(sql);
    if (scope) return this.queryWithin<T>(sql, parameters, scope);
    try {
      const pool = poolOf(this.dataSource);
      const { rows } = await pool.query<T & pg.QueryResultRow>(sql, [...parameters]);
      return rows;
    } catch (error) {
      throw driverError(error);
    }
  }

  /** The scope ends with the transaction: a connection that goes back to the pool keeps nothing of it. */
  private async queryWithin<T>(sql: string, parameters: readonly unknown[], scope: RowScope): Promise<T[]> {
    const settings = statementsOf(scope);
    const client = await borrowClient(this.dataSource);
    let isClean = false;
    try {
      await client.query(`begin read only; ${settings}`);
      const { rows } = await client.query<T & pg.QueryResultRow>(sql, [...parameters]);
      await client.query('commit');
      isClean = true;
      return rows;
    } catch (error) {
      isClean = await rolledBack(client);
      throw driverError(error);
    } finally {
      returnClient(client, !isClean);
    }
  }

  /**
   * Reads row by row from one snapshot, in little memory, 15 minutes at most. Holds a connection until the loop ends.
   * @throws as `query`, from the loop.
   */
  async *stream<T>(
    sql: string,
    parameters: readonly unknown[] = [],
    scope?: RowScope,
  ): AsyncGenerator<T, void, undefined> {
    requireReading(sql);
    const settings = statementsOf(scope);
    const client = await borrowClient(this.dataSource);
    let isClean = false;
    try {
      await client.query('start transaction isolation level repeatable read read only');
      await client.query(`set local statement_timeout = '${STREAM_TIMEOUT}'; ${settings}`);
      for await (const rows of readInBatches<T>(client, sql, parameters)) yield* rows;
      await client.query('commit');
      isClean = true;
    } catch (error) {
      throw driverError(error);
    } finally {
      returnClient(client, !isClean);
    }
  }

  /** Asks the server for a sign of life. @throws DatabaseUnavailable */
  async ping(): Promise<void> {
    await this.query('select 1');
  }
}

/** @returns whether the connection can be used again. */
async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

function requireReading(sql: string): void {
  if (!READING.test(sql)) throw new Error('Database only reads: write inside UnitOfWork.run');
}
