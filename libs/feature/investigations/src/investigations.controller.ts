import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, ScopedStepDto, StageSteps, StepDto, ToOfficeDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  ExtendInvestigationDto,
  OverruleTerminationDto,
  SuspendInvestigationDto,
  TerminateInvestigationDto,
} from './investigations.dto.js';

const kind = 'case' as const;

/** The course of an investigation to its end. Source: Điều 172, 229–235, 238 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class InvestigationsController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/request-extension')
  @Records('investigation-extension-requested', 'Ask the procuracy to extend the investigation')
  @Requires('investigation.act')
  async requestExtension(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendInvestigationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'request-extension', event: 'investigation-extension-requested' },
      dto,
    );
  }

  @Post(':id/extend')
  @Records('investigation-extended', 'Extend the investigation')
  @Requires('charge.approve')
  async extend(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendInvestigationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'extend', event: 'investigation-extended' },
      dto,
    );
  }

  @Post(':id/suspend')
  @Records('investigation-suspended', 'Suspend the investigation of a case or of some accused')
  @Requires('investigation.act')
  async suspend(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: SuspendInvestigationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'suspend', event: 'investigation-suspended' },
      dto,
    );
  }

  @Post(':id/resume')
  @Records('investigation-resumed', 'Resume the investigation of a case or of some accused')
  @Requires('investigation.act')
  async resume(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScopedStepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'resume', event: 'investigation-resumed' },
      dto,
    );
  }

  @Post(':id/terminate')
  @Records('investigation-terminated', 'Terminate the investigation of a case or of some accused')
  @Requires('investigation.act')
  async terminate(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: TerminateInvestigationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'terminate', event: 'investigation-terminated' },
      dto,
    );
  }

  @Post(':id/confirm-termination')
  @Records('termination-confirmed', 'Confirm that the termination is founded, as the procuracy')
  @Requires('charge.approve')
  async confirmTermination(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'confirm-termination', event: 'termination-confirmed' },
      dto,
    );
  }

  @Post(':id/overrule-termination')
  @Records('termination-overruled', 'Cancel an unfounded termination: resume, or prosecute at once')
  @Requires('charge.approve')
  async overruleTermination(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: OverruleTerminationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'overrule-termination', event: 'termination-overruled' },
      dto,
    );
  }

  @Post(':id/conclude')
  @Records('investigation-concluded', 'Conclude the investigation')
  @Requires('investigation.act')
  async conclude(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'conclude', event: 'investigation-concluded' },
      dto,
    );
  }

  @Post(':id/hand-to-procuracy')
  @Records('handed-to-procuracy', 'Hand the file to the procuracy')
  @Requires('investigation.act')
  async handToProcuracy(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'hand-to-procuracy', event: 'handed-to-procuracy' },
      dto,
    );
  }
}
