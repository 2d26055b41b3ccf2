import { runMigrations } from 'bullmq';
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

/**
 * Brings the tables of the queues (schema `bullmq`) up to date and lets the application use them. Run it after the other
 * migrations, which make the application's role. Several processes may call it at once.
 * @param ownerUrl address of the owner of the database.
 * @throws pg.DatabaseError when the owner may not make the schema.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'theoan-owner' });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    await grantInTurn(client);
  } finally {
    await client.end();
  }
}

/** Two processes that grant on the same table at the same moment would refuse each other. */
async function grantInTurn(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('theoan.${SCHEMA}'))`);
  await client.query(GRANTS);
  await client.query('commit');
}
