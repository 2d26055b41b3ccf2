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
import { AssignProsecutorDto, OverruleDeclineDto } from './denunciations.dto.js';

/** What the procuracy does about crime information. Source: Điều 145, 148, 153, 159–161 BLTTHS. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationSupervisionController {
  constructor(
    private readonly steps: StageSteps,
    private readonly instituteCase: InstituteCase,
  ) {}

  @StepRoute('prosecutor-assigned', 'Assign a prosecutor to a denunciation')
  async assignProsecutor(@TheStep() step: AskedStep, @Body() dto: AssignProsecutorDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('extension-refused', 'Refuse an extension, as procuracy')
  async refuseExtension(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('suspension-cancelled', 'Cancel a suspension, as procuracy')
  async cancelSuspension(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('decline-overruled', 'Overrule a decline and institute a case, as procuracy')
  async overruleDecline(@TheStep() step: AskedStep, @Body() dto: OverruleDeclineDto): Promise<RecordedResult> {
    const { actor, commandId, subjectId } = step;
    return this.instituteCase.institute({
      ...plain(dto),
      command: 'overrule-decline',
      actor,
      commandId,
      denunciationId: subjectId,
    });
  }

  @StepRoute('remedy-demanded', 'Demand a remedy of the office that resolves, as procuracy')
  async demandRemedy(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('taken-over', 'Take a denunciation over from the office that did not remedy, as procuracy')
  async takeOver(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
