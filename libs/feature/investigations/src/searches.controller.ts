import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, StageSteps } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { DefendantsDto } from './accusations.dto.js';

const kind = 'case' as const;

/** How an absent accused is searched for, and when proceedings go on without. Source: Điều 231 BLTTHS; Luật 99/2025/QH15. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class SearchesController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/issue-wanted-notice')
  @Records('wanted-issued', 'Record the notice by which accused are wanted')
  @Requires('investigation.act')
  async issueWantedNotice(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'issue-wanted-notice', event: 'wanted-issued' },
      dto,
    );
  }

  @Post(':id/withdraw-wanted-notice')
  @Records('wanted-withdrawn', 'Record that accused are wanted no more')
  @Requires('investigation.act')
  async withdrawWantedNotice(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'withdraw-wanted-notice', event: 'wanted-withdrawn' },
      dto,
    );
  }

  @Post(':id/proceed-in-absentia')
  @Records('absentia-decided', 'Decide that proceedings go on without absent accused')
  @Requires('investigation.act')
  async proceedInAbsentia(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'proceed-in-absentia', event: 'absentia-decided' },
      dto,
    );
  }
}
