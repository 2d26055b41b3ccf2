import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, StageSteps } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { AppealDto, FinaliseDto, OfDefendantsDto, WithdrawAppealDto } from './appeals.dto.js';

const kind = 'case' as const;

/** How a judgment is received, attacked, and final where nobody attacks it. Source: Điều 331–337, 342, 343 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class AppealsController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/record-receipt')
  @Records('judgment-received', 'Record that one who was absent received the judgment')
  @Requires('trial.act')
  async recordReceipt(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: OfDefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'record-receipt', event: 'judgment-received' },
      dto,
    );
  }

  @Post(':id/appeal')
  @Records('appealed', 'Record an appeal or a protest, in time or late')
  @Requires('trial.act')
  async appeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AppealDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'appeal', event: 'appealed' }, dto);
  }

  @Post(':id/send-late-appeal')
  @Records('late-appeal-sent', 'Send a late appeal to the court above')
  @Requires('trial.act')
  async sendLateAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: OfDefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'send-late-appeal', event: 'late-appeal-sent' },
      dto,
    );
  }

  @Post(':id/accept-late-appeal')
  @Records('late-appeal-accepted', 'Record that a late appeal counts')
  @Requires('trial.act')
  async acceptLateAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: OfDefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'accept-late-appeal', event: 'late-appeal-accepted' },
      dto,
    );
  }

  @Post(':id/refuse-late-appeal')
  @Records('late-appeal-refused', 'Record that a late appeal does not count')
  @Requires('trial.act')
  async refuseLateAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: OfDefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'refuse-late-appeal', event: 'late-appeal-refused' },
      dto,
    );
  }

  @Post(':id/withdraw-appeal')
  @Records('appeal-withdrawn', 'Record that an appeal or a protest is withdrawn')
  @Requires('trial.act')
  async withdrawAppeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: WithdrawAppealDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'withdraw-appeal', event: 'appeal-withdrawn' },
      dto,
    );
  }

  @Post(':id/finalise')
  @Records('finalised', 'Record that the judgment is final')
  @Requires('trial.act')
  async finalise(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: FinaliseDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'finalise', event: 'finalised' }, dto);
  }
}
