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
import type { Territory } from '#libs/domain/jurisdiction';
import { Database, type RowScope, UnitOfWork } from '#libs/platform/database';
import { LATE_BOOKINGS } from './late-bookings.js';
import { MEASURE } from './measure-scope.js';

/** A territory, as the figures know it. */
export type TallyNode = Pick<Territory, 'id' | 'level'>;

/** Which figures are asked for. `asOf`: only what was recorded up to the end of that day. */
export interface TallyQuery {
  readonly nodes: readonly TallyNode[];
  readonly period: Period;
  readonly asOf?: Day;
  readonly dockets?: readonly Docket[];
}

/** Sums per territory. A territory in which nothing ever happened is left out. */
export type TalliesByNode = ReadonlyMap<number, Tallies>;

interface TallyRow {
  node: number;
  docket: number;
  flow: number;
  before: number;
  within: number;
}

interface OpeningRow {
  node: number;
  /** Counts by slot, joined by commas; empty where nothing happened before. */
  at_from: string;
  at_end: string;
}

interface Slot {
  slot: number;
  docket: number;
  flow: number;
}

/** For whoever does not trust the openings. */
const FROM_LEDGER = `
select c.ancestor_id as node, l.docket, l.flow,
       coalesce(sum(l.n) filter (where l.day < $2), 0)::int as before,
       coalesce(sum(l.n) filter (where l.day >= $2), 0)::int as within
from ledger l join territory_closure c on c.descendant_id = l.territory_id
where c.ancestor_id = any($1::int[]) and l.day <= $3 and l.docket = any($4::smallint[])
  and ($5::date is null or l.recorded_on <= $5)
group by 1, 2, 3`;

/** Two rows of openings per territory, whatever the age of its figures; none where nothing happened before the end. */
const OPENINGS = `
select n.node, coalesce(array_to_string(f.counts, ','), '') as at_from, array_to_string(t.counts, ',') as at_end
from unnest($1::int[]) as n(node)
join lateral (select o.counts from opening o where o.node_id = n.node and o.month <= $3
  order by o.month desc limit 1) t on true
left join lateral (select o.counts from opening o where o.node_id = n.node and o.month <= $2
  order by o.month desc limit 1) f on true`;

/** Of the nation and provinces, what flowed between the first of a month and a bound inside it. */
const WITH_DAYS = `${OPENINGS}
union all
select n.node, coalesce(array_to_string(f.counts, ','), ''), coalesce(array_to_string(t.counts, ','), '')
from unnest($4::int[]) as n(node)
left join lateral (select o.counts from opening_day o where o.node_id = n.node and o.day > $2 and o.day <= $5
  order by o.day desc limit 1) f on true
left join lateral (select o.counts from opening_day o where o.node_id = n.node and o.day > $3 and o.day <= $6
  order by o.day desc limit 1) t on true`;

/**
 * The same of districts and communes, from the ledger by two ranges of the index: never more than two months of it. Most
 * bounds are the first of a month and need none.
 */
const EDGES = `
with place as materialized (
  select distinct c.descendant_id as id from territory_closure c
  where c.ancestor_id = any($1::int[]) and exists (select from opening o where o.node_id = c.descendant_id)),
edge as (
  select l.territory_id, l.docket, l.flow, sum(l.n)::int as before, -sum(l.n)::int as within
  from place join ledger l on l.territory_id = place.id and l.docket = any($6::smallint[]) and l.day >= $2 and l.day < $3
  group by 1, 2, 3
  union all
  select l.territory_id, l.docket, l.flow, 0, sum(l.n)::int
  from place join ledger l on l.territory_id = place.id and l.docket = any($6::smallint[]) and l.day >= $4 and l.day < $5
  group by 1, 2, 3)
select c.ancestor_id as node, e.docket, e.flow, sum(e.before)::int as before, sum(e.within)::int as within
from edge e join territory_closure c on c.descendant_id = e.territory_id and c.ancestor_id = any($1::int[])
group by 1, 2, 3`;

/** On a connection of the pool each, or all in one transaction. */
interface Reader {
  query<T>(sql: string, parameters?: readonly unknown[], scope?: RowScope): Promise<T[]>;
}

/** Reads stock and flow from the openings, or from the ledger itself. */
@Injectable()
export class TallyRepository {
  /** By slot; slots are added and never changed. */
  private slots: readonly Slot[] = [];

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Figures as of now, in little more time for ten years than for one. */
  async fromOpenings(query: TallyQuery): Promise<TalliesByNode> {
    return gather(await this.rows(this.database, query));
  }

  /**
   * Figures as of a day: the openings, less what was recorded later. The same sums as `fromLedger` gives; of the days
   * after that day nothing was known but what was recorded ahead.
   */
  async asOf(query: TallyQuery & { readonly asOf: Day }): Promise<TalliesByNode> {
    const { asOf, nodes, period } = query;
    const after = addDays(asOf, 1);
    const known = { from: earlier(period.from, after), to: earlier(period.to, asOf) };
    const late = [arrayOf(nodes), period.from, known.to, period.to, asOf, docketIds(query)];
    return this.unitOfWork.run(async (tx) => {
      // A step must not be counted in the openings and missed among what was recorded later.
      await tx.query('set transaction isolation level repeatable read read only');
      const rows = await this.rows(tx, { ...query, period: known });
      return gather([...rows, ...(await tx.query<TallyRow>(LATE_BOOKINGS, late))]);
    }, MEASURE);
  }

  private async rows(reader: Reader, query: TallyQuery): Promise<TallyRow[]> {
    const bounds = boundsOf(query.period);
    const dockets = docketIds(query);
    const below = query.nodes.filter((node) => !keepsDays(node));
    const [openings, rows] = await Promise.all([
      this.openings(reader, query.nodes, bounds),
      bounds.inside && below.length > 0 ? this.edges(reader, below, bounds, dockets) : [],
    ]);
    const longest = openings.reduce((most, { from, end }) => Math.max(most, from.length, end.length), 0);
    return [...tallied(openings, await this.slotsOf(longest), dockets), ...rows];
  }

  private async openings(reader: Reader, nodes: readonly TallyNode[], bounds: Bounds): Promise<OpeningCounts[]> {
    const { from, end, fromMonth, endMonth } = bounds;
    const parameters = [arrayOf(nodes), fromMonth, endMonth];
    const days = bounds.inside ? nodes.filter(keepsDays) : [];
    // One statement, one moment: a step must not be counted in the months and missed in the days.
    const rows = await (days.length > 0
      ? reader.query<OpeningRow>(WITH_DAYS, [...parameters, arrayOf(days), from, end])
      : reader.query<OpeningRow>(OPENINGS, parameters));
    return rows.map(({ node, at_from, at_end }) => ({ node, from: numbers(at_from), end: numbers(at_end) }));
  }

  private async edges(
    reader: Reader,
    nodes: readonly TallyNode[],
    bounds: Bounds,
    dockets: readonly number[],
  ): Promise<TallyRow[]> {
    const { from, end, fromMonth, endMonth } = bounds;
    return reader.query<TallyRow>(EDGES, [arrayOf(nodes), fromMonth, from, endMonth, end, dockets], MEASURE);
  }

  /** Any territory, now or as of a day: sums the facts themselves. */
  async fromLedger(query: TallyQuery): Promise<TalliesByNode> {
    const { from, to } = query.period;
    const parameters = [arrayOf(query.nodes), from, to, docketIds(query), query.asOf ?? null];
    return gather(await this.database.query<TallyRow>(FROM_LEDGER, parameters, MEASURE));
  }

  /** @param count slots that must be known. */
  private async slotsOf(count: number): Promise<readonly Slot[]> {
    if (this.slots.length < count) {
      this.slots = await this.database.query<Slot>('select slot, docket, flow from opening_slot order by slot');
    }
    return this.slots;
  }
}

/** The first days of a period and after it, and of the months in which these are. */
interface Bounds {
  readonly from: Day;
  readonly end: Day;
  readonly fromMonth: Day;
  readonly endMonth: Day;
  /** Whether one of the two lies inside its month. */
  readonly inside: boolean;
}

const boundsOf = ({ from, to }: Period): Bounds => {
  const end = addDays(to, 1);
  const [fromMonth, endMonth] = [startOfMonth(from), startOfMonth(end)];
  return { from, end, fromMonth, endMonth, inside: from !== fromMonth || end !== endMonth };
};

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

const keepsDays = ({ level }: TallyNode): boolean => level === 'nation' || level === 'province';

/** As the server writes arrays: the driver would quote thousands of ids one by one. */
const arrayOf = (nodes: readonly TallyNode[]): string => `{${nodes.map(({ id }) => id).join(',')}}`;

const numbers = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));

interface OpeningCounts {
  readonly node: number;
  readonly from: readonly number[];
  readonly end: readonly number[];
}

function* tallied(
  openings: readonly OpeningCounts[],
  slots: readonly Slot[],
  dockets: readonly number[],
): Generator<TallyRow> {
  const wanted = slots.filter(({ docket }) => dockets.includes(docket));
  for (const { node, from, end } of openings) {
    for (const { slot, docket, flow } of wanted) {
      const before = from[slot - 1] ?? 0;
      const within = (end[slot - 1] ?? 0) - before;
      if (before !== 0 || within !== 0) yield { node, docket, flow, before, within };
    }
  }
}

const docketIds = (query: TallyQuery): number[] => (query.dockets ?? DOCKET_NAMES).map((docket) => DOCKETS[docket].id);

interface Sum {
  before: number;
  within: number;
}
type Sums = Partial<Record<Docket, Partial<Record<Flow, Sum>>>>;

/** Adds the rows up by territory, docket and flow; what comes to nothing is left out, whichever way it was read. */
const gather = (rows: Iterable<TallyRow>): TalliesByNode => {
  const byNode = new Map<number, Sums>();
  const emptied: (() => void)[] = [];
  for (const { node, docket, flow, before, within } of rows) {
    const sums = byNode.get(node) ?? {};
    byNode.set(node, sums);
    const tally = (sums[docketOfId(docket)] ??= {});
    const sum = (tally[flowOfId(flow)] ??= { before: 0, within: 0 });
    sum.before += before;
    sum.within += within;
    if (sum.before === 0 && sum.within === 0) emptied.push(() => prune(sums, docketOfId(docket), flowOfId(flow)));
  }
  for (const remove of emptied) remove();
  for (const [node, sums] of byNode) if (Object.keys(sums).length === 0) byNode.delete(node);
  return byNode;
};

const prune = (sums: Sums, docket: Docket, flow: Flow): void => {
  const { [flow]: sum, ...others } = sums[docket] ?? {};
  if (!sum || sum.before !== 0 || sum.within !== 0) return;
  if (Object.keys(others).length > 0) sums[docket] = others;
  else Reflect.deleteProperty(sums, docket);
};
