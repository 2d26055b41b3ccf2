import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import type { Fields } from '#libs/domain/procedure';
import { SECRECY_MARKS, type SecrecyMark } from '#libs/feature/access';
import { CriminalCaseStateView } from './criminal-case.view.js';
import { OwedNoticeView } from './owed-notice.view.js';
import { OffenceDto } from './step.dto.js';

@ApiSchema({ name: 'Subject', description: 'a file as it stands in the register' })
export class SubjectView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['denunciation', 'case'] })
  kind: 'denunciation' | 'case';

  @ApiProperty()
  number: string;

  @ApiProperty({ type: 'integer', description: 'the office that opened it' })
  officeId: number;

  @ApiPropertyOptional({ type: 'integer' })
  placeId?: number;

  @ApiProperty({ enum: SECRECY_MARKS, description: 'its mark as a state secret' })
  secrecy: SecrecyMark;

  @ApiProperty({ type: 'integer', description: 'sequence of the last event; send it as `expectedVersion`' })
  version: number;
}

@ApiSchema({ name: 'DecisionOnPaper' })
export class DecisionView {
  @ApiPropertyOptional()
  number?: string;

  @ApiPropertyOptional({ type: String, format: 'date' })
  on?: Day;
}

@ApiSchema({ name: 'TimelineEvent', description: 'a recorded step' })
export class TimelineEventView {
  @ApiProperty({ type: 'integer', description: 'place in the file, counted from 1' })
  sequence: number;

  @ApiProperty({ type: 'integer', description: 'place in the whole record' })
  position: number;

  @ApiProperty({ example: 'classified' })
  type: string;

  @ApiProperty({ type: String, format: 'date', description: 'when it happened in law' })
  occurredOn: Day;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt: Date;

  @ApiProperty({ type: String, format: 'date', description: 'day of the recording in Việt Nam' })
  recordedOn: Day;

  @ApiProperty({ format: 'uuid', description: 'account of whoever recorded it' })
  recordedBy: string;

  @ApiProperty({ type: 'integer', description: 'the office that took the step' })
  officeId: number;

  @ApiProperty({ description: 'edition of the law by which the step was judged' })
  ruleSet: string;

  @ApiPropertyOptional({ type: DecisionView })
  decision?: DecisionView;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'what the step states' })
  payload: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({ type: 'integer', description: 'sequence of the event that this one corrects' })
  replaces?: number;

  @ApiPropertyOptional({ description: 'why it was corrected' })
  reason?: string;
}

@ApiSchema({ name: 'AvailableStep', description: 'a step that the reader can take now' })
export class AvailableStepView {
  @ApiProperty({ example: 'classify' })
  command: string;

  @ApiProperty({ example: 'classified', description: 'the event that it records; `x-event` of its route' })
  event: string;

  @ApiProperty({ example: 'Đ.145, 146 BLTTHS' })
  article: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'what the step states, by name' })
  fields: Fields;
}

@ApiSchema({ name: 'Extension' })
export class ExtensionView {
  @ApiProperty({ enum: ['head', 'procuracy'] })
  grantor: 'head' | 'procuracy';

  @ApiProperty({ type: String, format: 'date' })
  until: Day;
}

@ApiSchema({ name: 'Denunciation', description: 'where a denunciation stands' })
export class DenunciationStateView {
  @ApiPropertyOptional({ type: 'integer' })
  holderOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'to whom it is offered' })
  receiverOfficeId?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'with whom the competence is disputed' })
  disputedWithOfficeId?: number;

  @ApiPropertyOptional()
  source?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'the commune police hand it over within 24 hours' })
  urgent?: true;

  @ApiPropertyOptional({ type: Boolean, description: 'from a remote commune' })
  remote?: true;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'when the offence is said to have been committed' })
  committedOn?: Day;

  @ApiPropertyOptional({ type: OffenceDto })
  offence?: OffenceDto;

  @ApiPropertyOptional({ type: String, format: 'date' })
  receivedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  classifiedOn?: Day;

  @ApiPropertyOptional({ format: 'uuid' })
  assigneeId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  prosecutorId?: string;

  @ApiProperty({ type: [ExtensionView] })
  extensions: readonly ExtensionView[];

  @ApiPropertyOptional({ type: String, format: 'date', description: 'asked of the procuracy, not answered yet' })
  extensionAskedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  resumedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'the procuracy demanded a remedy of the holder' })
  remedyDemandedOn?: Day;

  @ApiPropertyOptional({ format: 'uuid', description: 'the whole that it was split off from' })
  parentId?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'the parts that were split off it' })
  childIds?: readonly string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'the file that is resolved in its place' })
  joinedIntoId?: string;

  @ApiProperty({ type: [OwedNoticeView] })
  owed: readonly OwedNoticeView[];

  @ApiProperty({ description: 'taken over from a paper register' })
  carriedOver: boolean;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'since when in this status or with this office' })
  since?: Day;
}

/** What both kinds of file show. */
class WholeFileView {
  @ApiProperty({ type: SubjectView })
  subject: SubjectView;

  @ApiProperty({ example: 'in-verification' })
  status: string;

  @ApiProperty({ type: [TimelineEventView], description: 'every recorded event, corrections included' })
  timeline: readonly TimelineEventView[];

  @ApiProperty({ type: [AvailableStepView] })
  available: readonly AvailableStepView[];

  @ApiProperty({
    type: [String],
    description:
      'the cases founded by a denunciation, its whole, parts and the file it was joined into, the denunciations that founded a case, the cases that it was severed off, joined to or that were joined to it, as far as you may see them',
  })
  related: readonly string[];
}

/** A denunciation as its reader sees it. */
@ApiSchema({ name: 'DenunciationFile' })
export class DenunciationFileView extends WholeFileView {
  @ApiProperty({ type: DenunciationStateView })
  file: DenunciationStateView;
}

/** A case as its reader sees it. */
@ApiSchema({ name: 'CriminalCaseFile' })
export class CriminalCaseView extends WholeFileView {
  @ApiProperty({ type: CriminalCaseStateView })
  file: CriminalCaseStateView;
}
