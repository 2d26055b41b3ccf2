import { Module } from '@nestjs/common';
import { LoadPlans } from './load-plans.service.js';
import { PlansController } from './plans.controller.js';
import { PlanDirectory } from './plan-directory.service.js';

/** Plans as data. Needs the database of `DatabaseModule`. */
@Module({ controllers: [PlansController], providers: [LoadPlans, PlanDirectory], exports: [LoadPlans, PlanDirectory] })
export class PlansModule {}
