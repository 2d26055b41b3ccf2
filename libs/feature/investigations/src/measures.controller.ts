import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { derivedId, type RecordedResult, Records, StageSteps } from '#libs/feature/casework';
import { CommandId } from '#libs/platform/http';
import { DefendantsDto } from './accusations.dto.js';
import { ExtendCustodyDto, ExtendDetentionDto, HoldPersonDto, OrderDetentionDto, ReleaseDto } from './measures.dto.js';

const kind = 'case' as const;

/** How persons are held and detained, and set free. Source: Điều 110, 117–119, 125, 173, 241, 278, 329, 347 BLTTHS. */
@ApiTags('investigations')
@ApiBearerAuth()
@Controller('investigations')
export class MeasuresController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/hold-person')
  @Records('person-held', 'Record the decision by which somebody is held in custody')
  @Requires('investigation.act')
  async holdPerson(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: HoldPersonDto,
  ): Promise<RecordedResult> {
    const personId = dto.personId ?? derivedId(commandId, 'person');
    const step = { actor, commandId, subjectId, kind, command: 'hold-person', event: 'person-held' };
    return this.steps.record(step, dto, { personId });
  }

  @Post(':id/extend-custody')
  @Records('custody-extended', 'Approve the extension of a custody')
  @Requires('charge.approve')
  async extendCustody(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendCustodyDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'extend-custody', event: 'custody-extended' },
      dto,
    );
  }

  @Post(':id/release')
  @Records('released', 'Release somebody from custody')
  @Requires('investigation.act')
  async release(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ReleaseDto,
  ): Promise<RecordedResult> {
    return this.steps.record({ actor, commandId, subjectId, kind, command: 'release', event: 'released' }, dto);
  }

  @Post(':id/order-detention')
  @Records('detention-ordered', 'Order the detention of an accused')
  @Requires('investigation.act')
  async orderDetention(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: OrderDetentionDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'order-detention', event: 'detention-ordered' },
      dto,
    );
  }

  @Post(':id/extend-detention')
  @Records('detention-extended', 'Extend the detention of accused')
  @Requires('charge.approve')
  async extendDetention(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: ExtendDetentionDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'extend-detention', event: 'detention-extended' },
      dto,
    );
  }

  @Post(':id/end-detention')
  @Records('detention-ended', 'End the detention of accused')
  @Requires('investigation.act')
  async endDetention(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: DefendantsDto,
  ): Promise<RecordedResult> {
    return this.steps.record(
      { actor, commandId, subjectId, kind, command: 'end-detention', event: 'detention-ended' },
      dto,
    );
  }
}
