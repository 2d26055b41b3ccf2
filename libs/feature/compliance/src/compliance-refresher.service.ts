import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#libs/platform/database';

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
 * What each place moved on each day. What still waits in the outbox is left out, in the same snapshot: it is folded
 * later, once.
 */
const MOVES = `
select r.territory_id, r.docket, r.flow, r.day, sum(r.n)::int as n
from ledger r
where not exists (select 1 from outbox o where o.topic = 'file-changed' and o.subject_id = r.subject_id
  and r.position between o.from_position and o.to_position)
group by 1, 2, 3, 4`;

/** Openings of every territory: how much flowed before each month in which something changed. @param moves of MOVES. */
const openingsFrom = (moves: string): string => `
select node_id, month, running_counts(slots, added) over (partition by node_id order by month) as counts
from (
  select m.node_id, m.month, array_agg(s.slot) as slots, array_agg(m.n) as added
  from (
    select c.ancestor_id as node_id, l.docket, l.flow, l.month, sum(l.n)::int as n
    from (
      select territory_id, docket, flow, (date_trunc('month', day) + interval '1 month')::date as month, sum(n)::int as n
      from ${moves} group by 1, 2, 3, 4) l
    join territory_closure c on c.descendant_id = l.territory_id
    group by 1, 2, 3, 4) m
  join opening_slot s on s.docket = m.docket and s.flow = m.flow
  group by 1, 2) summed`;

/**
 * Of the nation and each province, how much flowed since the first of the month before each day after something changed.
 * What moved on the last day of a month stands in the next opening. @param moves of MOVES.
 */
const daysFrom = (moves: string): string => `
select node_id, day, running_counts(slots, added) over (partition by node_id, month order by day) as counts
from (
  select m.node_id, m.month, m.day, array_agg(s.slot) as slots, array_agg(m.n) as added
  from (
    select c.ancestor_id as node_id, l.docket, l.flow, date_trunc('month', l.day)::date as month, l.day + 1 as day,
      sum(l.n)::int as n
    from ${moves} l
    join territory_closure c on c.descendant_id = l.territory_id
    join territory t on t.id = c.ancestor_id and t.level in ('nation', 'province')
    group by 1, 2, 3, 4, 5) m
  join opening_slot s on s.docket = m.docket and s.flow = m.flow
  where m.day < m.month + interval '1 month'
  group by 1, 2, 3) summed`;

/** A slot for each flow that is new; flows of one docket side by side. */
const SLOTS = `
insert into opening_slot (slot, docket, flow)
select coalesce((select max(slot) from opening_slot), 0) + row_number() over (order by docket, flow), docket, flow
from (select distinct docket, flow from recomputed_move) l
where not exists (select from opening_slot s where s.docket = l.docket and s.flow = l.flow)`;

/** Cell by cell, of the rows that differ at all. @param computed the same rows from the ledger. */
const differencesOf = (table: string, column: string, computed: string): string => `
select coalesce(o.node_id, c.node_id) as "nodeId", s.docket, s.flow, coalesce(o.${column}, c.${column})::text as day,
  o.counts[s.slot] as stored, c.counts[s.slot] as computed
from ${table} o
full join (${computed}) c on c.node_id = o.node_id and c.${column} = o.${column}
join opening_slot s on coalesce(o.counts[s.slot], 0) <> coalesce(c.counts[s.slot], 0)
where o.counts is distinct from c.counts`;

/** Ten years of the nation are 25 million bookings: minutes, where a page of the API has half one. */
export const LONG = `set local statement_timeout = '60min'`;

const DIFFERENCES = `
with move as materialized (${MOVES})
select * from (
  ${differencesOf('opening', 'month', openingsFrom('move'))}
  union all
  ${differencesOf('opening_day', 'day', daysFrom('move'))}) differing limit $1`;

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
      const folded = await this.unitOfWork.run((tx) => tx.query<FoldRow>('select * from fold_ledger($1)', [batch]));
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
      await tx.query(LONG);
      const files = await tx.execute(`delete from outbox where topic = 'file-changed'`);
      // Of these only this form of statement is worked by several processes of the server.
      await tx.execute(`create temp table recomputed_move on commit drop as ${MOVES}`);
      await tx.execute('analyze recomputed_move');
      await tx.execute(SLOTS);
      await tx.execute('delete from opening');
      await tx.execute('delete from opening_day');
      const rows = await tx.execute(`insert into opening (node_id, month, counts) ${openingsFrom('recomputed_move')}`);
      await tx.execute(`insert into opening_day (node_id, day, counts) ${daysFrom('recomputed_move')}`);
      await tx.execute('update figure_version set version = version + 1');
      return { files, rows };
    });
  }

  /** @returns the openings and sums per day that differ from the ledger, at most `most`. Empty is the only right answer. */
  async differences(most = 100): Promise<OpeningDifference[]> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query(LONG);
      return tx.query<OpeningDifference>(DIFFERENCES, [most]);
    });
  }
}

const lockFold = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(73811)');
