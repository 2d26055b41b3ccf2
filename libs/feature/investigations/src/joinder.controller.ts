import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type AskedStep,
  JoinCases,
  plain,
  type RecordedResult,
  SeverCase,
  StepRoute,
  TheStep,
} from '#libs/feature/casework';
import { JoinCaseDto, SeverCaseDto } from './joinder.dto.js';

/** How cases are joined and severed: two files change in one transaction. Source: Điều 170, 242 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class JoinderController {
  constructor(
    private readonly joinCases: JoinCases,
    private readonly severCase: SeverCase,
  ) {}

  @StepRoute('case-joined', 'Join a case to another one of the same office, which goes on in its place')
  async join(@TheStep() step: AskedStep, @Body() dto: JoinCaseDto): Promise<RecordedResult> {
    const { actor, commandId, subjectId } = step;
    return this.joinCases.join({ actor, commandId, caseId: subjectId, ...plain(dto) });
  }

  @StepRoute('case-severed', 'Sever accused off a case into a new one')
  async sever(@TheStep() step: AskedStep, @Body() dto: SeverCaseDto): Promise<RecordedResult> {
    const { actor, commandId, subjectId } = step;
    return this.severCase.sever({ actor, commandId, caseId: subjectId, ...plain(dto) });
  }
}
