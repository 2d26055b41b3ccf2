import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { InstituteCase, type RecordedResult, Records, StageSteps, StepDto, plain } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import {
  AssignDto,
  DeclineDto,
  ExtendDto,
  InstituteDto,
  RequestExtensionDto,
  SuspendVerificationDto,
} from './denunciations.dto.js';

const kind = 'denunciation' as const;

/** How the body that holds crime information resolves it. Source: Điều 147–149 BLTTHS; Điều 9, 11 TTLT 01/2017. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationVerificationController {
  constructor(
    private readonly steps: StageSteps,
    private readonly instituteCase: InstituteCase,
  ) {}

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

  @Post(':id/request-extension')
  @Records('extension-requested', 'Ask the procuracy for an extension')
  @Requires('denunciation.extend')
  async requestExtension(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: RequestExtensionDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'request-extension', event: 'extension-requested' },
      dto,
    );
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

  @Post(':id/institute')
  @Records('instituted', 'Institute a case on a denunciation')
  @Requires('denunciation.resolve')
  async institute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) denunciationId: string,
    @Body() dto: InstituteDto,
  ): Promise<RecordedResult> {
    return this.instituteCase.institute({ ...plain(dto), command: 'institute', actor, commandId, denunciationId });
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
}
