import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { type Plan, type PlanKind } from '#libs/domain/performance';
import { Database, type Tx } from '#libs/platform/database';

/** A plan in one line. */
export interface PlanSummary {
  readonly id: string;
  readonly version: number;
  readonly number?: string;
  readonly issuer: string;
  readonly issuedOn?: Day;
  readonly title: string;
  readonly kind: PlanKind;
  readonly from: Day;
  readonly to: Day;
  readonly territoryCode: string;
  readonly parentPlanId?: string;
  /** How many targets it sets; 0 judges nothing. */
  readonly targets: number;
}

export interface PlanVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly loadedAt: Date;
}

const SUMMARIES = `
select jsonb_strip_nulls(jsonb_build_object(
  'id', id, 'version', version, 'number', number, 'issuer', issuer, 'issuedOn', issued_on, 'title', title,
  'kind', kind, 'from', valid_from, 'to', valid_to, 'territoryCode', territory_code, 'parentPlanId', parent_plan_id,
  'targets', (select count(*) from plan_target where plan_id = plan.id and version = plan.version))) as summary
from plan order by valid_from, territory_code <> 'VN', id`;

const CURRENT =
  'select content from plan_version join plan on plan.id = plan_id and plan.version = plan_version.version where id = $1';
const AS_OF = 'select content from plan_version where plan_id = $1 and loaded_at <= $2 order by version desc limit 1';

/** Finds the plans that are loaded. */
@Injectable()
export class PlanDirectory {
  constructor(private readonly database: Database) {}

  /** @returns every plan, by first day; of one year the nation's first. Plans are few: there are no pages. */
  async list(): Promise<readonly PlanSummary[]> {
    const rows = await this.database.query<{ summary: PlanSummary }>(SUMMARIES);
    return rows.map(({ summary }) => summary);
  }

  /**
   * @param asOf the plan as it was known at that instant; the version in force when absent.
   * @returns the plan, or `undefined` when it is not loaded (or was not then).
   */
  async find(id: string, asOf?: Date): Promise<Plan | undefined> {
    const rows = await (asOf
      ? this.database.query<{ content: Plan }>(AS_OF, [id, asOf])
      : this.database.query<{ content: Plan }>(CURRENT, [id]));
    return rows[0]?.content;
  }

  /** @returns the version in force, read in a transaction that holds its connection already. */
  async findInTx(tx: Tx, id: string): Promise<Plan | undefined> {
    const [row] = await tx.query<{ content: Plan }>(CURRENT, [id]);
    return row?.content;
  }

  /** As `find`. @throws DomainError `plan.not-found` with the ids that there are. */
  async get(id: string, asOf?: Date): Promise<Plan> {
    const plan = await this.find(id, asOf);
    if (plan) return plan;
    const known = (await this.list()).map((one) => one.id);
    throw new DomainError('plan.not-found', 'not-found', { plan: id, known });
  }

  /** @returns the versions that a plan has had, the newest first; nothing for an unknown plan. */
  async versionsOf(id: string): Promise<readonly PlanVersion[]> {
    return this.database.query<PlanVersion>(
      `select version, content_hash as "contentHash", loaded_at as "loadedAt"
       from plan_version where plan_id = $1 order by version desc`,
      [id],
    );
  }
}
