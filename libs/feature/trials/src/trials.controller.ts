import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  type RecordedResult,
  ScopedStepDto,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
} from '#libs/feature/casework';
import {
  AssignJudgeDto,
  ExtendPreparationDto,
  ReturnByCourtDto,
  ReturnForCompetenceDto,
  ScheduleDto,
  SuspendTrialDto,
  TerminateTrialDto,
} from './trials.dto.js';

/** How the court takes up a case, prepares its trial, halts it and goes on. Source: Điều 255, 274–283 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class TrialsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('case-accepted', 'Docket a case at the court')
  async accept(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('judge-assigned', 'Assign the judge who presides')
  async assignJudge(@TheStep() step: AskedStep, @Body() dto: AssignJudgeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('preparation-extended', 'Extend the preparation of the trial')
  async extendPreparation(@TheStep() step: AskedStep, @Body() dto: ExtendPreparationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('scheduled', 'Decide to bring a case to trial')
  async schedule(@TheStep() step: AskedStep, @Body() dto: ScheduleDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('returned-by-court', 'Return the file to the procuracy')
  async returnByCourt(@TheStep() step: AskedStep, @Body() dto: ReturnByCourtDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('returned-for-competence', 'Return the file for another court to try it')
  async returnForCompetence(@TheStep() step: AskedStep, @Body() dto: ReturnForCompetenceDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('trial-suspended', 'Suspend a case or some accused at the court')
  async suspend(@TheStep() step: AskedStep, @Body() dto: SuspendTrialDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('trial-resumed', 'Resume a case or some accused at the court')
  async resume(@TheStep() step: AskedStep, @Body() dto: ScopedStepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('trial-terminated', 'Terminate a case or some accused at the court')
  async terminate(@TheStep() step: AskedStep, @Body() dto: TerminateTrialDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
