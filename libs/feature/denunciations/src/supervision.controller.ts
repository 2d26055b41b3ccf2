import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { InstituteCase, type RecordedResult, Records, StageSteps, StepDto, plain } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { AssignProsecutorDto, OverruleDeclineDto } from './denunciations.dto.js';

const kind = 'denunciation' as const;

/** What the procuracy does about crime information. Source: Điều 145, 148, 153, 159–161 BLTTHS. */
@ApiTags('denunciations')
@ApiBearerAuth()
@Controller('denunciations')
export class DenunciationSupervisionController {
  constructor(
    private readonly steps: StageSteps,
    private readonly instituteCase: InstituteCase,
  ) {}

  @Post(':id/assign-prosecutor')
  @Records('prosecutor-assigned', 'Assign a prosecutor to a denunciation')
  @Requires('denunciation.assign')
  async assignProsecutor(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: AssignProsecutorDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'assign-prosecutor', event: 'prosecutor-assigned' },
      dto,
    );
  }

  @Post(':id/refuse-extension')
  @Records('extension-refused', 'Refuse an extension, as procuracy')
  @Requires('denunciation.extend')
  async refuseExtension(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'refuse-extension', event: 'extension-refused' },
      dto,
    );
  }

  @Post(':id/cancel-suspension')
  @Records('suspension-cancelled', 'Cancel a suspension, as procuracy')
  @Requires('denunciation.resolve')
  async cancelSuspension(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'cancel-suspension', event: 'suspension-cancelled' },
      dto,
    );
  }

  @Post(':id/overrule-decline')
  @Records('decline-overruled', 'Overrule a decline and institute a case, as procuracy')
  @Requires('denunciation.resolve')
  async overruleDecline(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) denunciationId: string,
    @Body() dto: OverruleDeclineDto,
  ): Promise<RecordedResult> {
    return this.instituteCase.institute({
      ...plain(dto),
      command: 'overrule-decline',
      actor,
      commandId,
      denunciationId,
    });
  }

  @Post(':id/demand-remedy')
  @Records('remedy-demanded', 'Demand a remedy of the office that resolves, as procuracy')
  @Requires('denunciation.resolve')
  async demandRemedy(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'demand-remedy', event: 'remedy-demanded' },
      dto,
    );
  }

  @Post(':id/take-over')
  @Records('taken-over', 'Take a denunciation over from the office that did not remedy, as procuracy')
  @Requires('denunciation.resolve')
  async takeOver(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'take-over', event: 'taken-over' }, dto);
  }
}
