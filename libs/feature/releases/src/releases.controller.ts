import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { CommandId } from '#libs/platform/http';
import { PrepareRelease } from './prepare-release.service.js';
import type { Release } from './release.js';
import { releaseCsv } from './release-csv.js';
import type { KnownRelease } from './release.repository.js';
import { ReleaseView } from './release.view.js';
import { PrepareReleaseDto } from './releases.dto.js';
import { Releases } from './releases.service.js';

/** Statistics leave the circle here and nowhere else: through the gate, by two persons. */
@ApiTags('releases')
@ApiBearerAuth()
@Controller('releases')
export class ReleasesController {
  constructor(
    private readonly preparing: PrepareRelease,
    private readonly releases: Releases,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Prepare a table of compliance for leaving the circle' })
  @ApiCreatedResponse({ type: ReleaseView })
  @Requires('statistics.release')
  async prepare(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @Body() question: PrepareReleaseDto,
  ): Promise<Release> {
    return shown(await this.preparing.prepare(id, question, actor));
  }

  @Post(':id/approve')
  @ApiOperation({ summary: 'Approve what somebody else prepared' })
  @ApiOkResponse({ type: ReleaseView })
  @HttpCode(200)
  @Requires('statistics.approve')
  async approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Release> {
    return shown(await this.releases.approve(id, actor));
  }

  @Get(':id')
  @ApiOperation({ summary: 'A release, prepared or approved' })
  @ApiOkResponse({ type: ReleaseView })
  @Requires('statistics.read')
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Release> {
    return shown(await this.releases.get(id, actor));
  }

  @Get(':id/table.csv')
  @ApiOperation({ summary: 'An approved release as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Requires('statistics.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  async csv(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<string> {
    return releaseCsv(await this.releases.take(id, actor));
  }
}

const shown = ({ id, code, sha256, state, approved, content }: KnownRelease): Release => ({
  ...{ id, code, sha256, state },
  ...(approved ? { approved } : {}),
  content,
});
