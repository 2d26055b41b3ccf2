import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CALENDAR = `
create table day_off (
  day date primary key,
  kind text not null check (kind in ('off', 'make-up')),
  decision text not null,
  set_by uuid,
  set_at timestamptz not null default clock_timestamp()
);
comment on table day_off is 'days off decided for a year, and the weekend days that are worked instead';
comment on column day_off.decision is 'the document that says so';

create table day_off_year (
  year int primary key,
  is_confirmed boolean not null,
  revised_at timestamptz not null default clock_timestamp()
);
comment on table day_off_year is 'years whose decision is known; of the others only weekends are off';
`;

const LIMITS = `
create table running_limit (
  id bigint generated always as identity primary key,
  subject_id uuid not null references subject,
  defendant_id text not null default '',
  limit_id text not null,
  kind text not null check (kind in ('decision', 'notice', 'review', 'limitation', 'period')),
  office_id int not null,
  assignee_id text,
  started_on date not null,
  due_on date,
  furthest_on date,
  ask_by date,
  reckoning jsonb not null,
  article text not null
);
comment on table running_limit is 'limits that run today: derived from the log, kept by a job';
comment on column running_limit.due_on is 'null where it depends on a gravity that is not known';
create index running_limit_subject on running_limit (subject_id);
create index running_limit_due on running_limit (office_id, due_on, id);
create index running_limit_day on running_limit (due_on, id);

create table limit_notice (
  id bigint generated always as identity primary key,
  subject_id uuid not null references subject,
  defendant_id text not null default '',
  limit_id text not null,
  started_on date not null,
  due_on date not null,
  rung smallint not null check (rung in (7, 3, 1, 0)),
  to_head boolean not null,
  office_id int not null,
  assignee_id text,
  made_on date not null,
  read_at timestamptz,
  read_by uuid references account,
  unique (subject_id, limit_id, defendant_id, started_on, due_on, rung, to_head)
);
comment on table limit_notice is 'told once for each rung of each limit: 7, 3 and 1 days before its end, and when it is over';
create index limit_notice_office on limit_notice (office_id, id) where read_at is null;
`;

const GRANTS = `
grant select, insert, update, delete on day_off, day_off_year to theoan_app;
grant select, insert, delete on running_limit to theoan_app;
grant select, insert, update on limit_notice to theoan_app;
grant usage on sequence running_limit_id_seq, limit_notice_id_seq to theoan_app;
`;

/** Files recorded before this table was there have their limits reckoned by the job. */
const EARLIER_FILES = `
insert into outbox (topic, subject_id) select 'limits-changed', id from subject;
`;

/** The calendar of days off, the limits that run, and the notices of what is due. */
export class Deadlines1767225600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CALENDAR, LIMITS, GRANTS, EARLIER_FILES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from outbox where topic = 'limits-changed'`);
    await runner.query('drop table limit_notice, running_limit, day_off_year, day_off');
  }
}
