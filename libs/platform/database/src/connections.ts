import { Logger } from '@nestjs/common';
import pg from 'pg';
import { type DataSource, type QueryRunner } from 'typeorm';
import { DatabaseUnavailable, databaseError, driverError } from './database-errors.js';
import { endConnections } from './end-connections.js';

/** Requests that may wait for each connection; whoever comes later is told at once to come again. */
const WAITING_PER_CONNECTION = 20;

/** A connection in the middle of being lost tells so twice; the statement's own error is the one that counts. */
const ignore = (): undefined => undefined;

/** @returns the pool behind a data source. @throws DatabaseUnavailable before it is opened and after it is closed. */
export function poolOf(dataSource: DataSource): pg.Pool {
  const pool = findPool(dataSource);
  if (!pool) throw new DatabaseUnavailable('connection');
  const isCrowded = pool.waitingCount >= WAITING_PER_CONNECTION * pool.options.max;
  if (isCrowded) throw new DatabaseUnavailable('crowded');
  return pool;
}

/** @returns a connection out of the pool that does not end the process when it breaks. @throws DatabaseUnavailable */
export async function borrowClient(dataSource: DataSource): Promise<pg.PoolClient> {
  try {
    const client = await poolOf(dataSource).connect();
    client.on('error', ignore);
    return client;
  } catch (error) {
    throw driverError(error);
  }
}

/** Closes a data source, if it is open. @returns when its connections are gone, two seconds at most. */
export async function closeDataSource(dataSource: DataSource): Promise<void> {
  if (!dataSource.isInitialized) return;
  const pool = findPool(dataSource);
  const close = (): Promise<void> => dataSource.destroy();
  await (pool ? endConnections(pool, close) : close());
}

function findPool(dataSource: DataSource): pg.Pool | undefined {
  const pool: unknown = 'master' in dataSource.driver ? dataSource.driver.master : undefined;
  return pool instanceof pg.Pool ? pool : undefined;
}

/** Gives a connection back. @param broken throw it away instead. */
export function returnClient(client: pg.PoolClient, broken: boolean): void {
  client.removeListener('error', ignore);
  client.release(broken);
}

/** @returns a connected query runner; the caller releases it. @throws DatabaseUnavailable */
export async function openRunner(dataSource: DataSource): Promise<QueryRunner> {
  poolOf(dataSource);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    return runner;
  } catch (error) {
    await runner.release();
    throw driverError(error);
  }
}

/** An idle connection broke: the pool replaces it, nobody waits for it, and the process lives on. */
export function reportIdleLoss(error: unknown): void {
  const loss = databaseError(error);
  const code = loss instanceof DatabaseUnavailable ? loss.code : undefined;
  new Logger('Database').warn(`an idle connection was lost${code ? ` (${code})` : ''}`);
}
