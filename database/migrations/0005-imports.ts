import { type MigrationInterface, type QueryRunner } from 'typeorm';

const IMPORTS = `
create table import_run (
  id uuid primary key,
  command_id uuid not null unique,
  account_id uuid not null,
  office_id int not null,
  scope int[] not null,
  dry_run boolean not null,
  format text not null check (format in ('csv', 'xlsx')),
  request_hash bytea not null,
  status text not null default 'waiting'
    check (status in ('waiting', 'running', 'applied', 'dry-run', 'refused', 'unreadable')),
  failure jsonb,
  headers text[] not null default '{}',
  rows int not null default 0,
  recorded int not null default 0,
  held_back int not null default 0,
  already_there int not null default 0,
  refused int not null default 0,
  files int not null default 0,
  events int not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz
);
comment on column import_run.scope is 'offices for which the importing account might speak when it asked';
comment on column import_run.held_back is 'sound rows that were not recorded: dry run, or another row is faulty';
create index import_run_office on import_run (office_id, created_at);

create table import_fault (
  run_id uuid not null references import_run on delete cascade,
  line int not null,
  cells text[] not null,
  faults jsonb not null,
  primary key (run_id, line)
);
comment on column import_fault.cells is 'the row as it stood in the file, in the order of import_run.headers';

create table import_file (
  run_id uuid primary key references import_run on delete cascade,
  content bytea not null
);
comment on table import_file is 'the bytes of a file, only as long as its import waits or runs';
`;

const GRANTS = `
grant select, insert, update, delete on import_run to theoan_app;
grant select, insert, delete on import_fault, import_file to theoan_app;
`;

/** Imports: what was asked, how far it has come, what it refused, and the file until it is worked off. */
export class Imports1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [IMPORTS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_file, import_fault, import_run');
  }
}
