import { type Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, CurrentActor, Requires, scopeOf } from '#libs/feature/access';
import { CommandId, type Language, RequestedLanguage } from '#libs/platform/http';
import { writeCsv, writeXlsx } from '#libs/platform/spreadsheet';
import { sentenceOfFault } from '../imports.messages.js';
import { faultTable } from '../register/fault-table.js';
import { templateRows } from '../register/template.js';
import { AskImport } from '../run/ask-import.service.js';
import { ImportRunRepository } from '../run/import-run.repository.js';
import { FaultPageDto, ImportAskedView, ImportRunView } from './imports.dto.js';
import { readUploadForm } from './upload-form.js';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FILE = { type: 'string', format: 'binary' } as const;

/** Registers: upload, progress, faulty rows as a file, the template. */
@ApiTags('imports')
@ApiBearerAuth()
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: AskImport,
    private readonly runs: ImportRunRepository,
  ) {}

  @Post()
  @HttpCode(202)
  @Requires('import.run')
  @ApiOperation({ summary: 'Import a register from a CSV or XLSX file, or try it' })
  @ApiAcceptedResponse({ type: ImportAskedView })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, dryRun: { type: 'string', enum: ['true', 'false'] } },
    },
  })
  async upload(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportAskedView> {
    return { id: await this.imports.ask(actor, { commandId, ...(await readUploadForm(request)) }) };
  }

  @Get('template.csv')
  @ApiOperation({ summary: 'The template of a register as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: FILE })
  @Requires('import.run')
  templateCsv(@RequestedLanguage() language: Language): StreamableFile {
    return download(writeCsv(templateRows(language, true)), CSV, 'mau-nhap-so.csv');
  }

  @Get('template.xlsx')
  @ApiOperation({ summary: 'The template of a register as XLSX' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: FILE })
  @Requires('import.run')
  templateXlsx(@RequestedLanguage() language: Language): StreamableFile {
    const sheet = { name: 'So thu ly', rows: templateRows(language, true) };
    return download(writeXlsx([sheet]), XLSX, 'mau-nhap-so.xlsx');
  }

  @Get(':id')
  @ApiOperation({ summary: 'How an import goes, and what it refused' })
  @Requires('import.read')
  @ApiOkResponse({ type: ImportRunView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() page: FaultPageDto,
    @RequestedLanguage() language: Language,
  ): Promise<ImportRunView> {
    const run = await this.imports.get(actor, id);
    const rows = await this.runs.listFaults(id, page, scopeOf(actor));
    const { status, dryRun, recorded, waiting, alreadyThere, refused, files, events, failure } = run;
    const last = rows.length === page.limit ? rows.at(-1)?.line : undefined;
    return {
      ...{ id, status, dryRun, rows: run.rows, recorded, waiting, alreadyThere, refused, files, events },
      ...(failure ? { failure: sentenceOfFault(failure, language) } : {}),
      faults: rows.map(({ line, faults }) => ({
        line,
        columns: faults.map(({ column }) => column ?? null),
        sentences: faults.map((fault) => sentenceOfFault(fault, language)),
        codes: faults.map(({ code }) => code),
      })),
      ...(last === undefined ? {} : { next: last }),
    };
  }

  @Get(':id/faults.csv')
  @ApiOperation({ summary: 'The faulty rows as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: FILE })
  @Requires('import.read')
  async faultsCsv(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { headers } = await this.imports.get(actor, id);
    return download(writeCsv(faultTable(headers, this.runs.streamFaults(id, scopeOf(actor)))), CSV, 'dong-loi.csv');
  }

  @Get(':id/faults.xlsx')
  @ApiOperation({ summary: 'The faulty rows as XLSX' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: FILE })
  @Requires('import.read')
  async faultsXlsx(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { headers } = await this.imports.get(actor, id);
    const rows = faultTable(headers, this.runs.streamFaults(id, scopeOf(actor)));
    return download(writeXlsx([{ name: 'Dong loi', rows }]), XLSX, 'dong-loi.xlsx');
  }
}

const download = (content: Readable, type: string, name: string): StreamableFile =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
