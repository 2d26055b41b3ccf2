import { Injectable } from '@nestjs/common';
import { type NamedPeriod, type Plan, resolvePeriod } from '#libs/domain/performance';
import { PlanDirectory } from '#libs/feature/plans';

const MOST_PERIODS = 500;

interface Known {
  readonly version: number;
  readonly plan: Plan;
  readonly periods: Map<string, NamedPeriod>;
}

/** Plans as they stand now. A version never changes, so that each question only asks which one is in force. */
@Injectable()
export class PlansInForce {
  private readonly known = new Map<string, Known>();

  constructor(private readonly plans: PlanDirectory) {}

  /** @throws DomainError `plan.not-found` with the ids that there are. */
  async get(id: string): Promise<Plan> {
    return (await this.current(id)).plan;
  }

  /** @returns the plan and the period that a text means in it. @throws as `get`, and DomainError `period.*`. */
  async withPeriod(id: string, text: string): Promise<{ readonly plan: Plan; readonly named: NamedPeriod }> {
    const { plan, periods } = await this.current(id);
    const named = periods.get(text) ?? resolvePeriod(plan, text);
    if (periods.size >= MOST_PERIODS) periods.clear();
    periods.set(text, named);
    return { plan, named };
  }

  private async current(id: string): Promise<Known> {
    const [newest] = await this.plans.versionsOf(id);
    const known = this.known.get(id);
    if (known && known.version === newest?.version) return known;
    const plan = await this.plans.get(id);
    const read = { version: newest?.version ?? 0, plan, periods: new Map<string, NamedPeriod>() };
    this.known.set(id, read);
    return read;
  }
}
