import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = `
create table statistics_release (
  id uuid primary key,
  code text not null unique,
  plan_id text not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  known_on date not null,
  territory_id int not null references territory,
  place_ids int[] not null,
  asked text not null,
  audited_with uuid[] not null,
  content text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  prepared_by uuid not null references account,
  office_id int not null references office,
  prepared_at timestamptz not null
);
comment on table statistics_release is 'tables that are to leave the authorised circle, as they leave it';
comment on column statistics_release.known_on is 'the figures are those known at the end of that day';
comment on column statistics_release.content is 'JSON; its SHA-256 is told with it';
comment on column statistics_release.audited_with is 'the approved releases of the same ground and days with which it passed the gate';
create index statistics_release_period on statistics_release (period_from, period_to);

create table release_count (
  release_id uuid not null references statistics_release,
  indicator text not null,
  part text not null check (part in ('all', 'done', 'open')),
  place int not null,
  count int not null check (count >= 0),
  is_withheld boolean not null,
  primary key (release_id, indicator, part, place)
);
comment on table release_count is 'the true counts behind a release, against which every later one is audited; they never leave';
comment on column release_count.place is 'id of a territory; below 0: elsewhere in that territory, in none of its parts';

create table release_approval (
  release_id uuid primary key references statistics_release,
  approved_by uuid not null references account,
  office_id int not null references office,
  approved_at timestamptz not null
);
comment on table release_approval is 'what made a release one: somebody else than its maker approved it';
`;

/** What was released cannot be taken back, nor be changed behind the back of those who have it. */
const RULES = `
create function release_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a release is not changed' using errcode = '23514';
end $$;
create trigger release_stays before update or delete on statistics_release for each row execute function release_stays();
create trigger release_stays before update or delete on release_count for each row execute function release_stays();
create trigger release_stays before update or delete on release_approval for each row execute function release_stays();

create function release_needs_two() returns trigger language plpgsql as $$
begin
  if exists (select from statistics_release r where r.id = new.release_id and r.prepared_by = new.approved_by) then
    raise exception 'nobody approves the own release' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger release_needs_two before insert on release_approval for each row execute function release_needs_two();
`;

const GRANTS = `
grant select, insert on statistics_release, release_count, release_approval to theoan_app;
select audit_writes('statistics_release', 'release', 'id', 'id', '', 'code,sha256');
select audit_writes('release_approval', 'release', 'release_id', 'release_id');
`;

/** Statistics that leave the authorised circle: prepared by one person, approved by another, never changed. */
export class Releases1767225600024 implements MigrationInterface {
  readonly name = 'Releases1767225600024';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, RULES, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table release_approval, release_count, statistics_release');
    await runner.query('drop function release_stays(), release_needs_two()');
  }
}
