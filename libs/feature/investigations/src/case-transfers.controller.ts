import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, RefusalDto, StageSteps, StepDto, ToOfficeDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';

const kind = 'case' as const;

/** How a case passes to another investigating office. Source: Điều 154 khoản 2, 169 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class CaseTransfersController {
  constructor(private readonly steps: StageSteps) {}

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
}
