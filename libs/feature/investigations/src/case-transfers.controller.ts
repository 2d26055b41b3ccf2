import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  type RecordedResult,
  RefusalDto,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
  ToOfficeDto,
} from '#libs/feature/casework';

/** How a case passes to another investigating office. Source: Điều 154 khoản 2, 169 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class CaseTransfersController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('case-transfer-offered', 'Offer a case to another investigating office')
  async transfer(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-accepted', 'Accept a case that is offered')
  async acceptTransfer(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-refused', 'Refuse a case that is offered')
  async refuseTransfer(@TheStep() step: AskedStep, @Body() dto: RefusalDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
