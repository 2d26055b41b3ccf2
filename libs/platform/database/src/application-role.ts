import { type DataSource } from 'typeorm';
import { borrowClient, returnClient } from './connections.js';
import { APPLICATION_ROLE } from './data-source.js';
import { databaseError, StatementFailed } from './database-errors.js';
import { type AccessFaultCode } from './messages.js';

const INSUFFICIENT_PRIVILEGE = '42501';

interface Rights {
  readonly is_superuser: boolean;
  readonly owns_tables: boolean;
  readonly may_change_record: boolean;
  readonly has_role: boolean;
}

const RIGHTS = `
select role.rolsuper or role.rolbypassrls as is_superuser,
  exists (
    select from pg_class as relation
    where relation.relkind in ('r', 'p')
      and relation.relnamespace <> all (array['pg_catalog', 'information_schema']::regnamespace[])
      and pg_has_role(role.oid, relation.relowner, 'member')
  ) as owns_tables,
  has_table_privilege(role.oid, 'event', 'update, delete, truncate') as may_change_record,
  pg_has_role(role.oid, '${APPLICATION_ROLE}', 'usage') as has_role
from pg_roles as role
where role.rolname = current_user`;

/**
 * Checks that the application, as it will connect, cannot change the record behind our back.
 * @param application an opened data source of the application.
 * @returns the first thing that is wrong, or `undefined`.
 */
export async function applicationRoleFault(application: DataSource): Promise<AccessFaultCode | undefined> {
  const client = await borrowClient(application);
  try {
    const { rows } = await client.query<Rights>(RIGHTS);
    return faultIn(rows[0]);
  } catch (error) {
    throw databaseError(error);
  } finally {
    returnClient(client, false);
  }
}

function faultIn(rights: Rights | undefined): AccessFaultCode | undefined {
  if (!rights) return 'sign-in-refused';
  if (rights.is_superuser) return 'is-superuser';
  if (!rights.has_role) return 'lacks-application-role';
  if (rights.owns_tables) return 'owns-tables';
  return rights.may_change_record ? 'may-change-record' : undefined;
}

/** Lets the application's role sign in with this password. @param password letters, digits, `-` and `_` only. */
export async function allowSignIn(owner: DataSource, password: string): Promise<void> {
  await owner.query(`alter role ${APPLICATION_ROLE} login password '${password}'`);
}

/** Makes the owner able to step down to the application's role. @returns whether it can. */
export async function allowSteppingDown(owner: DataSource): Promise<boolean> {
  if (await succeeds(owner, `set role ${APPLICATION_ROLE}`)) return true;
  await succeeds(owner, `grant ${APPLICATION_ROLE} to current_user`);
  return succeeds(owner, `set role ${APPLICATION_ROLE}`);
}

/** @returns whether the statement is permitted. */
async function succeeds(owner: DataSource, statement: string): Promise<boolean> {
  const client = await borrowClient(owner);
  try {
    await client.query(statement);
    return true;
  } catch (failure) {
    const error = databaseError(failure);
    if (error instanceof StatementFailed && error.sqlState === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  } finally {
    // The connection may have changed its role.
    returnClient(client, true);
  }
}
