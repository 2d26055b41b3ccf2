import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { DIFFICULTY_CATEGORIES, type DifficultyCategory } from '#libs/domain/procedure';
import { PageDto } from '#libs/platform/http';
import { IsCalendarDay } from './is-day.js';

const TRUTH: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What the list of difficulties is narrowed to, and which page. */
export class DifficultyFilterDto extends PageDto {
  @ApiPropertyOptional({ enum: DIFFICULTY_CATEGORIES })
  @IsOptional()
  @IsIn(DIFFICULTY_CATEGORIES)
  category?: DifficultyCategory;

  @IsOptional()
  @IsCalendarDay({ required: false, description: 'noted on that day or later' })
  from?: Day;

  @IsOptional()
  @IsCalendarDay({ required: false, description: 'noted on that day or earlier' })
  to?: Day;

  @ApiPropertyOptional({ type: Boolean, description: 'true: not settled yet; false: settled' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (TRUTH[value] ?? value) : value))
  @IsBoolean()
  open?: boolean;

  @ApiPropertyOptional({ description: 'only on key cases of that campaign, by its code' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  campaign?: string;
}

/** What the list of key cases is narrowed to, and which page. */
export class KeyCaseFilterDto extends PageDto {
  @ApiPropertyOptional({ description: 'code of a campaign, as `/campaigns` lists it' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  campaign?: string;
}
