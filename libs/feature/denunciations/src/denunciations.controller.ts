import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  type CaseFileView,
  CorrectionDto,
  FileFilterDto,
  type FilePage,
  InstituteCase,
  ListFiles,
  ReadCaseFile,
  RecordStep,
  type RecordedResult,
  RefusalDto,
  StageSteps,
  StepDto,
  ToOfficeDto,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  AssignDto,
  ClassifyDto,
  DeclineDto,
  ExtendDto,
  InstituteDto,
  ReceiveDenunciationDto,
  SuspendVerificationDto,
} from './denunciations.dto.js';

const kind = 'denunciation' as const;

/** Crime information from reception to resolution. Source: Điều 143–152 BLTTHS. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationsController {
  constructor(
    private readonly files: ListFiles,
    private readonly caseFile: ReadCaseFile,
    private readonly recordStep: RecordStep,
    private readonly steps: StageSteps,
    private readonly instituteCase: InstituteCase,
  ) {}

  @Get()
  @Requires('denunciation.read')
  async list(@CurrentActor() actor: Actor, @Query() filter: FileFilterDto): Promise<FilePage> {
    return this.files.list(actor, kind, filter);
  }

  @Get(':id')
  @Requires('denunciation.read')
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseFileView> {
    return this.caseFile.read(actor, kind, id);
  }

  @Post()
  @Requires('denunciation.receive')
  async receive(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: ReceiveDenunciationDto,
  ): Promise<RecordedResult> {
    const { number, occurredOn, source, placeId } = dto;
    const payload = placeId === undefined ? { source } : { source, placeId };
    return this.recordStep.open({ actor, commandId, kind, command: 'receive', number, occurredOn, payload });
  }

  @Post(':id/classify')
  @Requires('denunciation.classify')
  async classify(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ClassifyDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'classify', event: 'classified' }, dto);
  }

  @Post(':id/transfer')
  @Requires('denunciation.transfer')
  async transfer(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'transfer', event: 'transfer-offered' },
      dto,
    );
  }

  @Post(':id/accept-transfer')
  @Requires('denunciation.transfer')
  async acceptTransfer(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'accept-transfer', event: 'transfer-accepted' },
      dto,
    );
  }

  @Post(':id/refuse-transfer')
  @Requires('denunciation.transfer')
  async refuseTransfer(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: RefusalDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'refuse-transfer', event: 'transfer-refused' },
      dto,
    );
  }

  @Post(':id/assign')
  @Requires('denunciation.assign')
  async assign(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AssignDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'assign', event: 'assigned' }, dto);
  }

  @Post(':id/extend')
  @Requires('denunciation.extend')
  async extend(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'extend', event: 'extended' }, dto);
  }

  @Post(':id/decline')
  @Requires('denunciation.resolve')
  async decline(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DeclineDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'decline', event: 'declined' }, dto);
  }

  @Post(':id/suspend')
  @Requires('denunciation.resolve')
  async suspend(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: SuspendVerificationDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'suspend', event: 'suspended' }, dto);
  }

  @Post(':id/resume')
  @Requires('denunciation.resolve')
  async resume(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'resume', event: 'resumed' }, dto);
  }

  @Post(':id/institute')
  @Requires('denunciation.resolve')
  async institute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) denunciationId: string,
    @Body() dto: InstituteDto,
  ): Promise<RecordedResult> {
    const offence = { ...dto.offence };
    const decision = dto.decision ? { ...dto.decision } : undefined;
    return this.instituteCase.institute({ ...dto, actor, commandId, denunciationId, offence, decision });
  }

  @Post(':id/corrections')
  @Requires('denunciation.correct')
  async correct(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: CorrectionDto,
  ): Promise<RecordedResult> {
    return this.steps.correct({ actor, commandId, subjectId, kind }, dto);
  }
}
