import { type MigrationInterface, type QueryRunner } from 'typeorm';

const PERSON = `
create table person (
  id uuid primary key,
  family text not null check (family in ('victim', 'informant', 'witness', 'suspect')),
  subject_id uuid not null references subject,
  office_id int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (id, family, subject_id)
);
comment on table person is 'who has to do with a file; nothing here says who it is';
comment on column person.id is 'of an accused: the id of the defendant in the case where he or she was recorded';
comment on column person.office_id is 'the office that recorded the person';
create index person_subject on person (subject_id);

create table person_field (
  person_id uuid not null,
  family text not null,
  subject_id uuid not null,
  field text not null check (field ~ '^[a-z][a-z_]{0,39}$'),
  version int not null check (version > 0),
  sealed bytea not null check (octet_length(sealed) between 33 and 16384),
  reason text check (reason ~ '^[a-z-]{3,40}$'),
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (person_id, field, version),
  foreign key (person_id, family, subject_id) references person (id, family, subject_id),
  check ((version = 1) = (reason is null))
);
comment on table person_field is 'encrypted values; the highest version holds, the former ones stay as they were';
comment on column person_field.sealed is 'format byte, key version (4 bytes), nonce, ciphertext, tag; an empty text: withdrawn';
comment on column person_field.reason is 'why it was corrected';
create index person_field_key on person_field (family, substring(sealed from 2 for 4));
create index person_field_name on person_field (family, field, person_id);

create table person_number (
  person_id uuid not null,
  family text not null,
  subject_id uuid not null,
  field text not null,
  version int not null,
  ordinal int not null,
  kind text not null,
  value bytea not null check (octet_length(value) = 20),
  primary key (person_id, field, version, ordinal),
  foreign key (person_id, family, subject_id) references person (id, family, subject_id),
  foreign key (person_id, field, version) references person_field (person_id, field, version)
);
comment on column person_number.value is 'key version (4 bytes), keyed hash of the number, of its kind and family: found when it is known, never read';
create index person_number_value on person_number (value);

create table person_disclosure (
  id uuid primary key,
  account_id uuid not null,
  office_id int not null,
  what text not null check (what in ('reveal', 'search-by-name', 'search-by-number', 'refused')),
  person_id uuid references person,
  family text,
  purpose text check (purpose ~ '^[a-z-]{3,40}$'),
  reason bytea,
  fields text[] not null default '{}',
  found int,
  disclosed_at timestamptz not null
);
comment on table person_disclosure is 'what was told to whom and why: the budgets are counted by it';
comment on column person_disclosure.what is 'refused: the budget was spent, which somebody should look at';
comment on column person_disclosure.reason is 'encrypted as the fields of the person are: people write names into it';
create index person_disclosure_account on person_disclosure (account_id, what, disclosed_at);
`;

/** A writer who does not know of a rotation yet is refused, and loads the keys: else a value would outlive its key. */
const CURRENT_KEY = `
create function require_current_key() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
  value bytea;
begin
  if tg_table_name = 'person_disclosure' then
    value := new.reason;
  else
    value := new.sealed;
  end if;
  if value is null then
    return new;
  end if;
  perform from public.vault_key k where k.purpose = 'data' and k.scope = new.family and k.state = 'current'
    and k.version = ('x' || encode(substring(value from 2 for 4), 'hex'))::bit(32)::int
    for share;
  if not found then
    raise exception 'not the current key' using errcode = 'VK001';
  end if;
  return new;
end $$;
revoke execute on function require_current_key() from public;
create trigger current_key before insert or update on person_field for each row execute function require_current_key();
create trigger current_key before insert or update on person_disclosure for each row execute function require_current_key();
`;

/**
 * Persons stay where they were recorded and are found from the files that came out of that one: the case of a denunciation,
 * what it was joined into, what was severed or split off it.
 */
const LINEAGE = `
create policy looked_into on case_origin for select to current_user using (true);
create index file_state_severed on file_state ((state ->> 'parentCaseId')) where state ? 'parentCaseId';
create index file_state_joined on file_state ((state ->> 'joinedIntoId')) where state ? 'joinedIntoId';

create function file_descent(file uuid) returns setof uuid language sql stable parallel safe security definer
set search_path = pg_catalog, public as $$
  with recursive down(id) as (
    select file
    union
    select n.id from down d cross join lateral (
      select o.case_id as id from public.case_origin o where o.denunciation_id = d.id
      union all
      select (s.state ->> 'joinedIntoId')::uuid from public.file_state s where s.subject_id = d.id
      union all
      select (s.state ->> 'joinedIntoCaseId')::uuid from public.file_state s where s.subject_id = d.id
      union all
      select jsonb_array_elements_text(s.state -> 'childIds')::uuid from public.file_state s
        where s.subject_id = d.id and jsonb_typeof(s.state -> 'childIds') = 'array'
      union all
      select s.subject_id from public.file_state s
        where s.state ? 'parentCaseId' and s.state ->> 'parentCaseId' = d.id::text
    ) n where n.id is not null)
  select id from down
$$;
comment on function file_descent(uuid) is 'the file and every file that came out of it';

create function sees_persons_of(file uuid) returns boolean language plpgsql stable parallel safe security definer
set search_path = pg_catalog, public as $$
begin
  if nullif(current_setting('theoan.offices', true), '') is null then
    return coalesce(current_setting('theoan.everywhere', true) = 'yes', false);
  end if;
  return public.sees_file(file)
    or exists (select from public.file_descent(file) d where d <> file and public.sees_file(d));
end $$;
comment on function sees_persons_of(uuid) is 'whether one of the offices of this transaction sees the file or one that came out of it';
revoke execute on function file_descent(uuid), sees_persons_of(uuid) from public;
grant execute on function file_descent(uuid), sees_persons_of(uuid) to theoan_app;
`;

const EVERYWHERE = '(select sees_everywhere())';
/** Whoever informed stays with the file that he or she informed of: Điều 56 khoản 1 điểm a BLTTHS. */
const SEEN = `${EVERYWHERE} or case family when 'informant' then sees_file(subject_id) else sees_persons_of(subject_id) end`;
const RECORDED = `(${EVERYWHERE} or office_id = any((select seen_offices())::int[]))
  and (${EVERYWHERE} or sees_file(subject_id))`;
const OWN = 'account_id = (select acting_account())';

const wallOf = (table: string, seen: string, added: string): string => `
alter table ${table} enable row level security, force row level security;
create policy seen on ${table} for select to theoan_app using (${seen});
create policy added on ${table} for insert to theoan_app with check (${added});
grant select, insert on ${table} to theoan_app;`;

/** The task that encrypts anew under another key; it cannot read who anybody is without the key, and nothing else. */
const ROTATION = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'theoan_vault') then
    create role theoan_vault nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
  end if;
exception
  -- Another database of this server is being migrated at the same moment.
  when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  if not pg_has_role('theoan_app', 'theoan_vault', 'member') then
    grant theoan_vault to theoan_app;
  end if;
end
$$;
grant usage on schema public to theoan_vault;
grant select on person_field, person_disclosure to theoan_vault;
grant update (sealed) on person_field to theoan_vault;
grant update (reason) on person_disclosure to theoan_vault;
create policy theoan_vault on person_field to theoan_vault using (true);
create policy theoan_vault on person_disclosure to theoan_vault using (true);
`;

/** Who has to do with a file, encrypted, and what was told of them to whom. */
export class Persons1767225600020 implements MigrationInterface {
  readonly name = 'Persons1767225600020';

  async up(runner: QueryRunner): Promise<void> {
    const walls = [
      wallOf('person', SEEN, RECORDED),
      wallOf('person_field', SEEN, SEEN),
      wallOf('person_number', SEEN, SEEN),
      wallOf('person_disclosure', OWN, OWN),
    ];
    for (const part of [PERSON, CURRENT_KEY, LINEAGE, ...walls, ROTATION]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table person_disclosure, person_number, person_field, person;
drop function require_current_key(), sees_persons_of(uuid), file_descent(uuid);
drop index file_state_severed, file_state_joined;
drop policy looked_into on case_origin;
revoke usage on schema public from theoan_vault;`);
  }
}
