import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { MEASURE } from './measure-scope.js';
import { allowLongStatements } from './long-statements.js';

/** What a refresh or a recompute did. */
export interface RefreshCounts {
  readonly files: number;
  readonly rows: number;
  readonly fromPosition?: number;
  readonly toPosition?: number;
}

/** A cell of the openings or of the sums per day that is not what the ledger says. */
export interface OpeningDifference {
  readonly nodeId: number;
  readonly docket: number;
  readonly flow: number;
  /** The day before which it counts; of an opening the first of a month. */
  readonly day: string;
  readonly stored: number | null;
  readonly computed: number | null;
}

interface FoldRow {
  files: number;
  rows_folded: number;
  from_position: number | null;
  to_position: number | null;
}

/**
 * The places whose lowest nation or province each is: a province merged into another hangs below it, and a place is
 * summed once, in the lower one.
 */
const HOMES = `
create temp table recomputed_home on commit drop as
select home_id, array_agg(place_id) as places
from (
  select distinct on (c.descendant_id) c.descendant_id as place_id, c.ancestor_id as home_id
  from territory_closure c
  join territory t on t.id = c.ancestor_id and t.level in ('nation', 'province')
  order by c.descendant_id, (select count(*) from territory_closure u where u.descendant_id = c.ancestor_id) desc) home
group by 1`;

/**
 * How much flowed per slot: in each place in each month (`day` is null), and in each nation or province (without those
 * below it) on each day. @param from bookings. @param booked what one booking counts.
 */
const movesOf = (from: string, booked: string): string => `
select coalesce(m.territory_id, m.home_id) as place_id, coalesce(m.month, date_trunc('month', m.day::timestamp)::date) as month,
  m.day, array_agg(s.slot) as slots, array_agg(m.n) as added, sum(m.booked)::int as booked
from (
  select b.home_id, b.territory_id, b.month, b.day, b.docket, b.flow, sum(b.n * ${booked})::int as n,
    (count(*) * ${booked})::int as booked
  from (${from}) b
  group by b.home_id, b.docket, b.flow, grouping sets ((b.territory_id, b.month), (b.day))) m
join opening_slot s on s.docket = m.docket and s.flow = m.flow
group by 1, 2, 3`;

const BOOKED = `
select h.home_id, l.territory_id, date_trunc('month', l.day::timestamp)::date as month, l.day, l.docket, l.flow, l.n
from ledger l where l.territory_id = any(h.places)`;

/** What still waits in the outbox. */
const WAITING = `
select h.home_id, l.territory_id, date_trunc('month', l.day::timestamp)::date as month, l.day, l.docket, l.flow, l.n
from (
  select distinct r.id, r.territory_id, r.day, r.docket, r.flow, r.n
  from outbox o join ledger r on r.subject_id = o.subject_id and r.position between o.from_position and o.to_position
  where o.topic = 'file-changed') l
join (select home_id, unnest(places) as place_id from recomputed_home) h on h.place_id = l.territory_id`;

/**
 * What was moved, less what still waits in the outbox, in the same snapshot: that is folded later, once. One home after
 * the other in the order of the index, so that what is added up stays in the processor's cache: a third of the time.
 */
const MOVES = `
create temp table recomputed_move on commit drop as
select m.* from recomputed_home h cross join lateral (${movesOf(BOOKED, '1')}) m
union all (${movesOf(WAITING, '-1')})`;

/** Where all that was moved still waits, nothing was moved yet. */
const UNMOVED = `
delete from recomputed_move
where (place_id, month, coalesce(day, 'infinity')) in (
  select place_id, month, coalesce(day, 'infinity') from recomputed_move group by 1, 2, 3 having sum(booked) = 0)`;

/** Openings of every territory: how much flowed before each month in which something changed. */
const OPENINGS = `
select distinct on (node_id, month) node_id, (month + interval '1 month')::date as month, counts
from (
  select c.ancestor_id as node_id, m.month,
    running_counts(m.slots, m.added) over (partition by c.ancestor_id order by m.month) as counts
  from recomputed_move m join territory_closure c on c.descendant_id = m.place_id
  where m.day is null) summed
order by node_id, month`;

/**
 * Of the nation and each province, how much flowed since the first of the month before each day after something changed.
 * What moved on the last day of a month stands in the next opening.
 */
const DAYS = `
select distinct on (node_id, day) node_id, day + 1 as day, counts
from (
  select c.ancestor_id as node_id, m.day,
    running_counts(m.slots, m.added) over (partition by c.ancestor_id, m.month order by m.day) as counts
  from recomputed_move m join territory_closure c on c.descendant_id = m.place_id
  where m.day + 1 < m.month + interval '1 month') summed
order by node_id, day`;

/** A slot for each flow that is new; flows of one docket side by side. */
const SLOTS = `
insert into opening_slot (slot, docket, flow)
select coalesce((select max(slot) from opening_slot), 0) + row_number() over (order by docket, flow), docket, flow
from (select distinct docket, flow from ledger) l
where not exists (select from opening_slot s where s.docket = l.docket and s.flow = l.flow)`;

/** Cell by cell, of the rows that differ at all. @param computed the same rows from the ledger. */
const differencesOf = (table: string, column: string, computed: string): string => `
select coalesce(o.node_id, c.node_id) as "nodeId", s.docket, s.flow, coalesce(o.${column}, c.${column})::text as day,
  o.counts[s.slot] as stored, c.counts[s.slot] as computed
from ${table} o
full join (${computed}) c on c.node_id = o.node_id and c.${column} = o.${column}
join opening_slot s on coalesce(o.counts[s.slot], 0) <> coalesce(c.counts[s.slot], 0)
where o.counts is distinct from c.counts`;

const DIFFERENCES = `
select * from (
  ${differencesOf('opening', 'month', OPENINGS)}
  union all
  ${differencesOf('opening_day', 'day', DAYS)}) differing limit $1`;

/** Adds up all that was moved, in one statement. */
const addUp = async (tx: Tx): Promise<void> => {
  await tx.execute(HOMES);
  // Not one scan of the ledger for every home, whatever the planner believes of a ledger that it has not looked at yet;
  // nor sorting what is added up: the sums of one home are few.
  await tx.query('set local enable_seqscan = off');
  await tx.query('set local enable_sort = off');
  await tx.execute(MOVES);
  await tx.query('set local enable_seqscan = on');
  await tx.query('set local enable_sort = on');
  await tx.execute(UNMOVED);
  await tx.execute('analyze recomputed_move');
};

/** Keeps the openings equal to the ledger: step by step, in full, and checked. */
@Injectable()
export class ComplianceRefresher {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Folds what was recorded since the last time; only the cells that it touches change.
   * @param batch outbox rows in one transaction.
   */
  async refresh(batch = 2000): Promise<RefreshCounts> {
    let [files, rows] = [0, 0];
    let span: { fromPosition?: number; toPosition?: number } = {};
    for (;;) {
      const folded = await this.unitOfWork.run(
        (tx) => tx.query<FoldRow>('select * from fold_ledger($1)', [batch]),
        MEASURE,
      );
      const row = folded[0];
      if (!row || row.files === 0) return { files, rows, ...span };
      files += row.files;
      rows += row.rows_folded;
      span = {
        fromPosition: span.fromPosition ?? row.from_position ?? undefined,
        toPosition: row.to_position ?? undefined,
      };
    }
  }

  /**
   * Computes every opening and every sum per day anew from the ledger. What waits in the outbox is taken first, so it is
   * counted here and not folded again; what arrives in between stays in the outbox and is left out here.
   */
  async recompute(): Promise<RefreshCounts> {
    return this.unitOfWork.run(async (tx) => {
      await lockFold(tx);
      await allowLongStatements(tx);
      const files = await tx.execute(`delete from outbox where topic = 'file-changed'`);
      await tx.execute(SLOTS);
      await addUp(tx);
      await tx.execute('delete from opening');
      await tx.execute('delete from opening_day');
      const rows = await tx.execute(`insert into opening (node_id, month, counts) ${OPENINGS}`);
      await tx.execute(`insert into opening_day (node_id, day, counts) ${DAYS}`);
      await tx.execute('update figure_version set version = version + 1');
      return { files, rows };
    }, MEASURE);
  }

  /** @returns the openings and sums per day that differ from the ledger, at most `most`. Empty is the only right answer. */
  async differences(most = 100): Promise<OpeningDifference[]> {
    return this.unitOfWork.run(async (tx) => {
      // What is stored and what is booked must be of one moment; folding goes on meanwhile.
      await tx.query('set transaction isolation level repeatable read');
      await allowLongStatements(tx);
      await addUp(tx);
      return tx.query<OpeningDifference>(DIFFERENCES, [most]);
    }, MEASURE);
  }
}

const lockFold = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(73811)');
