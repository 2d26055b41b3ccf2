import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  derivedId,
  type RecordedResult,
  ScopedStepDto,
  StageSteps,
  StepRoute,
  TheStep,
} from '#libs/feature/casework';
import { ChangeChargeDto, ChargeDto, DefendantsDto } from './accusations.dto.js';

/** How persons are accused, and what the procuracy decides on it. Source: Điều 179, 180 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class AccusationsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('charged', 'Charge a person')
  async charge(@TheStep() step: AskedStep, @Body() dto: ChargeDto): Promise<RecordedResult> {
    const defendantId = dto.defendantId ?? derivedId(step.commandId, 'defendant');
    return this.steps.record(step, dto, { defendantId });
  }

  @StepRoute('charge-changed', 'Change or add a charge against an accused')
  async changeCharge(@TheStep() step: AskedStep, @Body() dto: ChangeChargeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('charge-evidence-requested', 'Ask for evidence before deciding on charges')
  async requestChargeEvidence(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('charge-evidence-supplied', 'Supply the evidence that the procuracy asked for')
  async supplyChargeEvidence(@TheStep() step: AskedStep, @Body() dto: ScopedStepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('charge-approved', 'Approve charges')
  async approveCharge(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('charge-cancelled', 'Cancel charges')
  async cancelCharge(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
