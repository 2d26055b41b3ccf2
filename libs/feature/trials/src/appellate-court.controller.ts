import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  type RecordedResult,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
  ToOfficeDto,
} from '#libs/feature/casework';
import { AcceptAppealDto, DecideAppealDto, ExtendFileStudyDto, ScheduleAppealDto } from './appeals.dto.js';

/** The way of an appeal to the court above and through it. Source: Điều 339–341, 344–348, 355–360 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class AppellateCourtController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('sent-to-appellate-court', 'Send the file and the appeals to the court above')
  async sendToAppellateCourt(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-accepted', 'Docket a case at the appellate court')
  async acceptAppeal(@TheStep() step: AskedStep, @Body() dto: AcceptAppealDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-file-lent', 'Hand the file to the procuracy for study')
  async lendFile(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-file-study-extended', 'Lengthen the procuracy’s study of the file')
  async extendFileStudy(@TheStep() step: AskedStep, @Body() dto: ExtendFileStudyDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-file-given-back', 'Take the file back from the procuracy')
  async takeFileBack(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-scheduled', 'Decide to hear the appeal')
  async scheduleAppeal(@TheStep() step: AskedStep, @Body() dto: ScheduleAppealDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('appeal-decided', 'Record the appellate judgment or decision')
  async decideAppeal(@TheStep() step: AskedStep, @Body() dto: DecideAppealDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
