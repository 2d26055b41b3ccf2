import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { KeepDaysOff } from '#libs/feature/deadlines';
import { LoadJurisdictions } from '#libs/feature/jurisdictions';
import { LoadPlans } from '#libs/feature/plans';

/** Brings what every installation needs: territories, offices, plans and the calendar of days off. */
@Injectable()
export class LoadReference {
  constructor(
    private readonly jurisdictions: LoadJurisdictions,
    private readonly plans: LoadPlans,
    private readonly daysOff: KeepDaysOff,
  ) {}

  /** Loads what is not there yet; what is there stays. @param root the folder that holds `database/seeds`. */
  async run(root: string): Promise<void> {
    const seeds = path.join(root, 'database', 'seeds');
    await this.jurisdictions.run();
    await this.plans.fromDirectory(path.join(seeds, 'plans'));
    await this.daysOff.loadSeeds(path.join(seeds, 'days-off'));
  }
}
