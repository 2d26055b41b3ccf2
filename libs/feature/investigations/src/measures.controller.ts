import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type AskedStep, derivedId, type RecordedResult, StageSteps, StepRoute, TheStep } from '#libs/feature/casework';
import { DefendantsDto } from './accusations.dto.js';
import { ExtendCustodyDto, ExtendDetentionDto, HoldPersonDto, OrderDetentionDto, ReleaseDto } from './measures.dto.js';

/** How persons are held and detained, and set free. Source: Điều 110, 117–119, 125, 173, 241, 278, 329, 347 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class MeasuresController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('person-held', 'Record the decision by which somebody is held in custody')
  async holdPerson(@TheStep() step: AskedStep, @Body() dto: HoldPersonDto): Promise<RecordedResult> {
    const personId = dto.personId ?? derivedId(step.commandId, 'person');
    return this.steps.record(step, dto, { personId });
  }

  @StepRoute('custody-extended', 'Approve the extension of a custody')
  async extendCustody(@TheStep() step: AskedStep, @Body() dto: ExtendCustodyDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('released', 'Release somebody from custody')
  async release(@TheStep() step: AskedStep, @Body() dto: ReleaseDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('detention-ordered', 'Order the detention of an accused')
  async orderDetention(@TheStep() step: AskedStep, @Body() dto: OrderDetentionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('detention-extended', 'Extend the detention of accused')
  async extendDetention(@TheStep() step: AskedStep, @Body() dto: ExtendDetentionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('detention-ended', 'End the detention of accused')
  async endDetention(@TheStep() step: AskedStep, @Body() dto: DefendantsDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
