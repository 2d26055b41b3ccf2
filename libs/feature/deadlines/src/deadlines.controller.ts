import { Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FileLimit } from '#libs/domain/procedure';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { DeadlineFilterDto, DeadlineScopeDto } from './deadlines.dto.js';
import { DeadlineCountsView, DeadlinePageView, FileLimitView, LimitNoticeView } from './deadlines.view.js';
import { type DeadlineCounts, type DeadlinePage, ListDeadlines } from './list-deadlines.service.js';
import { ReadFileLimits } from './read-file-limits.service.js';
import { type LimitNotice, ReadLimitNotices } from './read-limit-notices.service.js';

/** What is due: the limits that run in your offices, soonest first, and the notices about them. */
@ApiTags('deadlines')
@ApiBearerAuth()
@Controller()
export class DeadlinesController {
  constructor(
    private readonly deadlines: ListDeadlines,
    private readonly notices: ReadLimitNotices,
    private readonly limits: ReadFileLimits,
  ) {}

  @Get('deadlines')
  @ApiOperation({ summary: 'The limits that run in your offices, soonest first' })
  @ApiOkResponse({ type: DeadlinePageView })
  @Requires('deadline.read')
  async list(@CurrentActor() actor: Actor, @Query() filter: DeadlineFilterDto): Promise<DeadlinePage> {
    return this.deadlines.list(actor, filter);
  }

  @Get('deadlines/counts')
  @ApiOperation({ summary: 'How many limits each list holds' })
  @ApiOkResponse({ type: DeadlineCountsView })
  @Requires('deadline.read')
  async counts(@CurrentActor() actor: Actor, @Query() scope: DeadlineScopeDto): Promise<DeadlineCounts> {
    return this.deadlines.counts(actor, scope);
  }

  @Get('deadlines/notices')
  @ApiOperation({ summary: 'Your unread notices of limits that near their end or are over' })
  @ApiOkResponse({ type: [LimitNoticeView] })
  @Requires('deadline.read')
  async listNotices(@CurrentActor() actor: Actor): Promise<LimitNotice[]> {
    return this.notices.list(actor);
  }

  @Post('deadlines/notices/:id/read')
  @ApiOperation({ summary: 'Mark a notice as read' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Requires('deadline.read')
  async markRead(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.notices.markRead(actor, id);
  }

  @Get('denunciations/:id/limits')
  @ApiOperation({ summary: 'Every limit of a denunciation with its reckoning' })
  @ApiOkResponse({ type: [FileLimitView] })
  @Requires('denunciation.read')
  async ofDenunciation(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FileLimit[]> {
    return this.limits.read(actor, 'denunciation', id);
  }

  @Get('cases/:id/limits')
  @ApiOperation({ summary: 'Every limit of a case and its accused with its reckoning' })
  @ApiOkResponse({ type: [FileLimitView] })
  @Requires('case.read')
  async ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FileLimit[]> {
    return this.limits.read(actor, 'case', id);
  }
}
