import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The application's role owns nothing. It may exist already: roles belong to the whole server. */
const APPLICATION_ROLE = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'theoan_app') then
    create role theoan_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception
  -- Another database of this server is being migrated at the same moment.
  when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema public to theoan_app;
revoke create on schema public from public;
`;

const RECORD = `
create table subject (
  id uuid primary key,
  kind text not null check (kind in ('denunciation', 'case')),
  number text not null,
  office_id int not null,
  place_id int,
  opened_on date not null,
  version int not null,
  secrecy text not null default 'none',
  unique (kind, number, office_id)
);
comment on column subject.office_id is 'the office that opened it';
comment on column subject.place_id is 'territory of the report';
comment on column subject.version is 'sequence of the last event';

create table event (
  position bigint generated always as identity primary key,
  subject_id uuid not null references subject,
  sequence int not null,
  type text not null,
  occurred_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_on date not null,
  recorded_by uuid not null,
  office_id int not null,
  decision_number text,
  decision_on date,
  rule_set text not null,
  payload jsonb not null default '{}',
  replaces int,
  reason text,
  command_id uuid not null,
  unique (subject_id, sequence),
  unique (command_id, subject_id, sequence),
  check (replaces is null or reason is not null)
);
comment on column event.recorded_on is 'day of recorded_at in Việt Nam';
comment on column event.replaces is 'sequence of the event that this one corrects';
create index event_recorded_on on event (recorded_on);

create table command_receipt (
  command_id uuid primary key,
  account_id uuid not null,
  subject_id uuid not null,
  request_hash bytea not null,
  response jsonb not null,
  recorded_at timestamptz not null default clock_timestamp()
);

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  subject_id uuid,
  from_position bigint,
  to_position bigint,
  created_at timestamptz not null default clock_timestamp()
);
`;

const PROJECTIONS = `
create table file_state (
  subject_id uuid primary key references subject,
  status text not null,
  holder_office_id int not null,
  last_position bigint not null,
  state jsonb not null,
  opened_on date not null,
  last_on date not null
);
create index file_state_holder on file_state (holder_office_id, status, last_on);

create table defendant_state (
  defendant_id uuid primary key,
  case_id uuid not null references subject,
  number text not null,
  status text not null,
  state jsonb not null
);
create index defendant_state_case on defendant_state (case_id);

create table case_origin (
  case_id uuid not null,
  denunciation_id uuid not null,
  primary key (case_id, denunciation_id)
);
create index case_origin_denunciation on case_origin (denunciation_id);
`;

/** What is recorded may be read and added to, never changed: projections can be rebuilt, the record cannot. */
const GRANTS = `
grant select, insert, update on subject to theoan_app;
grant select, insert on event, command_receipt to theoan_app;
grant select, insert, delete on outbox to theoan_app;
grant select, insert, update, delete on file_state, defendant_state, case_origin to theoan_app;
grant usage on sequence event_position_seq, outbox_id_seq to theoan_app;
`;

/** The record: subjects, their events, receipts of commands, the outbox, and the projections of current state. */
export class Record1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [APPLICATION_ROLE, RECORD, PROJECTIONS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_origin, defendant_state, file_state, outbox, command_receipt, event, subject');
    await runner.query('revoke usage on schema public from theoan_app');
  }
}
