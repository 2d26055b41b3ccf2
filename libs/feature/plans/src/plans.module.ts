import { Module } from '@nestjs/common';
import { Campaigns } from './campaigns.service.js';
import { LoadPlans } from './load-plans.service.js';
import { PlansController } from './plans.controller.js';
import { PlanDirectory } from './plan-directory.service.js';

/** Plans as data. Needs the database of `DatabaseModule`. */
@Module({
  controllers: [PlansController],
  providers: [Campaigns, LoadPlans, PlanDirectory],
  exports: [Campaigns, LoadPlans, PlanDirectory],
})
export class PlansModule {}
