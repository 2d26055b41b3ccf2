import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import type { Fields } from '#libs/domain/procedure';
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

  @ApiPropertyOptional()
  source?: string;

  @ApiPropertyOptional({ type: String, format: 'date' })
  receivedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  classifiedOn?: Day;

  @ApiPropertyOptional({ format: 'uuid' })
  assigneeId?: string;

  @ApiProperty({ type: [ExtensionView] })
  extensions: readonly ExtensionView[];

  @ApiProperty({ description: 'taken over from a paper register' })
  carriedOver: boolean;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'since when in this status or with this office' })
  since?: Day;
}

@ApiSchema({ name: 'Defendant', description: 'an accused person of a case; a number, no name' })
export class DefendantView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  number: string;

  @ApiProperty({ example: 'charged' })
  status: string;

  @ApiPropertyOptional({ type: OffenceDto })
  offence?: OffenceDto;

  @ApiProperty({ description: 'under 18 at the time of the offence' })
  minor: boolean;

  @ApiProperty({ type: String, format: 'date' })
  chargedOn: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  judgedOn?: Day;

  @ApiPropertyOptional({ example: 'convicted' })
  verdict?: string;

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

  @ApiPropertyOptional({ type: String, format: 'date' })
  institutedOn?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  investigationUntil?: Day;

  @ApiPropertyOptional({ type: String, format: 'date' })
  hearingOn?: Day;

  @ApiProperty({ type: [DefendantView] })
  defendants: readonly DefendantView[];

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
      'the cases founded by a denunciation, or the denunciations that founded a case, as far as you may see them',
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
