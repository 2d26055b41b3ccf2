import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import {
  type FileLimit,
  LIMIT_KINDS,
  type LimitKind,
  type Reckoning,
  type Rung,
  LIMITATION_RUNGS,
  RUNGS,
  type TimeLimitId,
  type Urgency,
  type Whose,
} from '#libs/domain/procedure';
import type { DecidedYear } from '#libs/feature/casework';
import type { DeadlineLine } from './list-deadlines.service.js';
import type { LimitNotice } from './read-limit-notices.service.js';

const DAY = { type: String, format: 'date' } as const;
const SUBJECT_KINDS = ['denunciation', 'case'] as const;

@ApiSchema({ name: 'Reckoning' })
export class ReckoningView implements Reckoning {
  @ApiProperty({ description: 'the event that started it' })
  startedBy: string;

  @ApiProperty({ enum: ['procedural', 'detention', 'limitation', 'backwards'] })
  counting: Reckoning['counting'];

  @ApiPropertyOptional({ type: Object, description: 'hours, working days, days, months or years' })
  length?: Reckoning['length'];

  @ApiPropertyOptional({ type: String })
  gravity?: Reckoning['gravity'];

  @ApiPropertyOptional({ type: Boolean, description: 'an accused is under 18' })
  halved?: true;

  @ApiPropertyOptional({ description: 'the article that halves it' })
  halvedBy?: string;

  @ApiProperty({ ...DAY, isArray: true })
  extendedTo: readonly Day[];

  @ApiPropertyOptional({ ...DAY, description: 'before a day off moved it' })
  endByLaw?: Day;

  @ApiProperty({ ...DAY, description: 'since when the text applied is in force' })
  textSince: Day;
}

@ApiSchema({ name: 'Deadline' })
export class DeadlineView implements DeadlineLine {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ format: 'uuid' })
  subjectId: string;

  @ApiProperty({ enum: SUBJECT_KINDS })
  subjectKind: DeadlineLine['subjectKind'];

  @ApiProperty()
  number: string;

  @ApiPropertyOptional()
  defendantId?: string;

  @ApiProperty()
  limitId: string;

  @ApiProperty({ enum: LIMIT_KINDS })
  kind: LimitKind;

  @ApiProperty()
  article: string;

  @ApiProperty({ type: 'integer' })
  officeId: number;

  @ApiPropertyOptional()
  assigneeId?: string;

  @ApiProperty(DAY)
  startedOn: Day;

  @ApiPropertyOptional(DAY)
  dueOn?: Day;

  @ApiPropertyOptional({ ...DAY, description: 'the latest end that one more extension can set' })
  furthestOn?: Day;

  @ApiPropertyOptional({ ...DAY, description: 'the last day to ask for that extension' })
  askBy?: Day;

  @ApiPropertyOptional({ type: 'integer', description: 'negative when it is over' })
  daysLeft?: number;

  @ApiProperty({ type: ReckoningView })
  reckoning: ReckoningView;
}

@ApiSchema({ name: 'DeadlinePage' })
export class DeadlinePageView {
  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: [DeadlineView] })
  items: readonly DeadlineView[];

  @ApiPropertyOptional()
  next?: string;
}

@ApiSchema({ name: 'DeadlineCounts' })
export class DeadlineCountsView implements Record<Urgency, number> {
  @ApiProperty({ type: 'integer' })
  overdue: number;

  @ApiProperty({ type: 'integer' })
  'within-3': number;

  @ApiProperty({ type: 'integer' })
  'within-7': number;

  @ApiProperty({ type: 'integer' })
  'within-30': number;

  @ApiProperty({ type: 'integer' })
  'ask-by': number;

  @ApiProperty({ type: 'integer' })
  'to-review': number;

  @ApiProperty({ type: 'integer', description: 'limitation of prosecution that ends within 12 months' })
  limitation: number;

  @ApiProperty({ type: 'integer' })
  'limitation-6': number;

  @ApiProperty({ type: 'integer' })
  'limitation-3': number;
}

@ApiSchema({ name: 'FileLimit' })
export class FileLimitView implements FileLimit {
  @ApiProperty({ type: String })
  id: TimeLimitId;

  @ApiProperty({ enum: LIMIT_KINDS })
  kind: LimitKind;

  @ApiProperty()
  article: string;

  @ApiPropertyOptional()
  defendantId?: string;

  @ApiProperty({ enum: ['holder', 'actor', 'supervisor'] })
  whose: Whose;

  @ApiProperty({ type: 'integer' })
  actorOfficeId: number;

  @ApiProperty(DAY)
  startedOn: Day;

  @ApiPropertyOptional(DAY)
  dueOn?: Day;

  @ApiPropertyOptional(DAY)
  furthestOn?: Day;

  @ApiPropertyOptional(DAY)
  askBy?: Day;

  @ApiPropertyOptional(DAY)
  stoppedOn?: Day;

  @ApiProperty({ type: ReckoningView })
  reckoning: ReckoningView;
}

@ApiSchema({ name: 'LimitNotice' })
export class LimitNoticeView implements LimitNotice {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ format: 'uuid' })
  subjectId: string;

  @ApiProperty({ enum: SUBJECT_KINDS })
  subjectKind: LimitNotice['subjectKind'];

  @ApiProperty()
  number: string;

  @ApiProperty()
  limitId: string;

  @ApiProperty({ type: String, nullable: true })
  defendantId: string | null;

  @ApiProperty(DAY)
  dueOn: Day;

  @ApiProperty({
    enum: [...LIMITATION_RUNGS, ...RUNGS],
    description:
      'days before the end; 0 when it is over; 360, 180 and 90 are 12, 6 and 3 months before a limitation ends',
  })
  rung: Rung;

  @ApiProperty()
  toHead: boolean;

  @ApiProperty({ type: 'integer' })
  officeId: number;

  @ApiProperty(DAY)
  madeOn: Day;
}

@ApiSchema({ name: 'DaysOffOfYear' })
export class DaysOffView implements DecidedYear {
  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ ...DAY, isArray: true })
  daysOff: readonly Day[];

  @ApiProperty({ ...DAY, isArray: true })
  makeUpDays: readonly Day[];

  @ApiProperty()
  decision: string;

  @ApiProperty()
  isConfirmed: boolean;
}
