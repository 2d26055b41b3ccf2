import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { migrations } from '#database/migrations';
import { columnTypes } from './column-types.js';
import { reportIdleLoss } from './connections.js';
import { ListenedClient } from './listened-client.js';

/** The role that the application works as; it owns nothing. */
export const APPLICATION_ROLE = 'theoan_app';
/** Where the names of the migrations that ran are kept. */
export const MIGRATION_TABLE = 'schema_migration';

/** How to reach the database as one of its roles. */
export interface ConnectionTarget {
  readonly url: string;
  /** Step down to the application's role right at connecting: the address belongs to the owner. */
  readonly stepDown: boolean;
}

export interface PoolOptions {
  /** Most connections at a time. */
  readonly pool: number;
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
}

const CONNECT_TIMEOUT = 5_000;
const IDLE_TIMEOUT = 30_000;

const APPLICATION_SETTINGS = {
  timezone: 'UTC',
  default_transaction_isolation: 'read committed',
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
};

/** A migration waits a second for a lock, then lets the others pass and comes again: see migrate.ts. */
const OWNER_SETTINGS = { timezone: 'UTC', lock_timeout: '1s' };

/**
 * @returns the session settings of the application in the form of libpq's `options`, for pools beside ours (queues).
 */
export function applicationOptions(target: ConnectionTarget): string {
  return startupOptions(target.stepDown ? { role: APPLICATION_ROLE, ...APPLICATION_SETTINGS } : APPLICATION_SETTINGS);
}

/** @returns an unopened data source for the application's work: entities may be mapped, the schema is never touched. */
export function applicationDataSource(target: ConnectionTarget, options: PoolOptions): DataSource {
  return new DataSource({
    ...sharedOptions(target.url, options.pool, applicationOptions(target)),
    applicationName: 'theoan',
    entities: [...(options.entities ?? [])] as DataSourceOptions['entities'],
  });
}

/** @returns an unopened data source for the owner of the tables, which knows the migrations. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    ...sharedOptions(url, 3, startupOptions(OWNER_SETTINGS)),
    applicationName: 'theoan-owner',
    migrations,
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
  });
}

function sharedOptions(url: string, poolSize: number, options: string) {
  return {
    type: 'postgres',
    url,
    poolSize,
    connectTimeoutMS: CONNECT_TIMEOUT,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    // The default logger prints failures with their values, whatever `logging` says.
    logger: 'debug',
    installExtensions: false,
    poolErrorHandler: reportIdleLoss,
    extra: { options, types: columnTypes, Client: ListenedClient, keepAlive: true, idleTimeoutMillis: IDLE_TIMEOUT },
  } as const;
}

const startupOptions = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replace(/ /g, '\\ ')}`)
    .join(' ');
