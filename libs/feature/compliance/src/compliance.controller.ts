import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { JobDispatcher } from '#libs/platform/queue';
import { AskCompliance } from './ask-compliance.service.js';
import type { ComplianceTable } from './compliance-table.js';
import { ComplianceListDto, ComplianceQueryDto } from './compliance.dto.js';
import { recomputeCompliance } from './compliance.jobs.js';
import type { ListPage } from './list-behind-value.service.js';

/** The targets of a plan against what was done, and the matters behind each value. */
@ApiTags('compliance')
@ApiBearerAuth()
@Controller('compliance')
export class ComplianceController {
  constructor(
    private readonly ask: AskCompliance,
    private readonly jobs: JobDispatcher,
  ) {}

  @Get()
  @Requires('compliance.read')
  async table(@CurrentActor() actor: Actor, @Query() query: ComplianceQueryDto): Promise<ComplianceTable> {
    const detail = query.detail ?? !query.parts;
    return this.ask.table({ ...query, detail }, actor.office.territoryId);
  }

  @Get('list')
  @Requires('compliance.read')
  async list(@CurrentActor() actor: Actor, @Query() query: ComplianceListDto): Promise<ListPage> {
    return this.ask.list(query, actor.office.territoryId);
  }

  @Post('recompute')
  @HttpCode(202)
  @Requires('job.run')
  async recompute(): Promise<{ readonly job: string }> {
    await this.jobs.enqueue(recomputeCompliance, {});
    return { job: recomputeCompliance.name };
  }
}
