import path from 'node:path';
import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import pg from 'pg';
import { ConfigurationError, type Settings } from '#libs/platform/config';
import { type ServerEvent, startEmbeddedPostgres } from '#libs/platform/embedded';
import { applicationPassword } from './application-password.js';
import { allowSignIn, allowSteppingDown, applicationRoleFault } from './application-role.js';
import { closeDataSource } from './connections.js';
import { APPLICATION_ROLE, applicationDataSource, type ConnectionTarget, ownerDataSource } from './data-source.js';
import { StatementFailed } from './database-errors.js';
import { accessFault, type AccessFaultCode } from './messages.js';
import { migrate, pendingMigrations } from './migrate.js';

/** How this process reaches the database. Inject it where a pool of its own is needed (queues). */
export abstract class DatabaseAccess {
  /** The application's connection; owns nothing. */
  abstract readonly application: ConnectionTarget;
  /** Address of the owner of the tables: for migrations, and for schemas that other libraries bring along. */
  abstract readonly ownerUrl: string;
  /** Stops the embedded server, if this process started it. */
  abstract stop(): Promise<void>;
}

export interface PrepareOptions {
  /** Bring the schema up to date (the default), or refuse a database that is not. */
  readonly migrate?: boolean;
}

/** An address and the variable it came from. */
interface Source {
  readonly access: DatabaseAccess;
  readonly ownerVariable: string;
  /** Gives the application's role what it needs to connect; runs after the migrations. */
  admit(owner: DataSource): Promise<AccessFaultCode | undefined>;
}

/**
 * Starts the embedded server unless DATABASE_URL names another one, brings the schema up to date, and makes sure that
 * the application's connection cannot change the record.
 * @throws ConfigurationError when an address cannot be used; EmbeddedPostgresError; StatementFailed; DatabaseUnavailable.
 */
export async function prepareDatabase(settings: Settings, options: PrepareOptions = {}): Promise<DatabaseAccess> {
  const source = await sourceOf(settings);
  try {
    await readyOwner(source, options.migrate ?? true);
    await checkApplication(source.access.application);
    return source.access;
  } catch (error) {
    await source.access.stop();
    throw error;
  }
}

async function sourceOf(settings: Settings): Promise<Source> {
  const { databaseUrl, databaseMigrationUrl } = settings;
  if (databaseUrl === undefined) return embeddedSource(settings.dataDir);
  const stop = (): Promise<void> => Promise.resolve();
  if (databaseMigrationUrl !== undefined) {
    return {
      access: { application: { url: databaseUrl, stepDown: false }, ownerUrl: databaseMigrationUrl, stop },
      ownerVariable: 'DATABASE_MIGRATION_URL',
      admit: () => Promise.resolve(undefined),
    };
  }
  return {
    access: { application: { url: databaseUrl, stepDown: true }, ownerUrl: databaseUrl, stop },
    ownerVariable: 'DATABASE_URL',
    admit: async (owner) => ((await allowSteppingDown(owner)) ? undefined : 'cannot-step-down'),
  };
}

async function embeddedSource(dataDir: string): Promise<Source> {
  const server = await startEmbeddedPostgres({ directory: path.join(dataDir, 'postgres'), onEvent: reportEvent });
  const password = applicationPassword(dataDir);
  const url = new URL(server.url);
  url.username = APPLICATION_ROLE;
  url.password = password;
  return {
    access: {
      application: { url: url.href, stepDown: false },
      ownerUrl: server.url,
      stop: () => server.stop(),
    },
    ownerVariable: 'DATA_DIR',
    admit: async (owner) => {
      await allowSignIn(owner, password);
      return undefined;
    },
  };
}

function reportEvent(event: ServerEvent): void {
  const logger = new Logger('Database');
  if (event.kind === 'failed') logger.error(event.error instanceof Error ? event.error.message : 'restart failed');
  else logger.warn(`embedded server ${event.kind}`);
}

async function readyOwner(source: Source, isToMigrate: boolean): Promise<void> {
  const { ownerVariable } = source;
  const owner = await opened(ownerDataSource(source.access.ownerUrl), ownerVariable);
  try {
    if (isToMigrate) await migrateAs(owner, ownerVariable);
    else if ((await pendingMigrations(owner)).length > 0) refuse(ownerVariable, 'migrations-pending');
    const fault = await source.admit(owner);
    if (fault) refuse(ownerVariable, fault);
  } finally {
    await closeDataSource(owner);
  }
}

async function migrateAs(owner: DataSource, variable: string): Promise<void> {
  try {
    await migrate(owner);
  } catch (error) {
    const isForbidden = error instanceof StatementFailed && error.sqlState === '42501';
    throw isForbidden ? refusal(variable, 'cannot-migrate') : error;
  }
}

async function checkApplication(target: ConnectionTarget): Promise<void> {
  const application = await opened(applicationDataSource(target, { pool: 1 }), 'DATABASE_URL');
  try {
    const fault = await applicationRoleFault(application);
    if (fault) refuse('DATABASE_URL', fault);
  } finally {
    await closeDataSource(application);
  }
}

async function opened(dataSource: DataSource, variable: string): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    throw connectionFault(error, variable);
  }
}

const SIGN_IN_CLASS = '28';
const UNKNOWN_DATABASE = '3D000';

function connectionFault(error: unknown, variable: string): unknown {
  if (error instanceof pg.DatabaseError) {
    if (error.code?.startsWith(SIGN_IN_CLASS)) return refusal(variable, 'sign-in-refused');
    return error.code === UNKNOWN_DATABASE ? refusal(variable, 'database-absent') : error;
  }
  return refusal(variable, 'unreachable');
}

const refusal = (variable: string, code: AccessFaultCode): ConfigurationError =>
  new ConfigurationError([accessFault(variable, code)]);

function refuse(variable: string, code: AccessFaultCode): never {
  throw refusal(variable, code);
}
