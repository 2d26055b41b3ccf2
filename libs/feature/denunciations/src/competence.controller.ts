import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  JoinDenunciation,
  plain,
  type RecordedResult,
  RefusalDto,
  SplitDenunciation,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
  ToOfficeDto,
} from '#libs/feature/casework';
import { DisputeCompetenceDto, JoinDto, SplitDto } from './denunciations.dto.js';

/** Who resolves crime information: transfer, split, join, dispute. Source: Điều 146, 150 BLTTHS; Điều 8, 12 TTLT 01/2017. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationCompetenceController {
  constructor(
    private readonly steps: StageSteps,
    private readonly splitDenunciation: SplitDenunciation,
    private readonly joinDenunciation: JoinDenunciation,
  ) {}

  @StepRoute('transfer-offered', 'Offer a denunciation to another office')
  async transfer(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('transfer-accepted', 'Accept a denunciation that is offered')
  async acceptTransfer(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('transfer-refused', 'Refuse a denunciation that is offered')
  async refuseTransfer(@TheStep() step: AskedStep, @Body() dto: RefusalDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('split', 'Split a part off and open its file')
  async split(@TheStep() step: AskedStep, @Body() dto: SplitDto): Promise<RecordedResult> {
    const { actor, commandId, subjectId } = step;
    return this.splitDenunciation.split({ ...plain(dto), actor, commandId, denunciationId: subjectId });
  }

  @StepRoute('joined', 'Join a denunciation into another one of the same content')
  async join(@TheStep() step: AskedStep, @Body() dto: JoinDto): Promise<RecordedResult> {
    const { actor, commandId, subjectId } = step;
    return this.joinDenunciation.join({ ...plain(dto), actor, commandId, denunciationId: subjectId });
  }

  @StepRoute('competence-disputed', 'Dispute the competence with another office')
  async disputeCompetence(@TheStep() step: AskedStep, @Body() dto: DisputeCompetenceDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('competence-settled', 'Settle a dispute of competence, as procuracy')
  async settleDispute(@TheStep() step: AskedStep, @Body() dto: ToOfficeDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
