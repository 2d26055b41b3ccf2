import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type AskedStep, type RecordedResult, StageSteps, StepRoute, TheStep } from '#libs/feature/casework';
import { DefendantsDto } from './accusations.dto.js';

/** How an absent accused is searched for, and when proceedings go on without. Source: Điều 231 BLTTHS; Luật 99/2025/QH15. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class SearchesController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('wanted-issued', 'Record the notice by which accused are wanted')
  async issueWantedNotice(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('wanted-withdrawn', 'Record that accused are wanted no more')
  async withdrawWantedNotice(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('absentia-decided', 'Decide that proceedings go on without absent accused')
  async proceedInAbsentia(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
