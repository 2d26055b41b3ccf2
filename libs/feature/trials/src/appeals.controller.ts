import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type AskedStep, type RecordedResult, StageSteps, StepRoute, TheStep } from '#libs/feature/casework';
import { AppealDto, FinaliseDto, OfDefendantsDto, WithdrawAppealDto } from './appeals.dto.js';

/** How a judgment is received, attacked, and final where nobody attacks it. Source: Điều 331–337, 342, 343 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class AppealsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('judgment-received', 'Record that one who was absent received the judgment')
  async recordReceipt(@TheStep() step: AskedStep, @Body() dto: OfDefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appealed', 'Record an appeal or a protest, in time or late')
  async appeal(@TheStep() step: AskedStep, @Body() dto: AppealDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('late-appeal-sent', 'Send a late appeal to the court above')
  async sendLateAppeal(@TheStep() step: AskedStep, @Body() dto: OfDefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('late-appeal-accepted', 'Record that a late appeal counts')
  async acceptLateAppeal(@TheStep() step: AskedStep, @Body() dto: OfDefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('late-appeal-refused', 'Record that a late appeal does not count')
  async refuseLateAppeal(@TheStep() step: AskedStep, @Body() dto: OfDefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-withdrawn', 'Record that an appeal or a protest is withdrawn')
  async withdrawAppeal(@TheStep() step: AskedStep, @Body() dto: WithdrawAppealDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('finalised', 'Record that the judgment is final')
  async finalise(@TheStep() step: AskedStep, @Body() dto: FinaliseDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
