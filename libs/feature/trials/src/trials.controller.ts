import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, ScopedStepDto, StageSteps, StepDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  AppealDto,
  FinaliseDto,
  JudgeDto,
  ReturnByCourtDto,
  ScheduleDto,
  SuspendTrialDto,
  TerminateTrialDto,
} from './trials.dto.js';

const kind = 'case' as const;

/** The trial of a case and what follows the judgment. Source: Điều 255–344 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class TrialsController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/accept')
  @Records('case-accepted', 'Docket a case at the court')
  @Requires('trial.act')
  async accept(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'accept', event: 'case-accepted' }, dto);
  }

  @Post(':id/schedule')
  @Records('scheduled', 'Decide to bring a case to trial')
  @Requires('trial.act')
  async schedule(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScheduleDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'schedule', event: 'scheduled' }, dto);
  }

  @Post(':id/return-by-court')
  @Records('returned-by-court', 'Return the file to the procuracy')
  @Requires('trial.act')
  async returnByCourt(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ReturnByCourtDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'return-by-court', event: 'returned-by-court' },
      dto,
    );
  }

  @Post(':id/suspend')
  @Records('trial-suspended', 'Suspend a case or some accused at the court')
  @Requires('trial.act')
  async suspend(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: SuspendTrialDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'suspend', event: 'trial-suspended' }, dto);
  }

  @Post(':id/resume')
  @Records('trial-resumed', 'Resume a case or some accused at the court')
  @Requires('trial.act')
  async resume(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScopedStepDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'resume', event: 'trial-resumed' }, dto);
  }

  @Post(':id/terminate')
  @Records('trial-terminated', 'Terminate a case or some accused at the court')
  @Requires('trial.act')
  async terminate(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: TerminateTrialDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'terminate', event: 'trial-terminated' },
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

  @Post(':id/appeal')
  @Records('appealed', 'Record an appeal or a protest')
  @Requires('trial.act')
  async appeal(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AppealDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'appeal', event: 'appealed' }, dto);
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
