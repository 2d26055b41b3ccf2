import { Injectable } from '@nestjs/common';
import { DOCKETS, FLOWS, flowsOf } from '#libs/domain/performance';
import { UnitOfWork } from '#libs/platform/database';
import { ComplianceRefresher } from './compliance-refresher.service.js';
import { allowLongStatements } from './long-statements.js';
import { MEASURE } from './measure-scope.js';

/** A broken identity: what kind, which file or place, what is stored and what the facts say. */
export interface IdentityBreak {
  readonly kind: 'opening-differs' | 'entry-differs' | 'transfer-unbalanced' | 'stock-impossible';
  readonly subjectId: string | null;
  readonly nodeId: number | null;
  readonly docket: number;
  readonly flow: number | null;
  readonly day: string | null;
  readonly stored: number | null;
  readonly computed: number | null;
}

export interface IdentityReport {
  /** Ledger rows that were looked at. */
  readonly checked: number;
  readonly breaks: readonly IdentityBreak[];
}

const MOST = 200;
const idsOf = (kind: 'in' | 'mark'): string =>
  flowsOf(kind)
    .map((flow) => FLOWS[flow].id)
    .join(', ');

/** Every matter is in a docket once or not at all, and the entries say the same as the ledger. */
const STOCK = `
with stock as (
  select subject_id, unit_id, docket, sum(case when flow in (${idsOf('in')}) then n else -n end)::int as open
  from ledger where flow not in (${idsOf('mark')}) group by 1, 2, 3),
entry as (
  select subject_id, unit_id, docket, count(*) filter (where closed_on is null)::int as open from docket_entry group by 1, 2, 3)
select case when s.open not in (0, 1) then 'stock-impossible' else 'entry-differs' end as kind,
  coalesce(s.subject_id, e.subject_id) as "subjectId", null::int as "nodeId", coalesce(s.docket, e.docket) as docket,
  null::int as flow, null::text as day, e.open as stored, s.open as computed
from stock s full join entry e using (subject_id, unit_id, docket)
where coalesce(s.open, 0) not in (0, 1) or coalesce(s.open, 0) <> coalesce(e.open, 0) limit ${MOST}`;

/** What one office sends, another receives on the same day: the nation's total does not change. */
const TRANSFERS = `
select 'transfer-unbalanced' as kind, subject_id as "subjectId", null::int as "nodeId", docket, null::int as flow,
  day::text as day, (sum(n) filter (where flow = ${FLOWS['transferred-out'].id}))::int as stored,
  (sum(n) filter (where flow = ${FLOWS['transferred-in'].id}))::int as computed
from ledger where flow in (${FLOWS['transferred-out'].id}, ${FLOWS['transferred-in'].id})
  and docket not in (${DOCKETS.discovery.id})
group by subject_id, docket, day
having coalesce(sum(n) filter (where flow = ${FLOWS['transferred-out'].id}), 0)
    <> coalesce(sum(n) filter (where flow = ${FLOWS['transferred-in'].id}), 0) limit ${MOST}`;

/** Checks the identities that every figure rests on, and names the file that breaks one. */
@Injectable()
export class IdentityCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refresher: ComplianceRefresher,
  ) {}

  /** @returns what was checked and every break found (at most some hundred); stores the breaks in place of the last ones. */
  async run(): Promise<IdentityReport> {
    const openings = await this.refresher.differences(MOST);
    const breaks: IdentityBreak[] = openings.map(({ day, nodeId, docket, flow, stored, computed }) => {
      return { kind: 'opening-differs', subjectId: null, nodeId, docket, flow, day, stored, computed };
    });
    const ofFiles = await this.readFiles();
    breaks.push(...ofFiles.breaks);
    await this.store(breaks);
    return { checked: ofFiles.checked, breaks };
  }

  private async readFiles(): Promise<IdentityReport> {
    return this.unitOfWork.run(async (tx) => {
      await allowLongStatements(tx);
      const breaks = [...(await tx.query<IdentityBreak>(STOCK)), ...(await tx.query<IdentityBreak>(TRANSFERS))];
      const rows = await tx.query<{ n: number }>('select count(*)::int as n from ledger');
      return { checked: rows[0]?.n ?? 0, breaks };
    }, MEASURE);
  }

  private async store(breaks: readonly IdentityBreak[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.execute('delete from identity_break');
      if (breaks.length === 0) return;
      await tx.execute(
        `insert into identity_break (kind, subject_id, node_id, docket, flow, day, stored, computed)
         select kind, "subjectId", "nodeId", docket, flow, day, stored, computed from json_to_recordset($1::json)
           as b(kind text, "subjectId" uuid, "nodeId" int, docket smallint, flow smallint, day date, stored int, computed int)`,
        [JSON.stringify(breaks)],
      );
    }, MEASURE);
  }
}
