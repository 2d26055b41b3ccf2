import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type NamedPeriod,
  type Plan,
  type PlanDifference,
  type ReportObligation,
  differencesFromParent,
  periodsOf,
  reportObligations,
} from '#libs/domain/performance';
import { Requires } from '#libs/feature/access';
import { PlanAnswerView, PlanSummaryView } from './plan.view.js';
import { PlanDirectory, type PlanSummary } from './plan-directory.service.js';

/** A plan with what follows from it: its periods, its reports with their due days, and where it differs from its parent. */
export interface PlanAnswer {
  readonly plan: Plan;
  readonly periods: readonly NamedPeriod[];
  readonly reports: readonly ReportObligation[];
  readonly differences: readonly PlanDifference[];
}

/** The plans that are loaded. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller('plans')
export class PlansController {
  constructor(private readonly plans: PlanDirectory) {}

  @Get()
  @ApiOperation({ summary: 'The plans that are loaded' })
  @ApiOkResponse({ type: [PlanSummaryView] })
  @Requires('plan.read')
  async list(): Promise<readonly PlanSummary[]> {
    return this.plans.list();
  }

  @Get(':id')
  @ApiOperation({ summary: 'One plan with its periods, reports and differences from its parent' })
  @ApiOkResponse({ type: PlanAnswerView })
  @Requires('plan.read')
  async read(@Param('id') id: string): Promise<PlanAnswer> {
    const plan = await this.plans.get(id);
    const parent = plan.parent?.planId === undefined ? undefined : await this.plans.find(plan.parent.planId);
    return {
      plan,
      periods: periodsOf(plan),
      reports: reportObligations(plan),
      differences: parent ? differencesFromParent(plan, parent) : [],
    };
  }
}
