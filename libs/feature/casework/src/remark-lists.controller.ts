import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type Campaign, Campaigns } from '#libs/feature/plans';
import { CampaignFilterDto, CampaignView } from './dto/campaign.view.js';
import { DifficultyFilterDto, KeyCaseFilterDto } from './dto/remark-filter.dto.js';
import { DifficultyPageView, KeyCasePageView } from './dto/remark-page.view.js';
import { type DifficultyLine, type KeyCaseLine, ListRemarks, type Page } from './list-remarks.service.js';

/** What the report asks for beside the figures: the difficulties noted on cases, and the key cases. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller()
export class RemarkListsController {
  constructor(
    private readonly remarks: ListRemarks,
    private readonly windows: Campaigns,
  ) {}

  @Get('campaigns')
  @ApiOperation({ summary: 'The campaign windows of the plans in force, which a key case may name' })
  @ApiOkResponse({ type: [CampaignView] })
  @Requires('plan.read')
  async campaigns(@Query() { on }: CampaignFilterDto): Promise<readonly Campaign[]> {
    return this.windows.list(on);
  }

  @Get('difficulties')
  @ApiOperation({ summary: 'List the difficulties noted on the cases that you may see, newest first' })
  @ApiOkResponse({ type: DifficultyPageView })
  @Requires('case.read')
  async difficulties(
    @CurrentActor() actor: Actor,
    @Query() filter: DifficultyFilterDto,
  ): Promise<Page<DifficultyLine>> {
    return this.remarks.difficulties(actor, filter);
  }

  @Get('key-cases')
  @ApiOperation({ summary: 'List the key cases that you may see, newest first' })
  @ApiOkResponse({ type: KeyCasePageView })
  @Requires('case.read')
  async keyCases(@CurrentActor() actor: Actor, @Query() filter: KeyCaseFilterDto): Promise<Page<KeyCaseLine>> {
    return this.remarks.keyCases(actor, filter);
  }
}
