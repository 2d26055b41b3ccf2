-- The same answer by one statement on the facts, written by hand for these five targets and nothing else: the limit.
-- $1 date[]: the bounds of all periods, ascending, each once (first days; of an end the day after).
-- $2 int[], $3 int[]: of each period the place of its first bound and of its end bound in $1.
with booked as materialized (
  -- One pass over the facts: sums per place and elementary interval, no pivot, no join.
  select territory_id, width_bucket(day, $1::date[]) as bucket,
    sum(n) filter (where docket = 1 and flow = 1)::int as received,
    sum(n) filter (where docket = 1 and flow = 50)::int as classified,
    sum(case when flow < 20 then n else -n end) filter (where docket = 2 and flow < 30)::int as in2,
    sum(n) filter (where docket = 2 and flow >= 30)::int as out2,
    sum(n) filter (where docket = 2 and flow in (31, 32, 33))::int as won2,
    sum(case when flow < 20 then n else -n end) filter (where docket = 4 and flow < 30)::int as in4,
    sum(n) filter (where docket = 4 and flow >= 30)::int as out4,
    sum(case when flow < 20 then n else -n end) filter (where docket = 5 and flow < 30)::int as in5,
    sum(n) filter (where docket = 5 and flow >= 30)::int as out5,
    sum(case when flow < 20 then n else -n end) filter (where docket = 7 and flow < 30)::int as in7,
    sum(n) filter (where docket = 7 and flow >= 30)::int as out7,
    sum(n) filter (where docket = 7 and flow in (33, 35, 36))::int as won7,
    sum(case when flow < 20 then n else -n end) filter (where docket = 9 and flow < 30)::int as in9,
    sum(n) filter (where docket = 9 and flow >= 30)::int as out9,
    sum(n) filter (where docket = 9 and flow in (35, 37))::int as won9
  from ledger where docket in (1, 2, 4, 5, 7, 9) group by 1, 2),
rolled as (
  select c.ancestor_id as node, b.bucket, sum(received)::int as received, sum(classified)::int as classified,
    sum(in2)::int as in2, sum(out2)::int as out2, sum(won2)::int as won2, sum(in4)::int as in4, sum(out4)::int as out4,
    sum(in5)::int as in5, sum(out5)::int as out5, sum(in7)::int as in7, sum(out7)::int as out7, sum(won7)::int as won7,
    sum(in9)::int as in9, sum(out9)::int as out9, sum(won9)::int as won9
  from booked b join territory_closure c on c.descendant_id = b.territory_id group by 1, 2),
stood as (
  -- The bound of number k + 1 stands after the buckets 0 .. k.
  select n.node as place, k.k + 1 as bound, coalesce(sum(received) over w, 0)::int as received,
    coalesce(sum(classified) over w, 0)::int as classified, coalesce(sum(in2) over w, 0)::int as in2,
    coalesce(sum(out2) over w, 0)::int as out2, coalesce(sum(won2) over w, 0)::int as won2,
    coalesce(sum(in4) over w, 0)::int as in4, coalesce(sum(out4) over w, 0)::int as out4,
    coalesce(sum(in5) over w, 0)::int as in5, coalesce(sum(out5) over w, 0)::int as out5,
    coalesce(sum(in7) over w, 0)::int as in7, coalesce(sum(out7) over w, 0)::int as out7,
    coalesce(sum(won7) over w, 0)::int as won7, coalesce(sum(in9) over w, 0)::int as in9,
    coalesce(sum(out9) over w, 0)::int as out9, coalesce(sum(won9) over w, 0)::int as won9
  from (select distinct node from rolled) n
  cross join generate_series(0, cardinality($1::date[]) - 1) as k(k)
  left join rolled b on b.node = n.node and b.bucket = k.k
  window w as (partition by n.node order by k.k))
select f.place, p.ordinal::int as period, e.classified - f.classified as n1, e.received - f.received as d1,
  e.won2 - f.won2 as n2, e.in2 - f.out2 as d2, e.in5 - f.out5 as n3, e.in4 - f.out4 as d3,
  e.won7 - f.won7 as n4, e.in7 - f.out7 as d4, e.won9 - f.won9 as n5, e.in9 - f.out9 as d5
from unnest($2::int[], $3::int[]) with ordinality as p(first, last, ordinal)
join stood f on f.bound = p.first
join stood e on e.bound = p.last and e.place = f.place
