import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  derivedId,
  type RecordedResult,
  Records,
  RefusalDto,
  ScopedStepDto,
  StageSteps,
  StepDto,
  ToOfficeDto,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  CarryOverCaseDto,
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
  constructor(private readonly steps: StageSteps) {}

  @Post()
  @Records('case-instituted', 'Institute a case without a denunciation')
  @Requires('investigation.act')
  async institute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: InstituteCaseDto,
  ): Promise<RecordedResult> {
    return this.steps.open({ actor, commandId, kind, command: 'institute' }, dto);
  }

  @Post('carry-over')
  @Records('case-carried-over', 'Take a case over from a paper register')
  @Requires('investigation.act')
  async carryOver(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: CarryOverCaseDto,
  ): Promise<RecordedResult> {
    const persons = dto.persons?.map(({ number }, index) => ({
      defendantId: derivedId(commandId, 'defendant', String(index)),
      number,
    }));
    return this.steps.open({ actor, commandId, kind, command: 'carry-over' }, dto, persons ? { persons } : {});
  }

  @Post(':id/charge')
  @Records('charged', 'Charge a person')
  @Requires('investigation.act')
  async charge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ChargeDto,
  ): Promise<RecordedResult> {
    const defendantId = dto.defendantId ?? derivedId(commandId, 'defendant');
    const step = { actor, commandId, subjectId, kind, command: 'charge', event: 'charged' };
    return this.steps.record(step, dto, { defendantId });
  }

  @Post(':id/approve-charge')
  @Records('charge-approved', 'Approve charges')
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
  @Records('charge-cancelled', 'Cancel charges')
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

  @Post(':id/transfer')
  @Records('case-transfer-offered', 'Offer a case to another investigating office')
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
  @Records('case-transfer-accepted', 'Accept a case that is offered')
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
  @Records('case-transfer-refused', 'Refuse a case that is offered')
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
