import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Docket entries and the ledger (facts of the measure), and the openings folded from the ledger. */
export class Measure1767225600006 implements MigrationInterface {
  readonly name = 'Measure1767225600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FOLD);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function fold_ledger(int); drop table identity_break, opening, ledger, docket_entry');
  }
}

const TABLES = `
create table docket_entry (
  subject_id uuid not null references subject,
  unit_id text not null default '',
  docket smallint not null,
  ordinal smallint not null,
  office_id int not null,
  opened_on date not null,
  opened_how smallint not null,
  closed_on date,
  closed_how smallint,
  primary key (subject_id, ordinal),
  check ((closed_on is null) = (closed_how is null))
);
create index docket_entry_open on docket_entry (office_id, docket, opened_on) where closed_on is null;
create index docket_entry_office on docket_entry (office_id, subject_id);

create table ledger (
  id bigint generated always as identity primary key,
  position bigint not null,
  subject_id uuid not null references subject,
  unit_id text not null default '',
  docket smallint not null,
  flow smallint not null,
  n smallint not null check (n in (-1, 1)),
  office_id int not null,
  territory_id int not null,
  place_id int,
  day date not null,
  recorded_on date not null
);
create index ledger_territory on ledger (territory_id, docket, day) include (flow, n, recorded_on);
create index ledger_office on ledger (office_id, docket, day) include (flow, n, recorded_on);
create index ledger_subject on ledger (subject_id, position);

create table opening (
  node_id int not null,
  docket smallint not null,
  flow smallint not null,
  month date not null check (extract(day from month) = 1),
  n int not null,
  primary key (node_id, docket, flow, month)
);

create table identity_break (
  id bigint generated always as identity primary key,
  found_at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('opening-differs', 'entry-differs', 'transfer-unbalanced', 'stock-impossible')),
  subject_id uuid,
  node_id int,
  docket smallint not null,
  flow smallint,
  day date,
  stored int,
  computed int
);
comment on table identity_break is 'what the last check found; empty is the only right answer';
`;

/**
 * Folds up to $1 outbox rows into the openings: a row of \`opening\` says how much flowed before its month, and exists only
 * where something changed. One folder at a time (advisory lock); taking the rows and folding them is one transaction.
 */
const FOLD = `
create function fold_ledger(batch int) returns table (files int, rows_folded int, from_position bigint, to_position bigint)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  delta record;
begin
  perform pg_advisory_xact_lock(73811);
  create temp table if not exists fold_batch (subject_id uuid, from_position bigint, to_position bigint) on commit drop;
  truncate fold_batch;
  with taken as (
    delete from outbox where id in (select o.id from outbox o where o.topic = 'file-changed' order by o.id limit batch)
    returning outbox.subject_id, outbox.from_position, outbox.to_position)
  insert into fold_batch select * from taken;
  select count(*), min(b.from_position), max(b.to_position) into files, from_position, to_position from fold_batch b;
  rows_folded := 0;
  for delta in
    select c.ancestor_id as node_id, l.docket, l.flow, (date_trunc('month', l.day) + interval '1 month')::date as month,
           sum(l.n)::int as n, count(*)::int as booked
    from fold_batch b
    join ledger l on l.subject_id = b.subject_id and l.position between b.from_position and b.to_position
    join territory_closure c on c.descendant_id = l.territory_id
    join territory t on t.id = c.ancestor_id and t.level in ('nation', 'province')
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
  loop
    rows_folded := rows_folded + delta.booked;
    insert into opening (node_id, docket, flow, month, n)
    values (delta.node_id, delta.docket, delta.flow, delta.month, coalesce((
      select o.n from opening o where o.node_id = delta.node_id and o.docket = delta.docket and o.flow = delta.flow
        and o.month < delta.month order by o.month desc limit 1), 0))
    on conflict do nothing;
    update opening o set n = o.n + delta.n
    where o.node_id = delta.node_id and o.docket = delta.docket and o.flow = delta.flow and o.month >= delta.month;
  end loop;
  return next;
end $$;
`;

const GRANTS = `
grant select, insert, update, delete on docket_entry to theoan_app;
grant select, insert on ledger to theoan_app;
grant select, insert, update, delete on opening to theoan_app;
grant select, insert, delete on identity_break to theoan_app;
grant execute on function fold_ledger(int) to theoan_app;
`;
