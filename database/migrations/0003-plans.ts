import { type MigrationInterface, type QueryRunner } from 'typeorm';

const PLAN = `
create table plan (
  id text primary key,
  version int not null check (version > 0),
  number text,
  issuer text not null,
  issued_on date,
  title text not null,
  kind text not null check (kind in ('annual', 'programme')),
  valid_from date not null,
  valid_to date not null,
  territory_code text not null,
  territory_level text not null,
  territory_on date not null,
  parent_plan_id text references plan deferrable initially deferred,
  loaded_at timestamptz not null,
  check (valid_from <= valid_to)
);
comment on column plan.version is 'the version in force, of plan_version';
comment on column plan.territory_on is 'the day on which territory_code names the territory';
create unique index plan_identity on plan (number, issuer, issued_on) where number is not null and issued_on is not null;

create table plan_version (
  plan_id text not null references plan,
  version int not null check (version > 0),
  content jsonb not null,
  content_hash text not null,
  loaded_at timestamptz not null,
  primary key (plan_id, version)
);
comment on table plan_version is 'every wording that a plan has had; never changed';
`;

const DEMANDS = `
create table plan_target (
  plan_id text not null,
  version int not null,
  indicator text not null check (indicator in ('K1', 'K2', 'K3', 'K4', 'K5')),
  variant text check (variant in ('discovered', 'concluded')),
  comparator text not null check (comparator in ('>', '>=', '=')),
  percent numeric(6, 3) not null check (percent between 0 and 100),
  wording text not null,
  section text not null,
  primary key (plan_id, version, indicator),
  foreign key (plan_id, version) references plan_version
);

create table plan_report (
  plan_id text not null,
  version int not null,
  period_key text not null,
  kind text not null check (kind in ('quarter', 'half-year', 'year')),
  period_from date not null,
  period_to date not null,
  before_on date,
  due_on date,
  primary key (plan_id, version, period_key),
  foreign key (plan_id, version) references plan_version,
  check ((before_on is null) = (due_on is null) and period_from <= period_to)
);
comment on column plan_report.due_on is 'the last day in time; null where the plan names none';
create index plan_report_due_on on plan_report (due_on);

create table plan_period (
  plan_id text not null,
  version int not null,
  period_key text not null,
  kind text not null check (kind in ('quarter', 'half-year', 'year', 'campaign', 'whole')),
  period_from date not null,
  period_to date not null,
  tentative boolean not null default false,
  primary key (plan_id, version, period_key),
  foreign key (plan_id, version) references plan_version,
  check (period_from <= period_to)
);
comment on table plan_period is 'the spans over which a plan is measured, campaigns included';
`;

const GRANTS = `
grant select, insert, update on plan to theoan_app;
grant select, insert on plan_version, plan_target, plan_report, plan_period to theoan_app;
`;

/** Plans as data: the version in force, every former version, and what each version demands, to be queried. */
export class Plans1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLAN);
    await runner.query(DEMANDS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_period, plan_report, plan_target, plan_version, plan');
  }
}
