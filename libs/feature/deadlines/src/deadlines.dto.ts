import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { type Day } from '#libs/domain/kernel';
import { LIMIT_KINDS, type LimitKind, URGENCIES, type Urgency } from '#libs/domain/procedure';
import { IsRowId } from '#libs/feature/casework';

/** Whose limits are counted. */
export class DeadlineScopeDto {
  @ApiPropertyOptional({ description: 'one office of your scope' })
  @IsOptional()
  @Type(() => Number)
  @IsRowId()
  officeId?: number;

  @ApiPropertyOptional({ description: 'whom the denunciation is assigned to' })
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
export class DeadlineFilterDto extends DeadlineScopeDto {
  @ApiPropertyOptional({ enum: URGENCIES, description: 'every running limit when absent' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: 'where the previous page ended, as it said in `next`' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  after?: string;
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
