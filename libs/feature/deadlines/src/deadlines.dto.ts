import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { type Day } from '#libs/domain/kernel';
import { LIMIT_KINDS, type LimitKind, URGENCIES, type Urgency } from '#libs/domain/procedure';
import { IsRowId } from '#libs/feature/casework';
import { PageDto } from '#libs/platform/http';

/** Whose limits are counted. */
export class DeadlineScopeDto {
  @ApiPropertyOptional({ description: 'one office of your scope' })
  @IsOptional()
  @Type(() => Number)
  @IsRowId()
  officeId?: number;

  @ApiPropertyOptional({ description: 'code or name of a territory: the offices seated in it or below', example: '31' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  territory?: string;

  @ApiPropertyOptional({ description: 'account of the officer or judge to whom the file is assigned' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  assigneeId?: string;

  @ApiPropertyOptional({ enum: LIMIT_KINDS })
  @IsOptional()
  @IsIn(LIMIT_KINDS)
  kind?: LimitKind;
}

/** What the queue is narrowed to, and which page. */
export class DeadlineFilterDto extends IntersectionType(DeadlineScopeDto, PageDto) {
  @ApiPropertyOptional({ enum: URGENCIES, description: 'every running limit when absent' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;
}

/** The days off of one year. */
export class DaysOffDto {
  @ApiProperty({ type: [String], format: 'date', description: 'days off beside the weekends' })
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  daysOff: Day[];

  @ApiProperty({ type: [String], format: 'date', description: 'weekend days that are worked' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  makeUpDays: Day[];

  @ApiProperty({ description: 'the document that decided it' })
  @IsString()
  @Length(1, 300)
  decision: string;

  @ApiProperty({ description: 'checked against the document' })
  @IsBoolean()
  isConfirmed: boolean;
}
