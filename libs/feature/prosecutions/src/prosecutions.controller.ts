import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  type RecordedResult,
  Records,
  RefusalDto,
  ScopedStepDto,
  StageSteps,
  ToOfficeDto,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  ExtendProsecutionDto,
  ReturnForSupplementDto,
  SuspendProsecutionDto,
  TerminateProsecutionDto,
} from './prosecutions.dto.js';

const kind = 'case' as const;

/** The prosecution of a case. Source: Điều 236–249 BLTTHS. */
@ApiTags('prosecutions')
@ApiBearerAuth()
@Controller('prosecutions')
export class ProsecutionsController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/indict')
  @Records('indicted', 'Indict')
  @Requires('prosecution.act')
  async indict(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScopedStepDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'indict', event: 'indicted' }, dto);
  }

  @Post(':id/return-for-supplement')
  @Records('returned-for-supplement', 'Return the file for supplementary investigation')
  @Requires('prosecution.act')
  async returnForSupplement(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ReturnForSupplementDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'return-for-supplement', event: 'returned-for-supplement' },
      dto,
    );
  }

  @Post(':id/refuse-file')
  @Records('file-refused', 'Refuse a file that is not complete')
  @Requires('prosecution.act')
  async refuseFile(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: RefusalDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'refuse-file', event: 'file-refused' }, dto);
  }

  @Post(':id/extend-prosecution')
  @Records('prosecution-extended', 'Extend the time for the decision on prosecution')
  @Requires('prosecution.act')
  async extendProsecution(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendProsecutionDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'extend-prosecution', event: 'prosecution-extended' },
      dto,
    );
  }

  @Post(':id/transfer-for-prosecution')
  @Records('prosecution-transferred', 'Transfer a case to the procuracy that is competent')
  @Requires('prosecution.act')
  async transferForProsecution(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'transfer-for-prosecution', event: 'prosecution-transferred' },
      dto,
    );
  }

  @Post(':id/suspend')
  @Records('prosecution-suspended', 'Suspend a case or some accused at the procuracy')
  @Requires('prosecution.act')
  async suspend(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: SuspendProsecutionDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'suspend', event: 'prosecution-suspended' },
      dto,
    );
  }

  @Post(':id/resume')
  @Records('prosecution-resumed', 'Resume a case or some accused at the procuracy')
  @Requires('prosecution.act')
  async resume(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScopedStepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'resume', event: 'prosecution-resumed' },
      dto,
    );
  }

  @Post(':id/terminate')
  @Records('prosecution-terminated', 'Terminate a case or some accused at the procuracy')
  @Requires('prosecution.act')
  async terminate(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: TerminateProsecutionDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'terminate', event: 'prosecution-terminated' },
      dto,
    );
  }

  @Post(':id/hand-to-court')
  @Records('handed-to-court', 'Hand the file to the court')
  @Requires('prosecution.act')
  async handToCourt(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'hand-to-court', event: 'handed-to-court' },
      dto,
    );
  }

  @Post(':id/decline-return')
  @Records('return-declined', 'Send a returned file back to the court with the same indictment')
  @Requires('prosecution.act')
  async declineReturn(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: RefusalDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'decline-return', event: 'return-declined' },
      dto,
    );
  }

  @Post(':id/withdraw-prosecution')
  @Records('prosecution-withdrawn', 'Withdraw the prosecution of a case or of some accused')
  @Requires('prosecution.act')
  async withdrawProsecution(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ScopedStepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'withdraw-prosecution', event: 'prosecution-withdrawn' },
      dto,
    );
  }
}
