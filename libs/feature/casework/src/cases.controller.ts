import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { CommandId } from '#libs/platform/http';
import { CriminalCaseView } from './dto/case-file.view.js';
import { FilePageView } from './dto/file-page.view.js';
import { FileFilterDto } from './dto/file-filter.dto.js';
import { CorrectionDto } from './dto/step.dto.js';
import { type FilePage, ListFiles } from './list-files.service.js';
import { type CaseFileView, ReadCaseFile } from './read-case-file.service.js';
import type { RecordedResult } from './recorded-result.js';
import { CorrectsFile } from './records.decorator.js';
import { StageSteps } from './stage-steps.service.js';

/** Cases: lists, the case file with its timeline, corrections. The steps live in the stages. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('cases')
export class CasesController {
  constructor(
    private readonly files: ListFiles,
    private readonly caseFile: ReadCaseFile,
    private readonly steps: StageSteps,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the files that you may see, newest first' })
  @ApiOkResponse({ type: FilePageView })
  @Requires('case.read')
  async list(@CurrentActor() actor: Actor, @Query() filter: FileFilterDto): Promise<FilePage> {
    return this.files.list(actor, 'case', filter);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one case: state, accused, timeline, what you can do now' })
  @ApiOkResponse({ type: CriminalCaseView })
  @Requires('case.read')
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseFileView> {
    return this.caseFile.read(actor, 'case', id);
  }

  @Post(':id/corrections')
  @CorrectsFile()
  @Requires('case.correct')
  async correct(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: CorrectionDto,
  ): Promise<RecordedResult> {
    return this.steps.correct({ actor, commandId, subjectId, kind: 'case' }, dto);
  }
}
