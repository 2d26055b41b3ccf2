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
 * Openings as the ledger gives them: how much flowed before each month in which something changed. What still waits in
 * the outbox is left out, in the same snapshot: it is folded later, once.
 */
const COMPUTED = `
select c.ancestor_id as node_id, l.docket, l.flow, (date_trunc('month', l.day) + interval '1 month')::date as month,
       (sum(sum(l.n)) over (partition by c.ancestor_id, l.docket, l.flow
          order by (date_trunc('month', l.day) + interval '1 month')::date))::int as n
from ledger l
join territory_closure c on c.descendant_id = l.territory_id
join territory t on t.id = c.ancestor_id and t.level in ('nation', 'province')
where not exists (select 1 from outbox o where o.topic = 'file-changed' and o.subject_id = l.subject_id
  and l.position between o.from_position and o.to_position)
group by 1, 2, 3, 4`;

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
      await tx.query('delete from opening');
      const rows = await tx.execute(`insert into opening (node_id, docket, flow, month, n) ${COMPUTED}`);
      return { files, rows };
    });
  }

  /** @returns the openings that differ from the ledger, at most `most`. Empty is the only right answer. */
  async differences(most = 100): Promise<OpeningDifference[]> {
    return this.database.query<OpeningDifference>(
      `select coalesce(o.node_id, c.node_id) as "nodeId", coalesce(o.docket, c.docket) as docket,
         coalesce(o.flow, c.flow) as flow, coalesce(o.month, c.month)::text as month, o.n as stored, c.n as computed
       from opening o full join (${COMPUTED}) c
         on c.node_id = o.node_id and c.docket = o.docket and c.flow = o.flow and c.month = o.month
       where o.n is distinct from c.n limit $1`,
      [most],
    );
  }
}

const lockFold = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(73811)');
