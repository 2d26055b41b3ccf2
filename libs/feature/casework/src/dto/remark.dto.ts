import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  CASE_NOTICES,
  type CaseNotice,
  DIFFICULTY_CATEGORIES,
  type DifficultyCategory,
  codesOf,
} from '#libs/domain/procedure';
import { IsWritten } from './is-written.js';
import { Optional } from './optional.js';
import { StepDto } from './step.dto.js';

export class MarkKeyCaseDto extends StepDto {
  @ApiPropertyOptional({
    description:
      'code of the campaign within which it is a key case, as `/campaigns` lists it; it must run on that day',
    example: 'national-2023/2023-campaign-1',
  })
  @Optional()
  @IsWritten(200)
  campaign?: string;
}

/** What stands in the way of resolving a case. */
export class NoteDifficultyDto extends StepDto {
  @ApiProperty({ enum: DIFFICULTY_CATEGORIES })
  @IsIn(DIFFICULTY_CATEGORIES)
  category: DifficultyCategory;

  @ApiPropertyOptional({ description: 'the article concerned, as it is cited', example: 'Đ.150 BLHS' })
  @Optional()
  @IsWritten(200)
  provision?: string;

  @ApiProperty({ description: 'what is asked of whom; no names of persons' })
  @IsWritten(1000)
  summary: string;
}

export class SettleDifficultyDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'as the list of difficulties names it' })
  @IsUUID()
  difficultyId: string;
}

export class NotifyCaseDto extends StepDto {
  @ApiProperty({ enum: codesOf(CASE_NOTICES), description: 'the notice that was owed' })
  @IsIn(codesOf(CASE_NOTICES))
  notice: CaseNotice;
}
