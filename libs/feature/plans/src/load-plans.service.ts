import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type Plan, periodsOf, reportObligations } from '#libs/domain/performance';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';
import { getPlans, planFilesIn } from './file/plan-files.js';

export type LoadOutcome = 'new' | 'changed' | 'unchanged';

export interface LoadedPlan {
  readonly id: string;
  readonly version: number;
  readonly outcome: LoadOutcome;
}

/** Held by whoever loads plans, so that two loads do not number the same version. */
const LOADING = 7_403_003;

/** Brings plans into the database. A changed plan gets a new version; its former versions stay as they were. */
@Injectable()
export class LoadPlans {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads every plan file of a folder, all or none.
   * @returns what became of each plan. Loading the same files again changes nothing.
   * @throws PlanFilesRefused with every fault of every file; the error of the file system for an unreadable folder.
   */
  async fromDirectory(directory: string): Promise<readonly LoadedPlan[]> {
    return this.load(await getPlans(await planFilesIn(directory)));
  }

  /**
   * Loads plans that were read and checked, all or none.
   * @throws DomainError `plan.parent-unknown` when a parent is neither among them nor loaded.
   */
  async load(plans: readonly Plan[]): Promise<readonly LoadedPlan[]> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOADING]);
      await requireParents(tx, plans);
      const loaded: LoadedPlan[] = [];
      for (const plan of plans) loaded.push(await this.loadOne(tx, plan));
      return loaded;
    });
  }

  private async loadOne(tx: Tx, plan: Plan): Promise<LoadedPlan> {
    const content = JSON.stringify(plan);
    const hash = createHash('sha256').update(content).digest('hex');
    const [current] = await tx.query<{ version: number; content_hash: string }>(
      'select version, content_hash from plan join plan_version using (version) where plan.id = plan_id and plan.id = $1',
      [plan.id],
    );
    if (current?.content_hash === hash) return { id: plan.id, version: current.version, outcome: 'unchanged' };
    const version = (current?.version ?? 0) + 1;
    const at = this.clock.now();
    await storeHeader(tx, plan, version, at);
    await tx.query(
      'insert into plan_version (plan_id, version, content, content_hash, loaded_at) values ($1, $2, $3, $4, $5)',
      [plan.id, version, content, hash, at],
    );
    await storeDemands(tx, plan, version);
    return { id: plan.id, version, outcome: current ? 'changed' : 'new' };
  }
}

async function requireParents(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const wanted = plans.flatMap(({ parent }) => (parent?.planId ? [parent.planId] : []));
  const given = new Set(plans.map(({ id }) => id));
  const loaded = await tx.query<{ id: string }>('select id from plan where id = any($1)', [wanted]);
  loaded.forEach(({ id }) => given.add(id));
  const unknown = wanted.find((id) => !given.has(id));
  if (unknown) throw new DomainError('plan.parent-unknown', 'malformed', { parent: unknown });
}

async function storeHeader(tx: Tx, plan: Plan, version: number, at: Date): Promise<void> {
  const { territoryRef: territory, period, parent } = plan;
  await tx.query(
    `insert into plan (id, version, number, issuer, issued_on, title, kind, valid_from, valid_to,
       territory_code, territory_level, territory_on, parent_plan_id, loaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (id) do update set (version, number, issuer, issued_on, title, kind, valid_from, valid_to,
       territory_code, territory_level, territory_on, parent_plan_id, loaded_at) =
       (excluded.version, excluded.number, excluded.issuer, excluded.issued_on, excluded.title, excluded.kind,
        excluded.valid_from, excluded.valid_to, excluded.territory_code, excluded.territory_level,
        excluded.territory_on, excluded.parent_plan_id, excluded.loaded_at)`,
    [
      ...[plan.id, version, plan.number, plan.issuer, plan.issuedOn, plan.title, plan.kind, period.from, period.to],
      ...[territory.code, territory.level, territory.validOn, parent?.planId, at],
    ],
  );
}

/** Targets, reports and periods as rows, so that they can be queried and joined. */
async function storeDemands(tx: Tx, plan: Plan, version: number): Promise<void> {
  const targets = plan.targets.map(({ indicator, variant, comparator, percent, wording, section }) => {
    return { indicator, variant, comparator, percent, wording, section };
  });
  await tx.query(
    `insert into plan_target (plan_id, version, indicator, variant, comparator, percent, wording, section)
     select $1, $2, indicator, variant, comparator, percent, wording, section
     from jsonb_to_recordset($3) as row (indicator text, variant text, comparator text, percent numeric, wording text, section text)`,
    [plan.id, version, JSON.stringify(targets)],
  );
  const reports = reportObligations(plan).map(({ key, kind, period, before, due }) => ({
    key,
    kind,
    ...period,
    before,
    due,
  }));
  await tx.query(
    `insert into plan_report (plan_id, version, period_key, kind, period_from, period_to, before_on, due_on)
     select $1, $2, key, kind, "from", "to", before, due
     from jsonb_to_recordset($3) as row (key text, kind text, "from" date, "to" date, before date, due date)`,
    [plan.id, version, JSON.stringify(reports)],
  );
  const periods = periodsOf(plan).map(({ key, kind, period, tentative = false }) => ({
    key,
    kind,
    ...period,
    tentative,
  }));
  await tx.query(
    `insert into plan_period (plan_id, version, period_key, kind, period_from, period_to, tentative)
     select $1, $2, key, kind, "from", "to", tentative
     from jsonb_to_recordset($3) as row (key text, kind text, "from" date, "to" date, tentative boolean)`,
    [plan.id, version, JSON.stringify(periods)],
  );
}
