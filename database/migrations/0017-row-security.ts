import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Roles that a transaction steps into by name; the application's role inherits nothing from them. */
const TASK_ROLES = ['theoan_measure', 'theoan_deadlines', 'theoan_record', 'theoan_imports'] as const;

const createRole = (name: string): string => `
do $$
begin
  if not exists (select from pg_roles where rolname = '${name}') then
    create role ${name} nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
  end if;
exception
  -- Another database of this server is being migrated at the same moment.
  when duplicate_object or unique_violation then null;
end
$$;
grant usage on schema public to ${name};`;

/**
 * Members may step into the task roles (SET ROLE) and have none of their rights before: NOINHERIT, because the finer grant
 * options begin with PostgreSQL 16. Roles belong to the server: whoever may not grant them finds them granted already.
 */
const ROLES = `
${TASK_ROLES.map(createRole).join('\n')}
do $$
declare
  task name;
begin
  if (select rolinherit from pg_roles where rolname = 'theoan_app') then
    alter role theoan_app noinherit;
  end if;
  foreach task in array '{${TASK_ROLES.join(',')}}'::name[] loop
    if not pg_has_role('theoan_app', task, 'member') then
      execute format('grant %I to theoan_app', task);
    end if;
  end loop;
end
$$;
`;

/**
 * Whose rows a transaction sees: the ids of offices, or all. Unset and empty mean nobody’s. A policy cannot ask its own
 * table: the function that looks into the dockets runs as the owner, who is let look into these two tables and, for the key of a command, into the receipts, and no further.
 */
const FUNCTIONS = `
create function seen_offices() returns int[] language sql stable parallel safe as $$
  select nullif(current_setting('theoan.offices', true), '')::int[]
$$;
create function sees_everywhere() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('theoan.everywhere', true) = 'yes', false)
$$;
create function acting_account() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('theoan.account', true), '')::uuid
$$;
create function sees_file(file uuid) returns boolean language plpgsql stable parallel safe security definer
set search_path = pg_catalog, public as $$
declare
  offices int[] := nullif(current_setting('theoan.offices', true), '')::int[];
begin
  if offices is null then
    return coalesce(current_setting('theoan.everywhere', true) = 'yes', false);
  end if;
  return exists (select from public.file_state s where s.subject_id = file
      and (s.holder_office_id = any(offices) or s.receiver_office_id = any(offices)))
    or exists (select from public.docket_entry d where d.subject_id = file and d.office_id = any(offices));
end $$;
comment on function sees_file(uuid) is 'whether one of the offices of this transaction holds the file, held it, or is offered it';

create function command_is_taken(command uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as $$
  select exists (select from public.command_receipt r where r.command_id = command)
$$;
revoke execute on function sees_file(uuid), command_is_taken(uuid) from public;
grant execute on function command_is_taken(uuid) to theoan_app;
create policy looked_into on command_receipt for select to current_user using (true);
grant execute on function sees_file(uuid) to theoan_app;
create policy looked_into on file_state for select to current_user using (true);
create policy looked_into on docket_entry for select to current_user using (true);
`;

const EVERYWHERE = '(select sees_everywhere())';
const mine = (column: string): string => `${column} = any((select seen_offices())::int[])`;
const CONTEXT = `(${EVERYWHERE} or (select seen_offices()) is not null)`;

/**
 * What is visible of each table to whom the application acts for. A step is also its own office’s: the statement that opens a
 * file returns the place of its first event before the file’s state can be seen.
 */
const SEEN = {
  subject: `${EVERYWHERE} or ${mine('office_id')} or sees_file(id)`,
  event: `${EVERYWHERE} or ${mine('office_id')} or exists (select from file_state f where f.subject_id = event.subject_id)`,
  file_state: `${EVERYWHERE} or ${mine('holder_office_id')} or ${mine('receiver_office_id')} or sees_file(subject_id)`,
  defendant_state: `${EVERYWHERE} or exists (select from file_state f where f.subject_id = defendant_state.case_id)`,
  case_origin: `${EVERYWHERE} or sees_file(case_id)`,
  docket_entry: `${EVERYWHERE} or ${mine('office_id')} or sees_file(subject_id)`,
  ledger: `${EVERYWHERE} or ${mine('office_id')} or sees_file(subject_id)`,
  running_limit: `${EVERYWHERE} or ${mine('office_id')} or sees_file(subject_id)`,
  limit_notice: `${EVERYWHERE} or ${mine('office_id')} or sees_file(subject_id)`,
  command_receipt: `account_id = (select acting_account())`,
  import_run: `${EVERYWHERE} or ${mine('office_id')}`,
  import_fault: `exists (select from import_run r where r.id = import_fault.run_id)`,
  import_file: `exists (select from import_run r where r.id = import_file.run_id)`,
} as const;
type Protected = keyof typeof SEEN;

/** Whoever records a step records it for an office of the own scope; what follows from it needs a scope at all. */
const ADDED: Partial<Record<Protected, string>> = {
  subject: `${EVERYWHERE} or ${mine('office_id')}`,
  event: `${EVERYWHERE} or ${mine('office_id')}`,
  command_receipt: SEEN.command_receipt,
  import_run: SEEN.import_run,
  import_fault: SEEN.import_fault,
  import_file: SEEN.import_file,
};

const TABLES = Object.keys(SEEN) as Protected[];

const wallOf = (table: Protected): string => `
alter table ${table} enable row level security, force row level security;
create policy seen on ${table} for select to theoan_app using (${SEEN[table]});
create policy added on ${table} for insert to theoan_app with check (${ADDED[table] ?? CONTEXT});
create policy changed on ${table} for update to theoan_app using (${SEEN[table]}) with check (${SEEN[table]});
create policy gone on ${table} for delete to theoan_app using (${SEEN[table]});`;

const PROJECTIONS = ['file_state', 'defendant_state', 'case_origin', 'docket_entry'] as const;

/** What each task may do, and no more. */
const TASKS: Readonly<Record<string, Readonly<Record<string, readonly Protected[]>>>> = {
  theoan_measure: { select: ['ledger', 'docket_entry'] },
  theoan_deadlines: {
    select: ['subject', 'event', 'file_state', 'running_limit', 'limit_notice'],
    insert: ['running_limit', 'limit_notice'],
    delete: ['running_limit'],
  },
  theoan_record: {
    select: ['subject', 'event', ...PROJECTIONS, 'ledger'],
    insert: ['subject', 'event', ...PROJECTIONS, 'ledger'],
    update: ['subject', ...PROJECTIONS],
    delete: PROJECTIONS,
  },
  theoan_imports: {
    select: ['import_run', 'import_fault', 'import_file'],
    insert: ['import_fault'],
    update: ['import_run'],
    delete: ['import_fault', 'import_file'],
  },
};

const taskRights = ([role, rights]: [string, (typeof TASKS)[string]]): string => {
  const touched = [...new Set(Object.values(rights).flat())];
  const grants = Object.entries(rights).map(([right, tables]) => `grant ${right} on ${tables.join(', ')} to ${role};`);
  return [...grants, ...touched.map((table) => `create policy ${role} on ${table} to ${role} using (true);`)].join(
    '\n',
  );
};

/** Tables without person or case content that the tasks need beside those. */
const BESIDE = `
grant select, delete on outbox to theoan_measure, theoan_deadlines, theoan_imports;
grant insert on outbox to theoan_deadlines;
grant select, insert on outbox to theoan_record;
grant select on territory, territory_closure to theoan_measure, theoan_record;
grant select, insert, update, delete on opening, opening_day to theoan_measure;
grant select, insert on opening_slot to theoan_measure;
grant select, update on figure_version to theoan_measure;
grant select, insert, delete on identity_break to theoan_measure;
revoke all on identity_break from theoan_app;
grant select on day_off, day_off_year to theoan_deadlines, theoan_record;
grant usage on sequence event_position_seq to theoan_record;
grant select, update on job_run to theoan_imports;
`;

/** The second wall: without a context that says for whom, no row of a person or a case is there. */
export class RowSecurity1767225600017 implements MigrationInterface {
  readonly name = 'RowSecurity1767225600017';

  async up(runner: QueryRunner): Promise<void> {
    const rights = Object.entries(TASKS).map(taskRights);
    for (const part of [ROLES, FUNCTIONS, ...TABLES.map(wallOf), ...rights, BESIDE]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(fallOf(table));
    await runner.query(`
grant select, insert, delete on identity_break to theoan_app;
drop function sees_file(uuid), command_is_taken(uuid), seen_offices(), sees_everywhere(), acting_account();
${TASK_ROLES.map(
  (role) => `revoke all on all tables in schema public from ${role};
revoke all on all sequences in schema public from ${role};
revoke usage on schema public from ${role};`,
).join('\n')}`);
  }
}

const fallOf = (table: Protected): string => {
  const roles = Object.entries(TASKS).filter(([, rights]) => Object.values(rights).some((of) => of.includes(table)));
  const policies = ['seen', 'added', 'changed', 'gone', 'looked_into', ...roles.map(([role]) => role)];
  return `${policies.map((policy) => `drop policy if exists ${policy} on ${table};`).join('\n')}
alter table ${table} no force row level security, disable row level security;`;
};
