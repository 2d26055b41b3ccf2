import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { KNOWN_ARTICLES } from '#libs/domain/procedure';
import { IsCalendarDay } from './is-day.js';

/** Number and date of the decision on paper. */
export class DecisionDto {
  @ApiPropertyOptional({ example: '12/QĐ-CSHS' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  number?: string;

  @IsOptional()
  @IsCalendarDay({ required: false })
  on?: Day;
}

/** What every step states: when it happened in law, the decision that carries it, and the version the user saw. */
export class StepDto {
  @IsCalendarDay({ description: 'the day on which the step happened in law' })
  occurredOn: Day;

  @ApiPropertyOptional({ type: DecisionDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => DecisionDto)
  decision?: DecisionDto;

  @ApiPropertyOptional({ description: 'the version of the file that you saw; another one is answered 409' })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number;
}

/** A step that may concern some of the defendants; the whole case when none is named. */
export class ScopedStepDto extends StepDto {
  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @IsUUID(undefined, { each: true })
  defendantIds?: string[];
}

/** A step that sends the file to another office. */
export class ToOfficeDto extends StepDto {
  @ApiProperty({ description: 'id of the receiving office' })
  @IsInt()
  @Min(1)
  toOfficeId: number;
}

/** Why a transfer is refused. */
export class RefusalDto extends StepDto {
  @ApiProperty({ description: 'the reason; no names of persons' })
  @IsString()
  @Length(1, 500)
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
  @IsOptional()
  @IsString()
  @Length(1, 2)
  point?: string;
}

/** What stands in the place of a corrected event. */
export class ReplacementDto {
  @ApiProperty({ description: 'the type of the event, as the timeline names it' })
  @IsString()
  @Length(1, 60)
  event: string;

  @IsCalendarDay()
  occurredOn: Day;

  @ApiProperty({ type: Object, description: 'what the step states, with the fields of that step' })
  @IsObject()
  payload: Record<string, unknown>;

  @ApiPropertyOptional({ type: DecisionDto })
  @IsOptional()
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
  @IsString()
  @Length(3, 500)
  reason: string;

  @ApiPropertyOptional({ type: ReplacementDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplacementDto)
  replacement?: ReplacementDto;

  @ApiPropertyOptional()
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number;
}
