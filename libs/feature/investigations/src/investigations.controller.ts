import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  RecordStep,
  type RecordedResult,
  RefusalDto,
  ScopedStepDto,
  StageSteps,
  StepDto,
  ToOfficeDto,
  derivedId,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  ChargeDto,
  DefendantsDto,
  ExtendInvestigationDto,
  InstituteCaseDto,
  SuspendInvestigationDto,
  TerminateInvestigationDto,
} from './investigations.dto.js';

const kind = 'case' as const;

/** The investigation of a case. Source: Điều 153–235 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class InvestigationsController {
  constructor(
    private readonly steps: StageSteps,
    private readonly recordStep: RecordStep,
  ) {}

  @Post()
  @Requires('investigation.act')
  async institute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: InstituteCaseDto,
  ): Promise<RecordedResult> {
    const { number, occurredOn, placeId } = dto;
    const payload = { offence: { ...dto.offence }, ...(placeId === undefined ? {} : { placeId }) };
    const decision = dto.decision ? { decision: { ...dto.decision } } : {};
    return this.recordStep.open({
      actor,
      commandId,
      kind,
      command: 'institute',
      number,
      occurredOn,
      payload,
      ...decision,
    });
  }

  @Post(':id/charge')
  @Requires('investigation.act')
  async charge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ChargeDto,
  ): Promise<RecordedResult> {
    const defendantId = derivedId(commandId, 'defendant');
    const step = { actor, commandId, subjectId, kind, command: 'charge', event: 'charged' };
    return this.steps.record(step, dto, { defendantId });
  }

  @Post(':id/approve-charge')
  @Requires('charge.approve')
  async approveCharge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'approve-charge', event: 'charge-approved' },
      dto,
    );
  }

  @Post(':id/cancel-charge')
  @Requires('charge.approve')
  async cancelCharge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'cancel-charge', event: 'charge-cancelled' },
      dto,
    );
  }

  @Post(':id/extend')
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

  @Post(':id/transfer')
  @Requires('investigation.act')
  async transfer(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'transfer', event: 'case-transfer-offered' },
      dto,
    );
  }

  @Post(':id/accept-transfer')
  @Requires('investigation.act')
  async acceptTransfer(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'accept-transfer', event: 'case-transfer-accepted' },
      dto,
    );
  }

  @Post(':id/refuse-transfer')
  @Requires('investigation.act')
  async refuseTransfer(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: RefusalDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'refuse-transfer', event: 'case-transfer-refused' },
      dto,
    );
  }

  @Post(':id/suspend')
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

  @Post(':id/conclude')
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
