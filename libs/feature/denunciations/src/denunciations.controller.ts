import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  type AskedStep,
  type CaseFileView,
  CorrectionDto,
  CorrectsFile,
  DenunciationFileView,
  FileFilterDto,
  type FilePage,
  FilePageView,
  ListFiles,
  ReadCaseFile,
  type RecordedResult,
  Records,
  StageSteps,
  StepRoute,
  TheStep,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  CarryOverDenunciationDto,
  CheckPreliminarilyDto,
  ClassifyDto,
  NotifyDto,
  ReceiveDenunciationDto,
} from './denunciations.dto.js';

const kind = 'denunciation' as const;

/** Crime information as it comes in: lists, files, reception, classification. Source: Điều 143–146 BLTTHS. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationsController {
  constructor(
    private readonly files: ListFiles,
    private readonly caseFile: ReadCaseFile,
    private readonly steps: StageSteps,
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

  @StepRoute('preliminarily-checked', 'Check a denunciation preliminarily, as commune police')
  async checkPreliminarily(@TheStep() step: AskedStep, @Body() dto: CheckPreliminarilyDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('classified', 'Decide whose competence a denunciation is')
  async classify(@TheStep() step: AskedStep, @Body() dto: ClassifyDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
  }

  @StepRoute('notified', 'Record that a notice was given or a file was sent')
  async notify(@TheStep() step: AskedStep, @Body() dto: NotifyDto): Promise<RecordedResult> {
    return this.steps.record(step, dto);
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
