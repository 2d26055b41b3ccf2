import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, StageSteps, StepDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { LiftMinorLimitsDto } from './special-procedures.dto.js';

const kind = 'case' as const;

/** Summary procedure, and the limits of accused under 18. Source: Điều 456–463 BLTTHS; Luật 59/2024/QH15. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class SpecialProceduresController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/apply-summary-procedure')
  @Records('summary-procedure-applied', 'Decide that the summary procedure applies')
  @Requires('investigation.act')
  async applySummaryProcedure(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'apply-summary-procedure', event: 'summary-procedure-applied' },
      dto,
    );
  }

  @Post(':id/revoke-summary-procedure')
  @Records('summary-procedure-revoked', 'Revoke the summary procedure')
  @Requires('investigation.act')
  async revokeSummaryProcedure(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'revoke-summary-procedure', event: 'summary-procedure-revoked' },
      dto,
    );
  }

  @Post(':id/lift-minor-limits')
  @Records('minor-limits-lifted', 'Decide that the halved limits of accused under 18 no longer hold')
  @Requires('investigation.act')
  async liftMinorLimits(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: LiftMinorLimitsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'lift-minor-limits', event: 'minor-limits-lifted' },
      dto,
    );
  }
}
