import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  type AskedStep,
  derivedId,
  type RecordedResult,
  Records,
  StageSteps,
  StepDto,
  StepRoute,
  TheStep,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { CancelInstitutionDto, CarryOverCaseDto, ChangeInstitutionDto, InstituteCaseDto } from './institutions.dto.js';

const kind = 'case' as const;

/** How a case is instituted, and what becomes of that decision. Source: Điều 143, 153–158, 161 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class InstitutionsController {
  constructor(private readonly steps: StageSteps) {}

  @Post()
  @Records('case-instituted', 'Institute a case without a denunciation')
  @Requires('investigation.act')
  async institute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: InstituteCaseDto,
  ): Promise<RecordedResult> {
    return this.steps.open({ actor, commandId, kind, command: 'institute' }, dto);
  }

  @Post('carry-over')
  @Records('case-carried-over', 'Take a case over from a paper register')
  @Requires('investigation.act')
  async carryOver(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: CarryOverCaseDto,
  ): Promise<RecordedResult> {
    const persons = dto.persons?.map(({ number }, index) => ({
      defendantId: derivedId(commandId, 'defendant', String(index)),
      number,
    }));
    return this.steps.open({ actor, commandId, kind, command: 'carry-over' }, dto, persons ? { persons } : {});
  }

  @StepRoute('institution-changed', 'Change or supplement the decision to institute a case')
  async changeInstitution(@TheStep() step: AskedStep, @Body() dto: ChangeInstitutionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('institution-cancelled', 'Cancel the decision to institute a case')
  async cancelInstitution(@TheStep() step: AskedStep, @Body() dto: CancelInstitutionDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('institution-overruled', 'Cancel an unfounded decision to institute, as the procuracy')
  async overruleInstitution(@TheStep() step: AskedStep, @Body() dto: StepDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }
}
