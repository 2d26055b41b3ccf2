import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#libs/feature/access';
import { CommandId } from '#libs/platform/http';
import { derivedId } from './derived-id.js';
import { MarkKeyCaseDto, NoteDifficultyDto, NotifyCaseDto, SettleDifficultyDto } from './dto/remark.dto.js';
import { RefusalDto } from './dto/step.dto.js';
import type { RecordedResult } from './recorded-result.js';
import { Records } from './records.decorator.js';
import { StageSteps } from './stage-steps.service.js';

const kind = 'case' as const;

/** What is remarked on a case in whatever stage: key cases, difficulties, the notices that were given. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('cases')
export class RemarksController {
  constructor(private readonly steps: StageSteps) {}

  @Post(':id/mark-key-case')
  @Records('key-case-marked', 'Mark a case as a key case')
  @Requires('case.remark')
  async markKeyCase(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: MarkKeyCaseDto,
  ): Promise<RecordedResult> {
    const step = { actor, commandId, subjectId, kind, command: 'mark-key-case', event: 'key-case-marked' };
    return this.steps.record(step, dto);
  }

  @Post(':id/unmark-key-case')
  @Records('key-case-unmarked', 'Record that a case is a key case no more')
  @Requires('case.remark')
  async unmarkKeyCase(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: RefusalDto,
  ): Promise<RecordedResult> {
    const step = { actor, commandId, subjectId, kind, command: 'unmark-key-case', event: 'key-case-unmarked' };
    return this.steps.record(step, dto);
  }

  @Post(':id/note-difficulty')
  @Records('difficulty-noted', 'Note what stands in the way of resolving a case')
  @Requires('case.remark')
  async noteDifficulty(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: NoteDifficultyDto,
  ): Promise<RecordedResult> {
    const difficultyId = derivedId(commandId, 'difficulty');
    const step = { actor, commandId, subjectId, kind, command: 'note-difficulty', event: 'difficulty-noted' };
    return this.steps.record(step, dto, { difficultyId });
  }

  @Post(':id/settle-difficulty')
  @Records('difficulty-settled', 'Record that a difficulty stands in the way no more')
  @Requires('case.remark')
  async settleDifficulty(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: SettleDifficultyDto,
  ): Promise<RecordedResult> {
    const step = { actor, commandId, subjectId, kind, command: 'settle-difficulty', event: 'difficulty-settled' };
    return this.steps.record(step, dto);
  }

  @Post(':id/notify')
  @Records('case-notified', 'Record that your office gave a notice it owed')
  @Requires('case.remark')
  async notify(
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
    @Param('id', ParseUUIDPipe) subjectId: string,
    @Body() dto: NotifyCaseDto,
  ): Promise<RecordedResult> {
    const step = { actor, commandId, subjectId, kind, command: 'notify', event: 'case-notified' };
    return this.steps.record(step, dto);
  }
}
