import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, StageSteps, StepDto, ToOfficeDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { AcceptAppealDto, DecideAppealDto, ScheduleAppealDto } from './appeals.dto.js';

const kind = 'case' as const;

/** The way of an appeal to the court above and through it. Source: Điều 339–341, 344–348, 355–360 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class AppellateCourtController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/send-to-appellate-court')
  @Records('sent-to-appellate-court', 'Send the file and the appeals to the court above')
  @Requires('trial.act')
  async sendToAppellateCourt(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'send-to-appellate-court', event: 'sent-to-appellate-court' },
      dto,
    );
  }

  @Post(':id/accept-appeal')
  @Records('appeal-accepted', 'Docket a case at the appellate court')
  @Requires('trial.act')
  async acceptAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AcceptAppealDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'accept-appeal', event: 'appeal-accepted' },
      dto,
    );
  }

  @Post(':id/lend-file')
  @Records('appeal-file-lent', 'Hand the file to the procuracy for study')
  @Requires('trial.act')
  async lendFile(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'lend-file', event: 'appeal-file-lent' },
      dto,
    );
  }

  @Post(':id/take-file-back')
  @Records('appeal-file-given-back', 'Take the file back from the procuracy')
  @Requires('trial.act')
  async takeFileBack(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'take-file-back', event: 'appeal-file-given-back' },
      dto,
    );
  }

  @Post(':id/schedule-appeal')
  @Records('appeal-scheduled', 'Decide to hear the appeal')
  @Requires('trial.act')
  async scheduleAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScheduleAppealDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'schedule-appeal', event: 'appeal-scheduled' },
      dto,
    );
  }

  @Post(':id/decide-appeal')
  @Records('appeal-decided', 'Record the appellate judgment or decision')
  @Requires('trial.act')
  async decideAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DecideAppealDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'decide-appeal', event: 'appeal-decided' },
      dto,
    );
  }
}
