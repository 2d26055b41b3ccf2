import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  InstituteCase,
  plain,
  type RecordedResult,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
} from '#libs/feature/casework';
import {
  AssignDto,
  DeclineDto,
  ExtendDto,
  InstituteDto,
  RequestExtensionDto,
  SuspendVerificationDto,
} from './denunciations.dto.js';

/** How the body that holds crime information resolves it. Source: Điều 147–149 BLTTHS; Điều 9, 11 TTLT 01/2017. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationVerificationController {
  constructor(
    private readonly steps: StageSteps,
    private readonly instituteCase: InstituteCase,
  ) {}

  @StepRoute('assigned', 'Assign a denunciation to an investigator')
  async assign(@TheStep() step: AskedStep, @Body() dto: AssignDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('extension-requested', 'Ask the procuracy for an extension')
  async requestExtension(@TheStep() step: AskedStep, @Body() dto: RequestExtensionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('extended', 'Record an extension of the time for resolving')
  async extend(@TheStep() step: AskedStep, @Body() dto: ExtendDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('instituted', 'Institute a case on a denunciation')
  async institute(@TheStep() step: AskedStep, @Body() dto: InstituteDto): Promise<RecordedResult> {
    const { actor, commandId, subjectId } = step;
    return this.instituteCase.institute({
      ...plain(dto),
      command: 'institute',
      actor,
      commandId,
      denunciationId: subjectId,
    });
  }

  @StepRoute('declined', 'Decide not to institute a case')
  async decline(@TheStep() step: AskedStep, @Body() dto: DeclineDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('suspended', 'Suspend the resolution')
  async suspend(@TheStep() step: AskedStep, @Body() dto: SuspendVerificationDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('suspension-reviewed', 'Record the review of a suspended denunciation')
  async reviewSuspension(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('resumed', 'Resume the resolution')
  async resume(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
