import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { derivedId, type RecordedResult, Records, ScopedStepDto, StageSteps } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { ChangeChargeDto, ChargeDto, DefendantsDto } from './accusations.dto.js';

const kind = 'case' as const;

/** How persons are accused, and what the procuracy decides on it. Source: Điều 179, 180 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class AccusationsController {
  constructor(private readonly steps: StageSteps) {}

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

  @Post(':id/change-charge')
  @Records('charge-changed', 'Change or add a charge against an accused')
  @Requires('investigation.act')
  async changeCharge(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ChangeChargeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'change-charge', event: 'charge-changed' },
      dto,
    );
  }

  @Post(':id/request-charge-evidence')
  @Records('charge-evidence-requested', 'Ask for evidence before deciding on charges')
  @Requires('charge.approve')
  async requestChargeEvidence(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'request-charge-evidence', event: 'charge-evidence-requested' },
      dto,
    );
  }

  @Post(':id/supply-charge-evidence')
  @Records('charge-evidence-supplied', 'Supply the evidence that the procuracy asked for')
  @Requires('investigation.act')
  async supplyChargeEvidence(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScopedStepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'supply-charge-evidence', event: 'charge-evidence-supplied' },
      dto,
    );
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
}
