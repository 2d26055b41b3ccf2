import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import {
  APPEAL_LEVELS,
  type AppealLevel,
  type Appellant,
  PLAN_GROUPS,
  type PlanGroup,
  VERDICTS,
} from '#libs/domain/procedure';
import { DetentionView, HeldPersonView } from './case-persons.view.js';
import { DifficultyView, KeyCaseView } from './case-remarks.view.js';
import { OwedNoticeView } from './owed-notice.view.js';
import { OffenceDto } from './step.dto.js';

const DAY = { type: String, format: 'date' } as const;

@ApiSchema({ name: 'ChargeVerdict', description: 'the judgment on one of several charges' })
export class ChargeVerdictView {
  @ApiProperty({ type: OffenceDto })
  offence: OffenceDto;

  @ApiProperty({ enum: VERDICTS })
  outcome: string;
}

@ApiSchema({ name: 'Defendant', description: 'an accused person of a case; a number, no name' })
export class DefendantView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  number: string;

  @ApiProperty({ example: 'charged' })
  status: string;

  @ApiPropertyOptional({ type: OffenceDto, description: 'the gravest of the charges' })
  offence?: OffenceDto;

  @ApiPropertyOptional({ type: [OffenceDto] })
  charges?: readonly OffenceDto[];

  @ApiPropertyOptional({ ...DAY, description: 'the procuracy waits for evidence before it decides on the charge' })
  evidenceAskedOn?: Day;

  @ApiPropertyOptional({ ...DAY, description: 'since when wanted' })
  wantedOn?: Day;

  @ApiPropertyOptional({ type: Boolean, description: 'proceedings go on without the person' })
  inAbsentia?: true;

  @ApiPropertyOptional({ type: DetentionView })
  detention?: DetentionView;

  @ApiProperty({ description: 'under 18 at the time of the offence' })
  minor: boolean;

  @ApiPropertyOptional({ type: Boolean, description: '14 or 15 years old at the time of the offence' })
  underSixteen?: true;

  @ApiProperty({ type: String, format: 'date' })
  chargedOn: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  judgedOn?: Day;

  @ApiPropertyOptional({ example: 'convicted' })
  verdict?: string;

  @ApiPropertyOptional({ type: [ChargeVerdictView] })
  chargeVerdicts?: readonly ChargeVerdictView[];

  @ApiPropertyOptional({ type: Boolean, description: 'absent when the judgment was pronounced' })
  absent?: true;

  @ApiPropertyOptional({ ...DAY, description: 'when one who was absent received the judgment' })
  receivedOn?: Day;

  @ApiPropertyOptional({ type: [String], example: ['defendant'], description: 'who attacked the judgment' })
  appellants?: readonly Appellant[];

  @ApiPropertyOptional({ ...DAY, description: 'a late appeal of that day waits for a decision' })
  lateAppealOn?: Day;

  @ApiPropertyOptional({ example: 'upheld', description: 'what the last court above decided' })
  outcome?: string;

  @ApiPropertyOptional({ ...DAY, description: 'since when the judgment on the person is final' })
  finalOn?: Day;

  @ApiProperty({ type: String, format: 'date' })
  since: Day;
}

@ApiSchema({ name: 'CriminalCase', description: 'where a case stands' })
export class CriminalCaseStateView {
  @ApiPropertyOptional({ type: 'integer' })
  holderOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'to whom it is offered' })
  receiverOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer' })
  investigatingOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer' })
  procuracyOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer' })
  courtOfficeId?: number;

  @ApiPropertyOptional({ type: OffenceDto })
  offence?: OffenceDto;

  @ApiPropertyOptional({ type: [OffenceDto], description: 'what a supplement or a joined case brought beside it' })
  otherOffences?: readonly OffenceDto[];

  @ApiPropertyOptional({
    enum: PLAN_GROUPS,
    description: 'whether the plans against trafficking mean its offences, or ones that go with them',
  })
  planGroup?: PlanGroup;

  @ApiPropertyOptional(DAY)
  committedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  institutedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  investigationUntil?: Day;

  @ApiPropertyOptional({ ...DAY, description: 'asked of the procuracy, not answered yet' })
  extensionAskedOn?: Day;

  @ApiPropertyOptional({ enum: ['summary'] })
  procedure?: 'summary';

  @ApiPropertyOptional({ type: Boolean, description: 'the halved limits of accused under 18 no longer hold' })
  minorLimitsLifted?: true;

  @ApiPropertyOptional({ format: 'uuid', description: 'the case that it was severed off' })
  parentCaseId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the case that goes on in its place' })
  joinedIntoCaseId?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'the cases that were joined to it' })
  absorbedCaseIds?: readonly string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'account of the officer or judge of the holder who works on it' })
  assigneeId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  judgeId?: string;

  @ApiPropertyOptional(DAY)
  hearingOn?: Day;

  @ApiPropertyOptional(DAY)
  hearingOpenedOn?: Day;

  @ApiPropertyOptional({ type: 'integer', description: 'the court that hears the appeal' })
  appellateOfficeId?: number;

  @ApiPropertyOptional({ enum: APPEAL_LEVELS })
  appealLevel?: AppealLevel;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'the procuracy that studies the file before the appeal is heard',
  })
  fileLentTo?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'the court that reviews the final judgment' })
  reviewOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'how many judgments were annulled so that it begins again' })
  annulments?: number;

  @ApiProperty({ type: [DefendantView] })
  defendants: readonly DefendantView[];

  @ApiPropertyOptional({ type: [HeldPersonView] })
  held?: readonly HeldPersonView[];

  @ApiPropertyOptional({ type: KeyCaseView })
  keyCase?: KeyCaseView;

  @ApiPropertyOptional({ type: [DifficultyView] })
  difficulties?: readonly DifficultyView[];

  @ApiProperty({ type: [OwedNoticeView] })
  owed: readonly OwedNoticeView[];

  @ApiProperty({ description: 'taken over from a paper register' })
  carriedOver: boolean;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'since when in this status or with this office' })
  since?: Day;
}
