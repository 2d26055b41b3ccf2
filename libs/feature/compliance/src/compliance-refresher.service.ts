import { Injectable } from '@nestjs/common';
import { Database, type Tx, UnitOfWork } from '#libs/platform/database';

/** What a refresh or a recompute did. */
export interface RefreshCounts {
  readonly files: number;
  readonly rows: number;
  readonly fromPosition?: number;
  readonly toPosition?: number;
}

/** A cell of the openings that is not what the ledger says. */
export interface OpeningDifference {
  readonly nodeId: number;
  readonly docket: number;
  readonly flow: number;
  readonly month: string;
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
 * What each place moved in each month. What still waits in the outbox is left out, in the same snapshot: it is folded
 * later, once.
 */
const MONTHLY = `
select r.territory_id, r.docket, r.flow, (date_trunc('month', r.day) + interval '1 month')::date as month, sum(r.n)::int as n
from ledger r
where not exists (select 1 from outbox o where o.topic = 'file-changed' and o.subject_id = r.subject_id
  and r.position between o.from_position and o.to_position)
group by 1, 2, 3, 4`;

/** Openings of every territory: how much flowed before each month in which something changed. @param monthly MONTHLY. */
const openingsFrom = (monthly: string): string => `
select node_id, month, running_counts(slots, added) over (partition by node_id order by month) as counts
from (
  select m.node_id, m.month, array_agg(s.slot) as slots, array_agg(m.n) as added
  from (
    select c.ancestor_id as node_id, l.docket, l.flow, l.month, sum(l.n)::int as n
    from ${monthly} l join territory_closure c on c.descendant_id = l.territory_id
    group by 1, 2, 3, 4) m
  join opening_slot s on s.docket = m.docket and s.flow = m.flow
  group by 1, 2) summed`;

/** A slot for each flow that is new; flows of one docket side by side. */
const SLOTS = `
insert into opening_slot (slot, docket, flow)
select coalesce((select max(slot) from opening_slot), 0) + row_number() over (order by docket, flow), docket, flow
from (select distinct docket, flow from recomputed_month) l
where not exists (select from opening_slot s where s.docket = l.docket and s.flow = l.flow)`;

/** Cell by cell, of the months that differ at all. */
const DIFFERENCES = `
select coalesce(o.node_id, c.node_id) as "nodeId", s.docket, s.flow, coalesce(o.month, c.month)::text as month,
  o.counts[s.slot] as stored, c.counts[s.slot] as computed
from opening o
full join (${openingsFrom(`(${MONTHLY})`)}) c on c.node_id = o.node_id and c.month = o.month
join opening_slot s on coalesce(o.counts[s.slot], 0) <> coalesce(c.counts[s.slot], 0)
where o.counts is distinct from c.counts limit $1`;

/** Keeps the openings equal to the ledger: step by step, in full, and checked. */
@Injectable()
export class ComplianceRefresher {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

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
   * Computes every opening anew from the ledger. What waits in the outbox is taken first, so it is counted here and not
   * folded again; what arrives in between stays in the outbox and is left out here.
   */
  async recompute(): Promise<RefreshCounts> {
    return this.unitOfWork.run(async (tx) => {
      await lockFold(tx);
      await tx.query(`set local statement_timeout = '15min'`);
      const files = await tx.execute(`delete from outbox where topic = 'file-changed'`);
      // Of these only this form of statement is worked by several processes of the server.
      await tx.execute(`create temp table recomputed_month on commit drop as ${MONTHLY}`);
      await tx.execute(SLOTS);
      await tx.execute('delete from opening');
      const insert = `insert into opening (node_id, month, counts) ${openingsFrom('recomputed_month')}`;
      const rows = await tx.execute(insert);
      return { files, rows };
    });
  }

  /** @returns the openings that differ from the ledger, at most `most`. Empty is the only right answer. */
  async differences(most = 100): Promise<OpeningDifference[]> {
    return this.database.query<OpeningDifference>(DIFFERENCES, [most]);
  }
}

const lockFold = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(73811)');
