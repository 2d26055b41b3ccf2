import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type AskedStep, type RecordedResult, StageSteps, StepDto, StepRoute, TheStep } from '#libs/feature/casework';
import { AdjournDto, JudgeDto, ProlongDeliberationDto } from './hearings.dto.js';

/** What happens in a hearing of either instance, until the judgment. Source: Điều 250, 260, 290, 297, 326, 352 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class HearingsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('hearing-opened', 'Open the hearing')
  async openHearing(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('adjourned', 'Adjourn the hearing to another day')
  async adjourn(@TheStep() step: AskedStep, @Body() dto: AdjournDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('deliberation-prolonged', 'Prolong the deliberation of the judgment')
  async prolongDeliberation(@TheStep() step: AskedStep, @Body() dto: ProlongDeliberationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('judged', 'Record the first-instance judgment')
  async judge(@TheStep() step: AskedStep, @Body() dto: JudgeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
