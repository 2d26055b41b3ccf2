import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  type CaseFileView,
  CorrectionDto,
  CorrectsFile,
  DenunciationFileView,
  FileFilterDto,
  type FilePage,
  FilePageView,
  InstituteCase,
  ListFiles,
  ReadCaseFile,
  plain,
  type RecordedResult,
  Records,
  RefusalDto,
  StageSteps,
  StepDto,
  ToOfficeDto,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  AssignDto,
  CarryOverDenunciationDto,
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
    private readonly steps: StageSteps,
    private readonly instituteCase: InstituteCase,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the files that you may see, newest first' })
  @ApiOkResponse({ type: FilePageView })
  @Requires('denunciation.read')
  async list(@CurrentActor() actor: Actor, @Query() filter: FileFilterDto): Promise<FilePage> {
    return this.files.list(actor, kind, filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one denunciation: state, timeline, what you can do now' })
  @ApiOkResponse({ type: DenunciationFileView })
  @Requires('denunciation.read')
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseFileView> {
    return this.caseFile.read(actor, kind, id);
  }

  @Post()
  @Records('received', 'Receive a denunciation, report or petition')
  @Requires('denunciation.receive')
  async receive(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: ReceiveDenunciationDto,
  ): Promise<RecordedResult> {
    return this.steps.open({ actor, commandId, kind, command: 'receive' }, dto);
  }

  @Post('carry-over')
  @Records('carried-over', 'Take a denunciation over from a paper register')
  @Requires('denunciation.receive')
  async carryOver(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Body() dto: CarryOverDenunciationDto,
  ): Promise<RecordedResult> {
    return this.steps.open({ actor, commandId, kind, command: 'carry-over' }, dto);
  }

  @Post(':id/classify')
  @Records('classified', 'Decide whose competence a denunciation is')
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
  @Records('transfer-offered', 'Offer a denunciation to another office')
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
  @Records('transfer-accepted', 'Accept a denunciation that is offered')
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
  @Records('transfer-refused', 'Refuse a denunciation that is offered')
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
  @Records('assigned', 'Assign a denunciation to an investigator')
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
  @Records('extended', 'Record an extension of the time for resolving')
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
  @Records('declined', 'Decide not to institute a case')
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
  @Records('suspended', 'Suspend the resolution')
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
  @Records('resumed', 'Resume the resolution')
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
  @Records('instituted', 'Institute a case on a denunciation')
  @Requires('denunciation.resolve')
  async institute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) denunciationId: string,
    @Body() dto: InstituteDto,
  ): Promise<RecordedResult> {
    return this.instituteCase.institute({ ...plain(dto), actor, commandId, denunciationId });
  }

  @Post(':id/corrections')
  @CorrectsFile()
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
