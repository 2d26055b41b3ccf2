import { LATEST_SCHEMA_VERSION, runMigrations } from 'bullmq';
import pg from 'pg';
import { APPLICATION_ROLE } from '#libs/platform/database';

const SCHEMA = 'bullmq';

/** A sequence for the ids of each queue is made by the application when the first job comes, hence `create`. */
const GRANTS = `
grant usage, create on schema ${SCHEMA} to ${APPLICATION_ROLE};
do $$
declare
  relation regclass;
begin
  for relation in
    select oid from pg_class
    where relnamespace = '${SCHEMA}'::regnamespace and relkind in ('r', 'p') and relowner = current_user::regrole
  loop
    execute format('grant select, insert, update, delete on %s to ${APPLICATION_ROLE}', relation);
  end loop;
  for relation in
    select oid from pg_class
    where relnamespace = '${SCHEMA}'::regnamespace and relkind = 'S' and relowner = current_user::regrole
  loop
    execute format('grant usage, select, update on sequence %s to ${APPLICATION_ROLE}', relation);
  end loop;
end
$$;
grant execute on all functions in schema ${SCHEMA} to ${APPLICATION_ROLE};
`;

const STATE = `
select coalesce((select max(version) from ${SCHEMA}.migration), 0)::int as version,
  has_schema_privilege('${APPLICATION_ROLE}', '${SCHEMA}', 'create') as is_granted`;

/**
 * Brings the tables of the queues (schema `bullmq`) up to date and lets the application use them; asks for no right where
 * there is nothing to do. Run it after the other migrations, which make the application's role. Several processes may
 * call it at once.
 * @param ownerUrl address of the owner of the database.
 * @throws pg.DatabaseError when the owner may not make the schema.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'theoan-owner' });
  await client.connect();
  try {
    if (await isUpToDate(client)) return;
    await runMigrations(client, SCHEMA);
    await grantInTurn(client);
  } finally {
    await client.end();
  }
}

async function isUpToDate(client: pg.Client): Promise<boolean> {
  const table = await client.query<{ found: boolean }>(
    `select to_regclass('${SCHEMA}.migration') is not null as found`,
  );
  if (!table.rows[0]?.found) return false;
  const { rows } = await client.query<{ version: number; is_granted: boolean }>(STATE);
  const [state] = rows;
  return state !== undefined && state.version >= LATEST_SCHEMA_VERSION && state.is_granted;
}

/** Two processes that grant on the same table at the same moment would refuse each other. */
async function grantInTurn(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('theoan.${SCHEMA}'))`);
  await client.query(GRANTS);
  await client.query('commit');
}
