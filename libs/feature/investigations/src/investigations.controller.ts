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
  ToOfficeDto,
} from '#libs/feature/casework';
import {
  ExtendInvestigationDto,
  OverruleTerminationDto,
  SuspendInvestigationDto,
  TerminateInvestigationDto,
} from './investigations.dto.js';

/** The course of an investigation to its end. Source: Điều 172, 229–235, 238 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class InvestigationsController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('investigation-extension-requested', 'Ask the procuracy to extend the investigation')
  async requestExtension(@TheStep() step: AskedStep, @Body() dto: ExtendInvestigationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('investigation-extended', 'Extend the investigation')
  async extend(@TheStep() step: AskedStep, @Body() dto: ExtendInvestigationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('investigation-suspended', 'Suspend the investigation of a case or of some accused')
  async suspend(@TheStep() step: AskedStep, @Body() dto: SuspendInvestigationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('investigation-resumed', 'Resume the investigation of a case or of some accused')
  async resume(@TheStep() step: AskedStep, @Body() dto: ScopedStepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('investigation-terminated', 'Terminate the investigation of a case or of some accused')
  async terminate(@TheStep() step: AskedStep, @Body() dto: TerminateInvestigationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('termination-confirmed', 'Confirm that the termination is founded, as the procuracy')
  async confirmTermination(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('termination-overruled', 'Cancel an unfounded termination: resume, or prosecute at once')
  async overruleTermination(@TheStep() step: AskedStep, @Body() dto: OverruleTerminationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('investigation-concluded', 'Conclude the investigation')
  async conclude(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('handed-to-procuracy', 'Hand the file to the procuracy')
  async handToProcuracy(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
