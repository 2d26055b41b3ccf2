import { Module } from '@nestjs/common';
import { LoadPlans } from './load-plans.service.js';
import { PlanDirectory } from './plan-directory.service.js';

/** Plans as data. Needs the database of `DatabaseModule`. */
@Module({ providers: [LoadPlans, PlanDirectory], exports: [LoadPlans, PlanDirectory] })
export class PlansModule {}
