import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  type RecordedResult,
  RefusalDto,
  ScopedStepDto,
  StageSteps,
  StepRoute,
  TheStep,
  ToOfficeDto,
} from '#libs/feature/casework';
import {
  ExtendProsecutionDto,
  HandToCourtDto,
  ReturnForSupplementDto,
  SuspendProsecutionDto,
  TerminateProsecutionDto,
} from './prosecutions.dto.js';

/** The prosecution of a case. Source: Điều 236–249 BLTTHS. */
@ApiTags('prosecutions')
@ApiBearerAuth()
@Controller('prosecutions')
export class ProsecutionsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('indicted', 'Indict')
  async indict(@TheStep() step: AskedStep, @Body() dto: ScopedStepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('returned-for-supplement', 'Return the file for supplementary investigation')
  async returnForSupplement(@TheStep() step: AskedStep, @Body() dto: ReturnForSupplementDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('file-refused', 'Refuse a file that is not complete')
  async refuseFile(@TheStep() step: AskedStep, @Body() dto: RefusalDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute(
    'prosecution-extended',
    'Extend the time for the decision on prosecution, or for the hand-over to the court',
  )
  async extendProsecution(@TheStep() step: AskedStep, @Body() dto: ExtendProsecutionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('prosecution-transferred', 'Transfer a case to the procuracy that is competent')
  async transferForProsecution(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('prosecution-suspended', 'Suspend a case or some accused at the procuracy')
  async suspend(@TheStep() step: AskedStep, @Body() dto: SuspendProsecutionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('prosecution-resumed', 'Resume a case or some accused at the procuracy')
  async resume(@TheStep() step: AskedStep, @Body() dto: ScopedStepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('prosecution-terminated', 'Terminate a case or some accused at the procuracy')
  async terminate(@TheStep() step: AskedStep, @Body() dto: TerminateProsecutionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('handed-to-court', 'Hand the file to the court')
  async handToCourt(@TheStep() step: AskedStep, @Body() dto: HandToCourtDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('return-declined', 'Send a returned file back to the court with the same indictment')
  async declineReturn(@TheStep() step: AskedStep, @Body() dto: RefusalDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('prosecution-withdrawn', 'Withdraw the prosecution of a case or of some accused')
  async withdrawProsecution(@TheStep() step: AskedStep, @Body() dto: ScopedStepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
