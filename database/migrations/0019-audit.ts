import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The task that seals: it reads everything of the audit, and writes nothing of it but the places of leaves. */
const ROLE = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'theoan_audit') then
    create role theoan_audit nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
  end if;
exception
  -- Another database of this server is being migrated at the same moment.
  when duplicate_object or unique_violation then null;
end
$$;
grant usage on schema public to theoan_audit;
do $$
begin
  if not pg_has_role('theoan_app', 'theoan_audit', 'member') then
    grant theoan_audit to theoan_app;
  end if;
end
$$;
`;

const TABLES = `
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  action text not null check (action ~ '^[a-z][a-z-]*\\.[a-z][a-z-]*$'),
  account_id uuid,
  office_id int,
  role text,
  task text,
  database_role text,
  request_id text,
  subject_kind text,
  subject_id text,
  detail jsonb not null default '{}',
  salt bytea,
  leaf_index bigint check (leaf_index >= 0),
  leaf_hash bytea check (octet_length(leaf_hash) = 32),
  check ((leaf_index is null) = (leaf_hash is null)),
  check ((subject_kind is null) = (subject_id is null))
);
comment on table audit_entry is 'who wrote or read what, in the transaction of the effect; sealed into a Merkle tree a few seconds later';
comment on column audit_entry.database_role is 'who wrote when neither a person nor a task of the product did: start, migrations, an administrator of the database';
comment on column audit_entry.salt is 'stands before the content whose SHA-256 detail holds; never exported, so that nobody guesses contents';
comment on column audit_entry.leaf_index is 'place in the tree, given at sealing, without gaps';
create unique index audit_entry_leaf on audit_entry (leaf_index) where leaf_index is not null;
create index audit_entry_unsealed on audit_entry (id) where leaf_index is null;
create index audit_entry_account on audit_entry (account_id, id);
create index audit_entry_subject on audit_entry (subject_id, id);

create table audit_checkpoint (
  size bigint primary key check (size > 0),
  note text not null,
  tree bytea not null,
  signed_at timestamptz not null default clock_timestamp()
);
comment on column audit_checkpoint.tree is 'size and the roots of the perfect subtrees: what the sealer goes on from';

create table audit_cosignature (
  size bigint not null references audit_checkpoint,
  key_name text not null,
  line text not null,
  added_at timestamptz not null default clock_timestamp(),
  primary key (size, key_name)
);
`;

/** Entries are added, never changed; the sealer gives each its place once. The owner must take the triggers off first. */
const ONCE = `
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'an entry of the audit is neither changed nor removed' using errcode = '42501';
end $$;
create trigger sealed_once before update on audit_entry
  for each row when (old.leaf_index is not null) execute function refuse_audit_change();
create trigger kept before delete on audit_entry for each row execute function refuse_audit_change();
create trigger kept_whole before truncate on audit_entry execute function refuse_audit_change();
`;

const RIGHTS = `
alter table audit_entry enable row level security, force row level security;
create policy kept on audit_entry to current_user using (true) with check (true);
create policy seen on audit_entry for select to theoan_app
  using ((select sees_everywhere()) or office_id = any((select seen_offices())::int[]));
create policy added on audit_entry for insert with check (leaf_index is null);
create policy theoan_audit on audit_entry to theoan_audit using (true);
create policy theoan_audit on event for select to theoan_audit using (true);
grant insert (action, account_id, office_id, role, task, request_id, subject_kind, subject_id, detail) on audit_entry
  to theoan_app, theoan_audit, theoan_measure, theoan_deadlines, theoan_record, theoan_imports;
grant select (id, at, action, account_id, office_id, role, task, database_role, request_id, subject_kind, subject_id,
  detail, leaf_index, leaf_hash) on audit_entry to theoan_app;
grant select on audit_entry, event to theoan_audit;
grant update (leaf_index, leaf_hash) on audit_entry to theoan_audit;
grant select on audit_checkpoint, audit_cosignature to theoan_app;
grant select, insert on audit_checkpoint, audit_cosignature to theoan_audit;
`;

/**
 * What triggers write: of each row its key, the columns that may be shown, the names of what changed, and a salted digest
 * of the whole, never contents. Absent and null are alike in the digest: a column that comes later leaves it as it is.
 */
const WRITING = `
create function audit_digest(content jsonb, salt bytea) returns text
language sql immutable parallel safe set search_path = pg_catalog as $$
  select encode(sha256(salt || convert_to(jsonb_strip_nulls(content)::text, 'UTF8')), 'hex')
$$;

create function audit_key(content jsonb, columns text) returns text language sql immutable parallel safe
set search_path = pg_catalog as $$
  select string_agg(content ->> c.name, '/' order by c.place)
  from unnest(string_to_array(columns, ',')) with ordinality as c(name, place)
$$;

create function audit_shown(content jsonb, columns text) returns jsonb language sql immutable parallel safe
set search_path = pg_catalog as $$
  select jsonb_strip_nulls(jsonb_object_agg(name, content -> name)) from unnest(string_to_array(columns, ',')) as name
$$;

create function audit_changed(before jsonb, after jsonb, unwatched text) returns jsonb language sql immutable parallel safe
set search_path = pg_catalog as $$
  select jsonb_agg(c.key order by c.key) from jsonb_each(after) as c
  where c.value is distinct from before -> c.key and c.key <> all (string_to_array(unwatched, ','))
$$;
`;

/** Arguments: kind and key columns of the subject, key columns of the row, columns not watched, columns shown. */
const functionOf = (name: string, rows: string): string => `
create function audit_${name}() returns trigger language plpgsql security definer
set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare
  acting uuid := nullif(current_setting('theoan.account', true), '')::uuid;
  stands_as text := coalesce(nullif(current_setting('role'), 'none'), session_user);
  from_office int;
  in_role text;
  of_task text;
begin
  if acting is not null then
    select a.office_id, a.role into from_office, in_role from public.account a where a.id = acting;
  end if;
  if stands_as like 'theoan\\_%' and stands_as not in ('theoan_app', session_user) then
    of_task := substr(stands_as, 8);
  end if;
  insert into public.audit_entry
    (action, account_id, office_id, role, task, database_role, subject_kind, subject_id, detail, salt)
  select replace(tg_table_name, '_', '-') || '.${name}', acting, from_office, in_role, of_task,
    case when acting is null and of_task is null then stands_as end, tg_argv[0], coalesce(audit_key(r.content, tg_argv[1]), '*'),
    jsonb_strip_nulls(jsonb_build_object('row', audit_shown(r.content, tg_argv[4]), 'changed', r.changed,
      'digest', audit_digest(r.content, r.salt))), r.salt
  from (${rows}) r;
  return null;
end $$;
revoke execute on function audit_${name}() from public;
`;

const SALT = 'uuid_send(gen_random_uuid())';

const FUNCTIONS = [
  functionOf('added', `select to_jsonb(w) as content, null::jsonb as changed, ${SALT} as salt from written w`),
  functionOf('removed', `select to_jsonb(w) as content, null::jsonb as changed, ${SALT} as salt from gone w`),
  functionOf(
    'changed',
    `select n.content, c.changed, ${SALT} as salt
     from (select to_jsonb(w) as content from gone w) o
     join (select to_jsonb(w) as content from written w) n
       on audit_key(n.content, tg_argv[2]) = audit_key(o.content, tg_argv[2])
     cross join lateral (select audit_changed(o.content, n.content, tg_argv[3]) as changed) c
     where c.changed is not null`,
  ),
  functionOf(
    'emptied',
    `select jsonb_build_object('table', tg_table_name) as content, null::jsonb as changed, ${SALT} as salt`,
  ),
];

/** The one call by which a table's migration has every write of it audited. */
const ATTEND = `
create function audit_writes(target regclass, kind text, subject text, key text, unwatched text default '', shown text default '')
returns void language plpgsql as $$
declare
  arguments text := format('%L, %L, %L, %L, %L', kind, subject, key, unwatched, shown);
begin
  execute format('create trigger audit_added after insert on %s referencing new table as written
    for each statement execute function audit_added(%s)', target, arguments);
  execute format('create trigger audit_changed after update on %s referencing old table as gone new table as written
    for each statement execute function audit_changed(%s)', target, arguments);
  execute format('create trigger audit_removed after delete on %s referencing old table as gone
    for each statement execute function audit_removed(%s)', target, arguments);
  execute format('create trigger audit_emptied after truncate on %s
    for each statement execute function audit_emptied(%s)', target, arguments);
end $$;
comment on function audit_writes(regclass, text, text, text, text, text) is
  'has every row that is written into a table audited. subject, key: columns with commas; unwatched: whose change alone is no entry; shown: whose value stands in the entry';
revoke execute on function audit_writes(regclass, text, text, text, text, text) from public;
`;

const RUN_PROGRESS =
  'status,failure,headers,rows,recorded,held_back,already_there,refused,files,events,started_at,finished_at';

/** Every table that a person's command or the start of the product writes; what follows from them has no entry of its own. */
const ATTENDED = `
select audit_writes('event', 'file', 'subject_id', 'position', '', 'position,sequence,type,replaces');
select audit_writes('subject', 'file', 'id', 'id', 'version');
drop trigger audit_added on subject;
select audit_writes('account', 'account', 'id', 'id');
select audit_writes('territory', 'territory', 'id', 'id');
select audit_writes('territory_name', 'territory', 'territory_id', 'territory_id,valid_from');
select audit_writes('territory_succession', 'territory', 'predecessor_id', 'predecessor_id,successor_id');
select audit_writes('office', 'office', 'id', 'id');
select audit_writes('office_territory', 'office', 'office_id', 'office_id,territory_id,valid_from');
select audit_writes('office_succession', 'office', 'predecessor_id', 'predecessor_id');
select audit_writes('plan', 'plan', 'id', 'id');
select audit_writes('plan_version', 'plan', 'plan_id', 'plan_id,version', '', 'version');
select audit_writes('day_off', 'day-off', 'day', 'day');
select audit_writes('day_off_year', 'day-off-year', 'year', 'year', 'revised_at');
select audit_writes('import_run', 'import', 'id', 'id', '${RUN_PROGRESS}');
select audit_writes('limit_notice', 'limit-notice', 'id', 'id');
drop trigger audit_added on limit_notice;
select audit_writes('vault_key', 'vault-key', 'purpose,scope,version', 'purpose,scope,version');
`;

const AUDITED = [
  ...[
    'event',
    'subject',
    'account',
    'territory',
    'territory_name',
    'territory_succession',
    'office',
    'office_territory',
  ],
  ...[
    'office_succession',
    'plan',
    'plan_version',
    'day_off',
    'day_off_year',
    'import_run',
    'limit_notice',
    'vault_key',
  ],
];

/** The audit: entries in the transaction of their effect, written by triggers where a command writes, and their seals. */
export class Audit1767225600019 implements MigrationInterface {
  readonly name = 'Audit1767225600019';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ROLE, TABLES, ONCE, RIGHTS, WRITING, ...FUNCTIONS, ATTEND, ATTENDED]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of AUDITED) {
      for (const trigger of ['added', 'changed', 'removed', 'emptied']) {
        await runner.query(`drop trigger if exists audit_${trigger} on ${table}`);
      }
    }
    await runner.query(`
drop policy theoan_audit on event;
revoke select on event from theoan_audit;
drop table audit_cosignature, audit_checkpoint, audit_entry;
drop function audit_writes(regclass, text, text, text, text, text), audit_added(), audit_changed(), audit_removed(),
  audit_emptied(), audit_digest(jsonb, bytea), audit_key(jsonb, text), audit_shown(jsonb, text),
  audit_changed(jsonb, jsonb, text), refuse_audit_change();
revoke usage on schema public from theoan_audit;`);
  }
}
