import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The files that sees_file would say yes to, gathered once: for a statement that looks at very many rows. */
const FUNCTIONS = `
create function seen_files() returns setof uuid language sql stable parallel safe security definer
set search_path = pg_catalog, public as $$
  with offices(ids) as (select nullif(current_setting('theoan.offices', true), '')::int[]),
  seen(id) as (
    select s.subject_id from offices, public.file_state s
      where s.holder_office_id = any(offices.ids) or s.receiver_office_id = any(offices.ids)
    union
    select d.subject_id from offices, public.docket_entry d where d.office_id = any(offices.ids)
    union
    select s.subject_id from offices, public.file_state s where offices.ids is null and public.sees_everywhere())
  select id from seen where id not in (select public.withheld_files())
$$;
comment on function seen_files() is 'every file of which sees_file says yes';
revoke execute on function seen_files() from public;
grant execute on function seen_files() to theoan_app;

create or replace function sees_persons_of(file uuid) returns boolean language plpgsql stable parallel safe security definer
set search_path = pg_catalog, public as $$
begin
  return public.sees_file(file)
    or exists (select from public.file_descent(file) d where d <> file and public.sees_file(d));
end $$;
`;

/**
 * Whoever informed stays with the file that he or she informed of (Điều 56 khoản 1 điểm a BLTTHS). Which of the two ways
 * is gone a statement says (theoan.many), and sees neither more nor less by it.
 */
const SEEN = `case when (select coalesce(current_setting('theoan.many', true), '') = 'yes')
  then subject_id in (select seen_files()) or (family <> 'informant' and sees_persons_of(subject_id))
  else case family when 'informant' then sees_file(subject_id) else sees_persons_of(subject_id) end end`;
const ADDED = `((select sees_everywhere()) or office_id = any((select seen_offices())::int[])) and sees_file(subject_id)`;

/** As in 0020: nobody’s clearance is asked there. */
const FORMER = `(select sees_everywhere()) or case family when 'informant' then sees_file(subject_id) else sees_persons_of(subject_id) end`;
const FORMER_ADDED = `((select sees_everywhere()) or office_id = any((select seen_offices())::int[]))
  and ((select sees_everywhere()) or sees_file(subject_id))`;

const policies = (seen: string, added: string): string => `
alter policy seen on person using (${seen});
alter policy added on person with check (${added});
${['person_field', 'person_number']
  .map((table) => `alter policy seen on ${table} using (${seen}); alter policy added on ${table} with check (${seen});`)
  .join('\n')}`;

/** Persons of files that are marked secret are there for whom the file is; very many are looked at in one go. */
export class PersonsBehindMarks1767225600026 implements MigrationInterface {
  readonly name = 'PersonsBehindMarks1767225600026';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FUNCTIONS, policies(SEEN, ADDED)]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${policies(FORMER, FORMER_ADDED)}
drop function seen_files();
create or replace function sees_persons_of(file uuid) returns boolean language plpgsql stable parallel safe security definer
set search_path = pg_catalog, public as $$
begin
  if nullif(current_setting('theoan.offices', true), '') is null then
    return coalesce(current_setting('theoan.everywhere', true) = 'yes', false);
  end if;
  return public.sees_file(file)
    or exists (select from public.file_descent(file) d where d <> file and public.sees_file(d));
end $$;`);
  }
}
