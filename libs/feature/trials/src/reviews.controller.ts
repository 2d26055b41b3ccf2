import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type AskedStep, type RecordedResult, StageSteps, StepDto, StepRoute, TheStep } from '#libs/feature/casework';
import { DecideCassationDto, DecideReopeningDto, ProtestDto, ProtestReopeningDto } from './reviews.dto.js';

/** How a final judgment is reviewed, and an annulled case begins again. Source: Điều 174, 360, 370–403 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class ReviewsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('cassation-protested', 'Protest a final judgment for a violation of law')
  async protestCassation(@TheStep() step: AskedStep, @Body() dto: ProtestDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('cassation-decided', 'Record the decision of the cassation panel')
  async decideCassation(@TheStep() step: AskedStep, @Body() dto: DecideCassationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('reopening-protested', 'Protest a final judgment for new facts')
  async protestReopening(@TheStep() step: AskedStep, @Body() dto: ProtestReopeningDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('reopening-decided', 'Record the decision of the reopening panel')
  async decideReopening(@TheStep() step: AskedStep, @Body() dto: DecideReopeningDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('remand-accepted', 'Take an annulled case up again')
  async acceptRemand(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
