import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = `
create table job_worker (
  id uuid primary key,
  started_at timestamptz not null default clock_timestamp(),
  beat_at timestamptz not null default clock_timestamp()
);
comment on table job_worker is 'worker processes at work; whoever stops beating is dead';

create table job_run (
  id bigint generated always as identity primary key,
  queue text not null,
  name text not null,
  job_id text not null,
  attempt int not null,
  worker_id uuid not null,
  from_position bigint,
  to_position bigint,
  counted bigint not null default 0,
  written bigint not null default 0,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  outcome text not null default 'running' check (outcome in ('running', 'done', 'failed')),
  error_code text,
  detail jsonb,
  check ((outcome = 'running') = (finished_at is null)),
  check ((outcome = 'failed') = (error_code is not null))
);
comment on table job_run is 'one row per run of a background job, also of a failed one; no personal data';
create index job_run_name on job_run (name, id);
create index job_run_running on job_run (queue, job_id) where outcome = 'running';
`;

const GRANTS = `
grant select, insert, update, delete on job_run, job_worker to theoan_app;
grant usage on sequence job_run_id_seq to theoan_app;
`;

/** What the background jobs did: one row per run, and the worker processes that are alive. */
export class Jobs1767225600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_run, job_worker');
  }
}
