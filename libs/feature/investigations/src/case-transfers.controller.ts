import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  type RecordedResult,
  RefusalDto,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
  ToOfficeDto,
} from '#libs/feature/casework';
import { AssignOfficerDto, DecideTransferDto, RequestTransferDto } from './investigations.dto.js';

/** Who works on a case, and how it passes to another investigating office. Source: Điều 36, 41, 154 khoản 2, 169 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class CaseTransfersController {
  constructor(private readonly steps: StageSteps) {}

  @StepRoute('case-assigned', 'Assign a case to an investigator or a prosecutor of the office that holds it')
  async assignOfficer(@TheStep() step: AskedStep, @Body() dto: AssignOfficerDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-offered', 'Offer a case to another investigating office')
  async transfer(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-agreed', 'Agree to take a case that is offered')
  async agreeToTransfer(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-requested', 'Propose the transfer of a case to the procuracy')
  async requestTransfer(@TheStep() step: AskedStep, @Body() dto: RequestTransferDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-decided', 'Decide as the procuracy that another body investigates a case')
  async decideTransfer(@TheStep() step: AskedStep, @Body() dto: DecideTransferDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-accepted', 'Accept a case that is offered')
  async acceptTransfer(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('case-transfer-refused', 'Refuse a case that is offered')
  async refuseTransfer(@TheStep() step: AskedStep, @Body() dto: RefusalDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
