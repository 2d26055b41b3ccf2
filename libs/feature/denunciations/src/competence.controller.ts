import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import {
  JoinDenunciation,
  type RecordedResult,
  Records,
  RefusalDto,
  SplitDenunciation,
  StageSteps,
  StepDto,
  ToOfficeDto,
  plain,
} from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { DisputeCompetenceDto, JoinDto, SplitDto } from './denunciations.dto.js';

const kind = 'denunciation' as const;

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

  @Post(':id/split')
  @Records('split', 'Split a part off and open its file')
  @Requires('denunciation.classify')
  async split(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) denunciationId: string,
    @Body() dto: SplitDto,
  ): Promise<RecordedResult> {
    return this.splitDenunciation.split({ ...plain(dto), actor, commandId, denunciationId });
  }

  @Post(':id/join')
  @Records('joined', 'Join a denunciation into another one of the same content')
  @Requires('denunciation.classify')
  async join(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) denunciationId: string,
    @Body() dto: JoinDto,
  ): Promise<RecordedResult> {
    return this.joinDenunciation.join({ ...plain(dto), actor, commandId, denunciationId });
  }

  @Post(':id/dispute-competence')
  @Records('competence-disputed', 'Dispute the competence with another office')
  @Requires('denunciation.transfer')
  async disputeCompetence(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DisputeCompetenceDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'dispute-competence', event: 'competence-disputed' },
      dto,
    );
  }

  @Post(':id/settle-dispute')
  @Records('competence-settled', 'Settle a dispute of competence, as procuracy')
  @Requires('denunciation.transfer')
  async settleDispute(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ToOfficeDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'settle-dispute', event: 'competence-settled' },
      dto,
    );
  }
}
