import { Injectable } from '@nestjs/common';
import { type NamedPeriod, type Plan, resolvePeriod } from '#libs/domain/performance';
import { PlanDirectory } from '#libs/feature/plans';
import { Database } from '#libs/platform/database';

const MOST_PERIODS = 500;

interface Known {
  readonly version: number;
  readonly plan: Plan;
  readonly periods: Map<string, NamedPeriod>;
}

/** What an answer rests on: while plan and figures keep their versions, the answer stays the same. */
export interface Standing {
  /** 0 for a plan that is not loaded. */
  readonly plan: number;
  readonly figures: number;
  /** Recorded steps that the figures do not yet include. */
  readonly pendingSteps: number;
}

/** A plan and a period of it, and what an answer about them rests on. */
export interface PlanAndPeriod {
  readonly plan: Plan;
  readonly named: NamedPeriod;
  readonly standing: Standing;
}

const STANDING = `
select coalesce((select p.version from plan p where p.id = $1), 0) as plan, v.version as figures,
  (select count(*)::int from (select 1 from outbox where topic = 'file-changed' limit 10000) o) as "pendingSteps"
from figure_version v`;

/** Plans as they stand now. A version never changes, so that each question only asks which one is in force. */
@Injectable()
export class PlansInForce {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly plans: PlanDirectory,
    private readonly database: Database,
  ) {}

  /** @throws DomainError `plan.not-found` with the ids that there are. */
  async get(id: string): Promise<Plan> {
    return (await this.current(id, await this.standing(id))).plan;
  }

  /**
   * @returns the plan, the period that a text means in it, and what an answer given from now on rests on.
   * @throws as `get`, and DomainError `period.*`.
   */
  async withPeriod(id: string, text: string): Promise<PlanAndPeriod> {
    const standing = await this.standing(id);
    const { plan, periods } = await this.current(id, standing);
    const named = periods.get(text) ?? resolvePeriod(plan, text);
    if (periods.size >= MOST_PERIODS) periods.clear();
    periods.set(text, named);
    return { plan, named, standing };
  }

  private async standing(id: string): Promise<Standing> {
    const [standing] = await this.database.query<Standing>(STANDING, [id]);
    return standing ?? { plan: 0, figures: 0, pendingSteps: 0 };
  }

  private async current(id: string, { plan: version }: Standing): Promise<Known> {
    const known = this.known.get(id);
    if (known && known.version === version) return known;
    const plan = await this.plans.get(id);
    const read = { version, plan, periods: new Map<string, NamedPeriod>() };
    this.known.set(id, read);
    return read;
  }
}
