import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { KNOWN_ARTICLES } from '#libs/domain/procedure';
import { IsCalendarDay } from './is-day.js';
import { IsRowId } from './is-row-id.js';
import { IsWritten } from './is-written.js';
import { Optional } from './optional.js';

/** More than any case has. */
const MOST_DEFENDANTS = 500;

/** Number and date of the decision on paper. */
export class DecisionDto {
  @ApiPropertyOptional({ example: '12/QĐ-CSHS' })
  @Optional()
  @IsWritten(100)
  number?: string;

  @Optional()
  @IsCalendarDay({ required: false })
  on?: Day;
}

/** What opens a file: when it happened in law, and the decision that carries it. */
export class OpeningDto {
  @IsCalendarDay({ description: 'the day on which the step happened in law' })
  occurredOn: Day;

  @ApiPropertyOptional({ type: DecisionDto })
  @Optional()
  @ValidateNested()
  @Type(() => DecisionDto)
  decision?: DecisionDto;
}

/** What every step of a file states: also the version that the user saw. */
export class StepDto extends OpeningDto {
  @ApiPropertyOptional({ description: 'the version of the file that you saw; another one is answered 409' })
  @Optional()
  @IsInt()
  @Min(0)
  expectedVersion?: number;
}

/** Ids of accused persons of the case, each once. */
export const AreDefendants = (): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayNotEmpty(),
    ArrayMaxSize(MOST_DEFENDANTS),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );

/** A step that may concern some of the defendants; the whole case when none is named. */
export class ScopedStepDto extends StepDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @Optional()
  @AreDefendants()
  defendantIds?: string[];
}

/** A step that sends the file to another office. */
export class ToOfficeDto extends StepDto {
  @ApiProperty({ description: 'id of the receiving office' })
  @IsRowId()
  toOfficeId: number;
}

/** Why a transfer is refused. */
export class RefusalDto extends StepDto {
  @ApiProperty({ description: 'the reason; no names of persons' })
  @IsWritten(500)
  because: string;
}

/** An offence as the decision cites it. */
export class OffenceDto {
  @ApiProperty({ enum: KNOWN_ARTICLES, example: 150 })
  @IsIn(KNOWN_ARTICLES)
  article: number;

  @ApiProperty({ minimum: 1, maximum: 6, example: 2 })
  @IsInt()
  @Min(1)
  @Max(6)
  clause: number;

  @ApiPropertyOptional({ example: 'a' })
  @Optional()
  @IsWritten(2)
  point?: string;
}

/** What stands in the place of a corrected event. */
export class ReplacementDto {
  @ApiProperty({ description: 'the type of the event, as the timeline names it' })
  @IsWritten(60)
  event: string;

  @IsCalendarDay()
  occurredOn: Day;

  @ApiProperty({ type: Object, description: 'what the step states, with the fields of that step' })
  @IsObject()
  payload: Record<string, unknown>;

  @ApiPropertyOptional({ type: DecisionDto })
  @Optional()
  @ValidateNested()
  @Type(() => DecisionDto)
  decision?: DecisionDto;
}

/** A correction of a recorded event; without `replacement` the event is withdrawn. */
export class CorrectionDto {
  @ApiProperty({ description: 'sequence of the event to correct' })
  @IsInt()
  @Min(1)
  sequence: number;

  @ApiProperty({ description: 'why; no names of persons' })
  @IsWritten(500, 3)
  reason: string;

  @ApiPropertyOptional({ type: ReplacementDto })
  @Optional()
  @ValidateNested()
  @Type(() => ReplacementDto)
  replacement?: ReplacementDto;

  @ApiPropertyOptional()
  @Optional()
  @IsInt()
  @Min(0)
  expectedVersion?: number;
}
