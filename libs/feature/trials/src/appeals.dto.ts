import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsBoolean, IsIn, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  APPEAL_LEVELS,
  APPEAL_OUTCOMES,
  APPELLANTS,
  type AppealLevel,
  FILE_STUDY_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import { AreDefendants, IsCalendarDay, Optional, ScopedStepDto, StepDto } from '#libs/feature/casework';
import { DecideAboveDto, ResultDto } from './result.dto.js';

type Appellant = (typeof APPELLANTS)[number];

/** A step that names the defendants whom it concerns. */
export class OfDefendantsDto extends StepDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @AreDefendants()
  defendantIds: string[];
}

export class WithdrawAppealDto extends OfDefendantsDto {
  @ApiPropertyOptional({ enum: APPELLANTS, description: 'whose appeal or protest' })
  @Optional()
  @IsIn(APPELLANTS)
  by?: Appellant;
}

export class AppealDto extends WithdrawAppealDto {
  @ApiProperty({ enum: ['appeal', 'protest'] })
  @IsIn(['appeal', 'protest'])
  kind: 'appeal' | 'protest';

  @ApiPropertyOptional({ description: 'the period has run out; a court decides whether the appeal counts' })
  @Optional()
  @IsBoolean()
  late?: boolean;
}

export class FinaliseDto extends ScopedStepDto {
  @ApiProperty({ enum: ['no-appeal', 'appellate-judgment'] })
  @IsIn(['no-appeal', 'appellate-judgment'])
  basis: 'no-appeal' | 'appellate-judgment';

  @ApiPropertyOptional({ enum: ['upheld', 'amended'] })
  @Optional()
  @IsIn(['upheld', 'amended'])
  outcome?: 'upheld' | 'amended';
}

export class AcceptAppealDto extends StepDto {
  @ApiProperty({ enum: APPEAL_LEVELS, description: 'which court hears the appeal: its time depends on it' })
  @IsIn(APPEAL_LEVELS)
  level: AppealLevel;
}

export class ExtendFileStudyDto extends StepDto {
  @IsCalendarDay({ description: 'the new end: no later than 25 days from the lending, 30 at the centre' })
  until: Day;

  @ApiProperty({ enum: codesOf(FILE_STUDY_GROUNDS) })
  @IsIn(codesOf(FILE_STUDY_GROUNDS))
  ground: keyof typeof FILE_STUDY_GROUNDS;
}

export class ScheduleAppealDto extends StepDto {
  @IsCalendarDay()
  hearingOn: Day;
}

/** What an appellate court decides for one person. */
export class AppealResultDto extends ResultDto {
  @ApiProperty({ enum: APPEAL_OUTCOMES })
  @IsIn(APPEAL_OUTCOMES)
  outcome: (typeof APPEAL_OUTCOMES)[number];
}

export class DecideAppealDto extends DecideAboveDto {
  @ApiProperty({ type: [AppealResultDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => AppealResultDto)
  results: AppealResultDto[];
}
