import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { JobDispatcher } from '#libs/platform/queue';
import { AskCompliance } from './ask-compliance.service.js';
import { AcceptedJobView, ComplianceTableView, ListPageView } from './compliance.view.js';
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
  @ApiOperation({ summary: 'The targets of a plan against what was done' })
  @ApiOkResponse({ type: ComplianceTableView })
  @Requires('compliance.read')
  @Header('content-type', 'application/json; charset=utf-8')
  async table(@CurrentActor() actor: Actor, @Query() query: ComplianceQueryDto): Promise<Buffer> {
    const detail = query.detail ?? !query.parts;
    return this.ask.tableText({ ...query, detail }, actor.office.territoryId);
  }

  @Get('list')
  @ApiOperation({ summary: 'The matters behind one value: counted, not counted, excluded' })
  @ApiOkResponse({ type: ListPageView })
  @Requires('compliance.read')
  async list(@CurrentActor() actor: Actor, @Query() query: ComplianceListDto): Promise<ListPage> {
    return this.ask.list(query, actor);
  }

  @Post('recompute')
  @ApiOperation({ summary: 'Compute every figure anew in the background' })
  @ApiAcceptedResponse({ type: AcceptedJobView })
  @HttpCode(202)
  @Requires('job.run')
  async recompute(): Promise<AcceptedJobView> {
    await this.jobs.enqueue(recomputeCompliance, {});
    return { job: recomputeCompliance.name };
  }
}
