import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { type RecordedResult, Records, StageSteps, StepDto } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { DecideCassationDto, DecideReopeningDto, ProtestDto, ProtestReopeningDto } from './reviews.dto.js';

const kind = 'case' as const;

/** How a final judgment is reviewed, and an annulled case begins again. Source: Điều 174, 360, 370–403 BLTTHS. */
@ApiTags('trials')
@ApiBearerAuth()
@Controller('trials')
export class ReviewsController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/protest-cassation')
  @Records('cassation-protested', 'Protest a final judgment for a violation of law')
  @Requires('case.act')
  async protestCassation(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ProtestDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'protest-cassation', event: 'cassation-protested' },
      dto,
    );
  }

  @Post(':id/decide-cassation')
  @Records('cassation-decided', 'Record the decision of the cassation panel')
  @Requires('trial.act')
  async decideCassation(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DecideCassationDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'decide-cassation', event: 'cassation-decided' },
      dto,
    );
  }

  @Post(':id/protest-reopening')
  @Records('reopening-protested', 'Protest a final judgment for new facts')
  @Requires('prosecution.act')
  async protestReopening(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ProtestReopeningDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'protest-reopening', event: 'reopening-protested' },
      dto,
    );
  }

  @Post(':id/decide-reopening')
  @Records('reopening-decided', 'Record the decision of the reopening panel')
  @Requires('trial.act')
  async decideReopening(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DecideReopeningDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'decide-reopening', event: 'reopening-decided' },
      dto,
    );
  }

  @Post(':id/accept-remand')
  @Records('remand-accepted', 'Take an annulled case up again')
  @Requires('case.act')
  async acceptRemand(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: StepDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'accept-remand', event: 'remand-accepted' },
      dto,
    );
  }
}
