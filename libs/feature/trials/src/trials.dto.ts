import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  RETURN_GROUNDS,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  VERDICTS,
  codesOf,
} from '#libs/domain/procedure';
import {
  AreDefendants,
  IsCalendarDay,
  IsRowId,
  OffenceDto,
  Optional,
  ScopedStepDto,
  StepDto,
} from '#libs/feature/casework';

export class ScheduleDto extends StepDto {
  @IsCalendarDay()
  hearingOn: Day;
}

export class ReturnByCourtDto extends StepDto {
  @ApiProperty({ enum: ['judge', 'panel'] })
  @IsIn(['judge', 'panel'])
  by: 'judge' | 'panel';

  @ApiProperty({ enum: codesOf(RETURN_GROUNDS) })
  @IsIn(codesOf(RETURN_GROUNDS))
  ground: keyof typeof RETURN_GROUNDS;

  @ApiPropertyOptional({ description: 'the procuracy, when the file does not say it' })
  @Optional()
  @IsRowId()
  toOfficeId?: number;
}

export class SuspendTrialDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(TRIAL_SUSPENSION_GROUNDS) })
  @IsIn(codesOf(TRIAL_SUSPENSION_GROUNDS))
  ground: keyof typeof TRIAL_SUSPENSION_GROUNDS;
}

export class TerminateTrialDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(TRIAL_TERMINATION_GROUNDS) })
  @IsIn(codesOf(TRIAL_TERMINATION_GROUNDS))
  ground: keyof typeof TRIAL_TERMINATION_GROUNDS;
}

export class VerdictDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  defendantId: string;

  @ApiProperty({ enum: VERDICTS })
  @IsIn(VERDICTS)
  outcome: (typeof VERDICTS)[number];

  @ApiPropertyOptional({ type: OffenceDto })
  @Optional()
  @ValidateNested()
  @Type(() => OffenceDto)
  offence?: OffenceDto;
}

export class JudgeDto extends StepDto {
  @ApiProperty({ type: [VerdictDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => VerdictDto)
  verdicts: VerdictDto[];
}

export class AppealDto extends StepDto {
  @ApiProperty({ enum: ['appeal', 'protest'] })
  @IsIn(['appeal', 'protest'])
  kind: 'appeal' | 'protest';

  @ApiProperty({ type: [String], format: 'uuid' })
  @AreDefendants()
  defendantIds: string[];
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
