import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, ScopedStepDto, StageSteps, StepDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  AssignJudgeDto,
  ExtendPreparationDto,
  ReturnByCourtDto,
  ReturnForCompetenceDto,
  ScheduleDto,
  SuspendTrialDto,
  TerminateTrialDto,
} from './trials.dto.js';

const kind = 'case' as const;

/** How the court takes up a case, prepares its trial, halts it and goes on. Source: Điều 255, 274–283 BLTTHS. */
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

  @Post(':id/assign-judge')
  @Records('judge-assigned', 'Assign the judge who presides')
  @Requires('trial.act')
  async assignJudge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AssignJudgeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'assign-judge', event: 'judge-assigned' },
      dto,
    );
  }

  @Post(':id/extend-preparation')
  @Records('preparation-extended', 'Extend the preparation of the trial')
  @Requires('trial.act')
  async extendPreparation(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendPreparationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'extend-preparation', event: 'preparation-extended' },
      dto,
    );
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

  @Post(':id/return-for-competence')
  @Records('returned-for-competence', 'Return the file for another court to try it')
  @Requires('trial.act')
  async returnForCompetence(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ReturnForCompetenceDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'return-for-competence', event: 'returned-for-competence' },
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
}
