import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { CASE_STATUSES, DENUNCIATION_STATUSES } from '#libs/domain/procedure';
import { PageDto } from '#libs/platform/http';
import { IsCalendarDay } from './is-day.js';
import { IsRowId } from './is-row-id.js';

const STATUSES: readonly string[] = [...new Set<string>([...DENUNCIATION_STATUSES, ...CASE_STATUSES])];

/** What a list of files is narrowed to, and which page. */
export class FileFilterDto extends PageDto {
  @ApiPropertyOptional({
    enum: STATUSES,
    isArray: true,
    description: 'statuses, separated by commas',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(STATUSES.length)
  @IsIn(STATUSES, { each: true })
  status?: string[];

  @ApiPropertyOptional({ description: 'the office that holds the file' })
  @IsOptional()
  @Type(() => Number)
  @IsRowId()
  officeId?: number;

  @ApiPropertyOptional({ description: 'the number in the register, exactly' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  number?: string;

  @IsOptional()
  @IsCalendarDay({ required: false })
  openedFrom?: Day;

  @IsOptional()
  @IsCalendarDay({ required: false })
  openedTo?: Day;
}
