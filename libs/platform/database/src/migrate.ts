import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { migrations } from '#database/migrations';
import { borrowClient, returnClient } from './connections.js';
import { APPLICATION_ROLE, MIGRATION_TABLE } from './data-source.js';
import { DatabaseUnavailable, databaseError } from './database-errors.js';

/** Any number will do, if it is the same in every version of the program. */
const MIGRATION_LOCK = 7_268_326;
const LOCK_ATTEMPTS = 60;
const MILLISECONDS_BETWEEN_ATTEMPTS = 500;

/**
 * Brings the schema up to date. Several processes may call it at once: one works, the others wait for it.
 * @param owner an opened data source of the role that owns the tables (`ownerDataSource`).
 * @returns the names of the migrations that ran, in order.
 * @throws StatementFailed or DatabaseUnavailable; what ran before stays, each migration is a transaction of its own.
 */
export async function migrate(owner: DataSource): Promise<string[]> {
  const client = await borrowClient(owner);
  try {
    await client.query('set lock_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const names = await runPending(owner);
    if (names.length > 0) await client.query(`grant select on ${MIGRATION_TABLE} to ${APPLICATION_ROLE}`);
    return names;
  } catch (error) {
    throw databaseError(error);
  } finally {
    // The lock belongs to the session and ends with it.
    returnClient(client, true);
  }
}

async function runPending(owner: DataSource): Promise<string[]> {
  const names = await untilUnlocked(() => pendingMigrations(owner));
  if (names.length > 0) await untilUnlocked(() => owner.runMigrations());
  return names;
}

/** Waiting long for a table's lock would hold up everybody who comes after: rather wait briefly, and often. */
async function untilUnlocked<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step();
    } catch (failure) {
      const error = databaseError(failure);
      const isBusy = error instanceof DatabaseUnavailable && error.reason === 'contention';
      if (!isBusy || attempt === LOCK_ATTEMPTS) throw error;
      await pause(MILLISECONDS_BETWEEN_ATTEMPTS);
    }
  }
}

/**
 * @param dataSource an opened data source of either role.
 * @returns the names of the migrations that this version of the program knows and the database has not had, in order.
 */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const client = await borrowClient(dataSource);
  try {
    const found = await client.query<{ is_there: boolean }>(
      `select to_regclass('${MIGRATION_TABLE}') is not null as is_there`,
    );
    if (!found.rows[0]?.is_there) return migrationNames();
    const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATION_TABLE}`);
    const ran = new Set(rows.map((row) => row.name));
    return migrationNames().filter((name) => !ran.has(name));
  } catch (error) {
    throw databaseError(error);
  } finally {
    returnClient(client, false);
  }
}

/** The number at the end of a class name is the migration's place in the order. */
const migrationNames = (): string[] =>
  migrations.map((it) => it.name).sort((a, b) => Number(a.slice(-13)) - Number(b.slice(-13)));
