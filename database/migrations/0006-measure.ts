import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Docket entries and the ledger (facts of the measure), and the openings folded from the ledger. */
export class Measure1767225600006 implements MigrationInterface {
  readonly name = 'Measure1767225600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(COUNTS);
    await runner.query(FOLD);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function fold_ledger(int); drop aggregate running_counts(int[], int[])');
    await runner.query('drop function add_counts(int[], int[], int[])');
    await runner.query('drop table identity_break, opening, opening_slot, ledger, docket_entry');
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
create index ledger_subject on ledger (subject_id, position);

create table opening_slot (
  slot int primary key,
  docket smallint not null,
  flow smallint not null,
  unique (docket, flow)
);
comment on table opening_slot is 'the place of a docket''s flow in opening.counts; never changed, added to as flows first occur';

create table opening (
  node_id int not null,
  month date not null check (extract(day from month) = 1),
  counts int[] not null,
  primary key (node_id, month)
) with (fillfactor = 80);
comment on table opening is 'how much flowed in a territory before the month; a row only where the month before it moved something';

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

/** Sums by slot: missing slots are 0. As a running sum over months it makes the openings of one territory. */
const COUNTS = `
create function add_counts(counts int[], slots int[], added int[]) returns int[]
language plpgsql immutable parallel safe as $$
begin
  for i in 1 .. coalesce(array_length(slots, 1), 0) loop
    if slots[i] > coalesce(array_length(counts, 1), 0) then
      counts := counts || array_fill(0, array[slots[i] - coalesce(array_length(counts, 1), 0)]);
    end if;
    counts[slots[i]] := counts[slots[i]] + added[i];
  end loop;
  return counts;
end $$;

create aggregate running_counts(slots int[], added int[]) (sfunc = add_counts, stype = int[], initcond = '{}');
`;

/**
 * Folds up to $1 outbox rows into the openings. One folder at a time (advisory lock); taking the rows and folding them is
 * one transaction. By sets: first the months that are new, with what the month before them says, then every month from
 * the change on. Nested loops on purpose: what is folded is little against what is there, and a general plan cannot know.
 */
const FOLD = `
create function fold_ledger(batch int) returns table (files int, rows_folded int, from_position bigint, to_position bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off
set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
declare
  subjects uuid[]; firsts bigint[]; lasts bigint[];
  places int[]; dockets smallint[]; flows smallint[]; months date[]; sums int[];
  nodes int[]; starts date[]; slots int[]; added int[];
begin
  perform pg_advisory_xact_lock(73811);
  with taken as (
    delete from outbox where id in (select o.id from outbox o where o.topic = 'file-changed' order by o.id limit batch)
    returning outbox.subject_id as s, outbox.from_position as f, outbox.to_position as l)
  select count(*), min(f), max(l), array_agg(s), array_agg(f), array_agg(l)
  into files, from_position, to_position, subjects, firsts, lasts from taken;
  select coalesce(sum(d.booked), 0), array_agg(d.territory_id), array_agg(d.docket), array_agg(d.flow),
         array_agg(d.month), array_agg(d.n)
  into rows_folded, places, dockets, flows, months, sums
  from (
    select l.territory_id, l.docket, l.flow, (date_trunc('month', l.day) + interval '1 month')::date as month,
           sum(l.n)::int as n, count(*)::int as booked
    from unnest(subjects, firsts, lasts) as b(subject_id, first, last)
    join ledger l on l.subject_id = b.subject_id and l.position between b.first and b.last
    group by 1, 2, 3, 4) d;
  if rows_folded = 0 then
    return next;
    return;
  end if;
  insert into opening_slot (slot, docket, flow)
  select coalesce((select max(s.slot) from opening_slot s), 0) + row_number() over (order by d.docket, d.flow), d.docket, d.flow
  from (select distinct * from unnest(dockets, flows) as d(docket, flow)) d
  where not exists (select from opening_slot s where s.docket = d.docket and s.flow = d.flow);
  select array_agg(d.node), array_agg(d.month), array_agg(d.slot), array_agg(d.n)
  into nodes, starts, slots, added
  from (
    select c.ancestor_id as node, p.month, s.slot, sum(p.n)::int as n
    from unnest(places, dockets, flows, months, sums) as p(place, docket, flow, month, n)
    join territory_closure c on c.descendant_id = p.place
    join opening_slot s on s.docket = p.docket and s.flow = p.flow
    group by 1, 2, 3 order by 1, 2, 3) d;
  insert into opening (node_id, month, counts)
  select d.node, d.month, coalesce((select o.counts from opening o where o.node_id = d.node and o.month < d.month
    order by o.month desc limit 1), '{}')
  from (select distinct * from unnest(nodes, starts) as d(node, month)) d
  on conflict do nothing;
  update opening u set counts = add_counts(u.counts, a.slots, a.added)
  from (
    select o.node_id, o.month, array_agg(d.slot) as slots, array_agg(d.n) as added
    from unnest(nodes, starts, slots, added) as d(node, month, slot, n)
    join opening o on o.node_id = d.node and o.month >= d.month
    group by 1, 2) a
  where u.node_id = a.node_id and u.month = a.month;
  return next;
end $$;
`;

const GRANTS = `
grant select, insert, update, delete on docket_entry to theoan_app;
grant select, insert on ledger to theoan_app;
grant select, insert, update, delete on opening to theoan_app;
grant select, insert on opening_slot to theoan_app;
grant select, insert, delete on identity_break to theoan_app;
grant execute on function fold_ledger(int), add_counts(int[], int[], int[]) to theoan_app;
`;
