import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums per day beside the openings, so that a cut-off inside a month costs two probes; and the version of the figures. */
export class DaySums1767225600009 implements MigrationInterface {
  readonly name = 'DaySums1767225600009';

  async up(runner: QueryRunner): Promise<void> {
    // Nobody folds meanwhile: what is filled in here and what is folded later must not overlap.
    await runner.query('select pg_advisory_xact_lock(73811)');
    await runner.query(TABLES);
    await runner.query(FILL);
    await runner.query(FOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FOLD_BEFORE);
    await runner.query('drop table opening_day, figure_version');
  }
}

const TABLES = `
create table opening_day (
  node_id int not null,
  day date not null check (extract(day from day) > 1),
  counts int[] not null,
  primary key (node_id, day)
) with (fillfactor = 80);
comment on table opening_day is
  'how much flowed in the nation or a province from the first of the month until before the day; a row only where the day before it moved something';

create table figure_version (
  single boolean primary key default true check (single),
  version bigint not null
);
comment on table figure_version is 'one row; raised in each transaction that changes openings: an answer may be kept until then';
insert into figure_version (version) values (0);

grant select, insert, update, delete on opening_day to theoan_app;
grant select, update on figure_version to theoan_app;
`;

/** What is folded already; what waits in the outbox is folded later. */
const FILL = `
insert into opening_day (node_id, day, counts)
select node_id, day, running_counts(slots, added) over (partition by node_id, date_trunc('month', day) order by day)
from (
  select m.node_id, m.day, array_agg(s.slot) as slots, array_agg(m.n) as added
  from (
    select c.ancestor_id as node_id, r.docket, r.flow, r.day + 1 as day, sum(r.n)::int as n
    from ledger r
    join territory_closure c on c.descendant_id = r.territory_id
    join territory t on t.id = c.ancestor_id and t.level in ('nation', 'province')
    where extract(day from r.day + 1) > 1
      and not exists (select 1 from outbox o where o.topic = 'file-changed' and o.subject_id = r.subject_id
        and r.position between o.from_position and o.to_position)
    group by 1, 2, 3, 4) m
  join opening_slot s on s.docket = m.docket and s.flow = m.flow
  group by 1, 2) summed;
`;

const HEAD = `
create or replace function fold_ledger(batch int)
returns table (files int, rows_folded int, from_position bigint, to_position bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off
set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$`;

const TAKE = `
  perform pg_advisory_xact_lock(73811);
  with taken as (
    delete from outbox where id in (select o.id from outbox o where o.topic = 'file-changed' order by o.id limit batch)
    returning outbox.subject_id as s, outbox.from_position as f, outbox.to_position as l)
  select count(*), min(f), max(l), array_agg(s), array_agg(f), array_agg(l)
  into files, from_position, to_position, subjects, firsts, lasts from taken;`;

const NEW_SLOTS = `
  if rows_folded = 0 then
    return next;
    return;
  end if;
  insert into opening_slot (slot, docket, flow)
  select coalesce((select max(s.slot) from opening_slot s), 0) + row_number() over (order by d.docket, d.flow), d.docket, d.flow
  from (select distinct * from unnest(dockets, flows) as d(docket, flow)) d
  where not exists (select from opening_slot s where s.docket = d.docket and s.flow = d.flow);`;

const MONTHS = `
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
  where u.node_id = a.node_id and u.month = a.month;`;

/** As the months, within one month: from the day after the change until the month ends. */
const DAYS = `
  select array_agg(d.node), array_agg(d.day), array_agg(d.slot), array_agg(d.n)
  into nodes, starts, slots, added
  from (
    select c.ancestor_id as node, p.day, s.slot, sum(p.n)::int as n
    from unnest(places, dockets, flows, days, sums) as p(place, docket, flow, day, n)
    join territory_closure c on c.descendant_id = p.place
    join opening_slot s on s.docket = p.docket and s.flow = p.flow
    where extract(day from p.day) > 1
      and (select t.level from territory t where t.id = c.ancestor_id) in ('nation', 'province')
    group by 1, 2, 3 order by 1, 2, 3) d;
  insert into opening_day (node_id, day, counts)
  select d.node, d.day, coalesce((select o.counts from opening_day o
    where o.node_id = d.node and o.day < d.day and o.day > date_trunc('month', d.day)::date
    order by o.day desc limit 1), '{}')
  from (select distinct * from unnest(nodes, starts) as d(node, day)) d
  on conflict do nothing;
  update opening_day u set counts = add_counts(u.counts, a.slots, a.added)
  from (
    select o.node_id, o.day, array_agg(d.slot) as slots, array_agg(d.n) as added
    from unnest(nodes, starts, slots, added) as d(node, day, slot, n)
    join opening_day o on o.node_id = d.node and o.day >= d.day
      and o.day < (date_trunc('month', d.day) + interval '1 month')::date
    group by 1, 2) a
  where u.node_id = a.node_id and u.day = a.day;`;

/** The function of before, which also keeps the days and raises the version. `days`: the day after each movement. */
const FOLD = `${HEAD}
declare
  subjects uuid[]; firsts bigint[]; lasts bigint[];
  places int[]; dockets smallint[]; flows smallint[]; days date[]; sums int[];
  nodes int[]; starts date[]; slots int[]; added int[];
begin${TAKE}
  select coalesce(sum(d.booked), 0), array_agg(d.territory_id), array_agg(d.docket), array_agg(d.flow),
         array_agg(d.day), array_agg(d.n)
  into rows_folded, places, dockets, flows, days, sums
  from (
    select l.territory_id, l.docket, l.flow, l.day + 1 as day, sum(l.n)::int as n, count(*)::int as booked
    from unnest(subjects, firsts, lasts) as b(subject_id, first, last)
    join ledger l on l.subject_id = b.subject_id and l.position between b.first and b.last
    group by 1, 2, 3, 4) d;${NEW_SLOTS}
  select array_agg(d.node), array_agg(d.month), array_agg(d.slot), array_agg(d.n)
  into nodes, starts, slots, added
  from (
    select c.ancestor_id as node, (date_trunc('month', p.day - 1) + interval '1 month')::date as month, s.slot,
           sum(p.n)::int as n
    from unnest(places, dockets, flows, days, sums) as p(place, docket, flow, day, n)
    join territory_closure c on c.descendant_id = p.place
    join opening_slot s on s.docket = p.docket and s.flow = p.flow
    group by 1, 2, 3 order by 1, 2, 3) d;${MONTHS}${DAYS}
  update figure_version set version = version + 1;
  return next;
end $$;
`;

/** The function of migration 0006. */
const FOLD_BEFORE = `${HEAD}
declare
  subjects uuid[]; firsts bigint[]; lasts bigint[];
  places int[]; dockets smallint[]; flows smallint[]; months date[]; sums int[];
  nodes int[]; starts date[]; slots int[]; added int[];
begin${TAKE}
  select coalesce(sum(d.booked), 0), array_agg(d.territory_id), array_agg(d.docket), array_agg(d.flow),
         array_agg(d.month), array_agg(d.n)
  into rows_folded, places, dockets, flows, months, sums
  from (
    select l.territory_id, l.docket, l.flow, (date_trunc('month', l.day) + interval '1 month')::date as month,
           sum(l.n)::int as n, count(*)::int as booked
    from unnest(subjects, firsts, lasts) as b(subject_id, first, last)
    join ledger l on l.subject_id = b.subject_id and l.position between b.first and b.last
    group by 1, 2, 3, 4) d;${NEW_SLOTS}
  select array_agg(d.node), array_agg(d.month), array_agg(d.slot), array_agg(d.n)
  into nodes, starts, slots, added
  from (
    select c.ancestor_id as node, p.month, s.slot, sum(p.n)::int as n
    from unnest(places, dockets, flows, months, sums) as p(place, docket, flow, month, n)
    join territory_closure c on c.descendant_id = p.place
    join opening_slot s on s.docket = p.docket and s.flow = p.flow
    group by 1, 2, 3 order by 1, 2, 3) d;${MONTHS}
  return next;
end $$;
`;
