import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type AskedStep, type RecordedResult, StageSteps, StepDto, StepRoute, TheStep } from '#libs/feature/casework';
import { ApplySummaryProcedureDto, LiftMinorLimitsDto } from './special-procedures.dto.js';

/** Summary procedure, and the limits of accused under 18. Source: Điều 456–463 BLTTHS; Luật 59/2024/QH15. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class SpecialProceduresController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('summary-procedure-applied', 'Decide that the summary procedure applies')
  async applySummaryProcedure(
    @TheStep() step: AskedStep,
    @Body() dto: ApplySummaryProcedureDto,
  ): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('summary-procedure-revoked', 'Revoke the summary procedure')
  async revokeSummaryProcedure(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('minor-limits-lifted', 'Decide that the halved limits of accused under 18 no longer hold')
  async liftMinorLimits(@TheStep() step: AskedStep, @Body() dto: LiftMinorLimitsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
