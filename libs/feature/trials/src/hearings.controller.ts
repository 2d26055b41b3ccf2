import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, StageSteps, StepDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { AdjournDto, JudgeDto, ProlongDeliberationDto } from './hearings.dto.js';

const kind = 'case' as const;

/** What happens in a hearing of either instance, until the judgment. Source: Điều 250, 260, 290, 297, 326, 352 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class HearingsController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/open-hearing')
  @Records('hearing-opened', 'Open the hearing')
  @Requires('trial.act')
  async openHearing(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'open-hearing', event: 'hearing-opened' },
      dto,
    );
  }

  @Post(':id/adjourn')
  @Records('adjourned', 'Adjourn the hearing to another day')
  @Requires('trial.act')
  async adjourn(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AdjournDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'adjourn', event: 'adjourned' }, dto);
  }

  @Post(':id/prolong-deliberation')
  @Records('deliberation-prolonged', 'Prolong the deliberation of the judgment')
  @Requires('trial.act')
  async prolongDeliberation(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ProlongDeliberationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'prolong-deliberation', event: 'deliberation-prolonged' },
      dto,
    );
  }

  @Post(':id/judge')
  @Records('judged', 'Record the first-instance judgment')
  @Requires('trial.act')
  async judge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: JudgeDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'judge', event: 'judged' }, dto);
  }
}
