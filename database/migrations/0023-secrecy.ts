import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLE = `
alter table account add column clearance smallint not null default 0 check (clearance between 0 and 3);
comment on column account.clearance is 'the highest mark of secrecy that the account may see: 0 none, 1 Mật, 2 Tối mật, 3 Tuyệt mật';
create table secrecy_mark (
  id bigint generated always as identity primary key,
  subject_id uuid not null references subject,
  mark smallint not null check (mark between 0 and 3),
  basis text not null,
  inherited_from uuid references subject,
  account_id uuid references account,
  marked_at timestamptz not null
);
comment on table secrecy_mark is 'every mark of secrecy that a file was given; the last one holds';
comment on column secrecy_mark.basis is 'the list of state secrets or the decision that the mark rests on';
comment on column secrecy_mark.inherited_from is 'the file whose mark went over to this one when it was founded on it or joined with it';
create index secrecy_mark_subject on secrecy_mark (subject_id, id desc);
grant select, insert on secrecy_mark to theoan_app;
`;

const FUNCTIONS = `
create function withheld_files() returns setof uuid language sql stable parallel safe security definer
set search_path = pg_catalog, public as $$
  select last.subject_id
  from (select distinct on (m.subject_id) m.subject_id, m.mark from public.secrecy_mark m order by m.subject_id, m.id desc) last
  where last.mark > coalesce(nullif(current_setting('theoan.clearance', true), '')::int, 0)
    and not exists (select from public.file_state f where f.subject_id = last.subject_id
      and nullif(current_setting('theoan.account', true), '')
        in (f.state->>'assigneeId', f.state->>'prosecutorId', f.state->>'judgeId'))
$$;
comment on function withheld_files() is 'files marked above the clearance of this transaction and not assigned to its account';
revoke execute on function withheld_files() from public;
grant execute on function withheld_files() to theoan_app;

create or replace function sees_file(file uuid) returns boolean language plpgsql stable parallel safe security definer
set search_path = pg_catalog, public as $$
declare
  offices int[] := nullif(current_setting('theoan.offices', true), '')::int[];
begin
  if exists (select from public.secrecy_mark m where m.subject_id = file)
    and file in (select public.withheld_files()) then
    return false;
  end if;
  if offices is null then
    return coalesce(current_setting('theoan.everywhere', true) = 'yes', false);
  end if;
  return exists (select from public.file_state s where s.subject_id = file
      and (s.holder_office_id = any(offices) or s.receiver_office_id = any(offices)))
    or exists (select from public.docket_entry d where d.subject_id = file and d.office_id = any(offices));
end $$;
`;

/** Which column says whose file a row is of. */
const FILE_COLUMN = {
  subject: 'id',
  event: 'subject_id',
  file_state: 'subject_id',
  defendant_state: 'case_id',
  case_origin: 'case_id',
  docket_entry: 'subject_id',
  ledger: 'subject_id',
  running_limit: 'subject_id',
  limit_notice: 'subject_id',
} as const;

/** What is visible by any other policy is not, when the file is withheld: asked once for a statement, not once for a row. */
const WITHHELD = Object.entries(FILE_COLUMN)
  .map(
    ([table, column]) => `create policy unmarked on ${table} as restrictive for select to theoan_app
  using (${column} not in (select withheld_files()));`,
  )
  .join('\n');

const OWN_WALL = `
alter table secrecy_mark enable row level security, force row level security;
create policy looked_into on secrecy_mark for select to current_user using (true);
create policy seen on secrecy_mark for select to theoan_app using (sees_file(subject_id));
create policy added on secrecy_mark for insert to theoan_app with check (sees_file(subject_id));
grant select, insert on secrecy_mark to theoan_record;
create policy theoan_record on secrecy_mark to theoan_record using (true);
select audit_writes('secrecy_mark', 'file', 'subject_id', 'id', '', 'mark');
`;

/** Marks of secrecy on files, the clearance of accounts, and the wall that goes with them. */
export class Secrecy1767225600023 implements MigrationInterface {
  readonly name = 'Secrecy1767225600023';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLE, FUNCTIONS, WITHHELD, OWN_WALL]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(FILE_COLUMN)) await runner.query(`drop policy unmarked on ${table}`);
    await runner.query(`
create or replace function sees_file(file uuid) returns boolean language plpgsql stable parallel safe security definer
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
drop table secrecy_mark;
drop function withheld_files();
alter table account drop column clearance`);
  }
}
