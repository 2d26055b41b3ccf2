import { Injectable } from '@nestjs/common';
import { type Day, type Period, addDays, startOfMonth } from '#libs/domain/kernel';
import {
  type Flow,
  type Docket,
  DOCKETS,
  DOCKET_NAMES,
  type Tallies,
  docketOfId,
  flowOfId,
} from '#libs/domain/performance';
import { Database } from '#libs/platform/database';

/** Which figures are asked for. `asOf`: only what was recorded up to the end of that day. */
export interface TallyQuery {
  readonly nodes: readonly number[];
  readonly period: Period;
  readonly asOf?: Day;
  readonly dockets?: readonly Docket[];
}

/** Sums per territory. A territory in which nothing ever happened has empty tallies. */
export type TalliesByNode = ReadonlyMap<number, Tallies>;

interface TallyRow {
  node: number;
  docket: number;
  flow: number;
  before: number;
  within: number;
}

/** Provinces and the nation are folded; smaller places are summed from the ledger itself. */
const FROM_LEDGER = `
select c.ancestor_id as node, l.docket, l.flow,
       coalesce(sum(l.n) filter (where l.day < $2), 0)::int as before,
       coalesce(sum(l.n) filter (where l.day >= $2), 0)::int as within
from ledger l join territory_closure c on c.descendant_id = l.territory_id
where c.ancestor_id = any($1::int[]) and l.day <= $3 and l.docket = any($4::smallint[])
  and ($5::date is null or l.recorded_on <= $5)
group by 1, 2, 3`;

/**
 * Two prefix sums per flow. A bound inside a month adds the days of that month from the ledger; most bounds are the first
 * of a month and need none.
 */
const FROM_OPENINGS = `
with wanted as (
  select n.node, p.docket, p.flow
  from unnest($1::int[]) as n(node) cross join (select distinct docket, flow from opening where docket = any($4::smallint[])) p),
edge as (
  select c.ancestor_id as node, l.docket, l.flow,
         coalesce(sum(l.n) filter (where l.day >= $5 and l.day < $2), 0)::int as at_from,
         coalesce(sum(l.n) filter (where l.day >= $6 and l.day <= $3), 0)::int as at_end
  from ledger l join territory_closure c on c.descendant_id = l.territory_id
  where $7 and c.ancestor_id = any($1::int[]) and l.docket = any($4::smallint[])
    and ((l.day >= $5 and l.day < $2) or (l.day >= $6 and l.day <= $3))
  group by 1, 2, 3)
select w.node, w.docket, w.flow,
       coalesce(f.n, 0) + coalesce(e.at_from, 0) as before,
       coalesce(t.n, 0) + coalesce(e.at_end, 0) - coalesce(f.n, 0) - coalesce(e.at_from, 0) as within
from wanted w
left join lateral (select o.n from opening o where o.node_id = w.node and o.docket = w.docket and o.flow = w.flow
  and o.month <= $5 order by o.month desc limit 1) f on true
left join lateral (select o.n from opening o where o.node_id = w.node and o.docket = w.docket and o.flow = w.flow
  and o.month <= $6 order by o.month desc limit 1) t on true
left join edge e on e.node = w.node and e.docket = w.docket and e.flow = w.flow`;

/** Reads stock and flow: from the openings where they are kept, otherwise from the ledger. */
@Injectable()
export class TallyRepository {
  constructor(private readonly database: Database) {}

  /** @param query nodes that are all provinces or the nation. Figures as of now only. */
  async fromOpenings(query: TallyQuery): Promise<TalliesByNode> {
    const { from, to } = query.period;
    const end = addDays(to, 1);
    const [fromMonth, endMonth] = [startOfMonth(from), startOfMonth(end)];
    const inside = from !== fromMonth || end !== endMonth;
    const rows = await this.database.query<TallyRow>(FROM_OPENINGS, [
      query.nodes,
      from,
      to,
      docketIds(query),
      fromMonth,
      endMonth,
      inside,
    ]);
    return gather(query.nodes, rows);
  }

  /** Any territory, now or as of a day: sums the facts themselves. */
  async fromLedger(query: TallyQuery): Promise<TalliesByNode> {
    const { from, to } = query.period;
    const parameters = [query.nodes, from, to, docketIds(query), query.asOf ?? null];
    return gather(query.nodes, await this.database.query<TallyRow>(FROM_LEDGER, parameters));
  }
}

const docketIds = (query: TallyQuery): number[] => (query.dockets ?? DOCKET_NAMES).map((docket) => DOCKETS[docket].id);

const gather = (nodes: readonly number[], rows: readonly TallyRow[]): TalliesByNode => {
  type Sums = Partial<Record<Docket, Partial<Record<Flow, { before: number; within: number }>>>>;
  const byNode = new Map<number, Sums>(nodes.map((node) => [node, {}]));
  for (const { node, docket, flow, before, within } of rows) {
    const sums = byNode.get(node);
    if (sums) (sums[docketOfId(docket)] ??= {})[flowOfId(flow)] = { before, within };
  }
  return byNode;
};
