/**
 * What turns the openings before a day into what was known at the end of another: less what was recorded later, and what
 * was recorded by then and still waits to be folded. Two partial indexes find what was recorded five days late or more, or
 * before its day; the rest lies in the last five days, by the index of places.
 *
 * $1 int[] territories, $2 first day of the period, $3 its last day or, if sooner, the day as of which is asked, $4 its
 * last day, $5 the day as of which is asked, $6 smallint[] dockets. Rows as of the ledger: sums before and within.
 */
export const LATE_BOOKINGS = `
with waiting as materialized (
  select distinct r.id, r.territory_id, r.docket, r.flow, r.day, r.recorded_on, r.n
  from outbox o join ledger r on r.subject_id = o.subject_id and r.position between o.from_position and o.to_position
  where o.topic = 'file-changed'),
place as materialized (
  select distinct c.descendant_id as id from territory_closure c
  where c.ancestor_id = any($1::int[])
    and (exists (select from opening o where o.node_id = c.descendant_id)
      or c.descendant_id in (select territory_id from waiting))),
early as materialized (
  select territory_id, docket, flow, day, recorded_on, n from ledger where recorded_on < day),
booked as (
  select l.territory_id, l.docket, l.flow, l.day, -l.n as n from ledger l
  where l.recorded_on > $5 and l.day <= $3 and l.recorded_on - l.day >= 5
  union all
  select l.territory_id, l.docket, l.flow, l.day, -l.n from place
  join ledger l on l.territory_id = place.id and l.docket = any($6::smallint[]) and l.day > $5::date - 5 and l.day <= $3
  where l.recorded_on > $5 and l.recorded_on - l.day < 5
  union all
  select territory_id, docket, flow, day, n from early
  where recorded_on <= $5 and day > $3 and day <= $4
  union all
  select territory_id, docket, flow, day, n from waiting where day <= $3),
summed as materialized (
  select territory_id, docket, flow, coalesce(sum(n) filter (where day < $2), 0)::int as before,
    coalesce(sum(n) filter (where day >= $2), 0)::int as within
  from booked group by 1, 2, 3)
select c.ancestor_id as node, s.docket, s.flow, sum(s.before)::int as before, sum(s.within)::int as within
from summed s join territory_closure c on c.descendant_id = s.territory_id and c.ancestor_id = any($1::int[])
where s.docket = any($6::smallint[]) group by 1, 2, 3`;
