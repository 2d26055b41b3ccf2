import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { derivedId } from './derived-id.js';
import { MarkKeyCaseDto, NoteDifficultyDto, NotifyCaseDto, SettleDifficultyDto } from './dto/remark.dto.js';
import { RefusalDto, StepDto } from './dto/step.dto.js';
import type { RecordedResult } from './recorded-result.js';
import { StageSteps } from './stage-steps.service.js';
import { type AskedStep, StepRoute, TheStep } from './step-route.decorator.js';

/** What is remarked on a case in whatever stage: key cases, difficulties, the notices that were given. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('cases')
export class RemarksController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('key-case-marked', 'Mark a case as a key case')
  async markKeyCase(@TheStep() step: AskedStep, @Body() dto: MarkKeyCaseDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('key-case-unmarked', 'Record that a case is a key case no more')
  async unmarkKeyCase(@TheStep() step: AskedStep, @Body() dto: RefusalDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('difficulty-noted', 'Note what stands in the way of resolving a case')
  async noteDifficulty(@TheStep() step: AskedStep, @Body() dto: NoteDifficultyDto): Promise<RecordedResult> {
    const difficultyId = derivedId(step.commandId, 'difficulty');
    return this.steps.record(step, dto, { difficultyId });
  }

  @StepRoute('difficulty-settled', 'Record that a difficulty stands in the way no more')
  async settleDifficulty(@TheStep() step: AskedStep, @Body() dto: SettleDifficultyDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-suspension-reviewed', 'Record the review of a suspended case')
  async reviewSuspension(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-notified', 'Record that your office gave a notice it owed')
  async notify(@TheStep() step: AskedStep, @Body() dto: NotifyCaseDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
