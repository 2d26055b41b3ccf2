import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  COURT_RETURN_GROUNDS,
  HEARING_OBSTACLES,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import { IsCalendarDay, IsRowId, Optional, ScopedStepDto, StepDto } from '#libs/feature/casework';

export class AssignJudgeDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'the account or person id of the judge; no name' })
  @IsUUID()
  judgeId: string;
}

export class ExtendPreparationDto extends StepDto {
  @IsCalendarDay({ description: 'the new end' })
  until: Day;
}

export class ScheduleDto extends StepDto {
  @IsCalendarDay()
  hearingOn: Day;

  @ApiPropertyOptional({
    enum: codesOf(HEARING_OBSTACLES),
    description: 'why the hearing is opened within 30 days of the decision to try, not 15',
  })
  @Optional()
  @IsIn(codesOf(HEARING_OBSTACLES))
  obstacle?: keyof typeof HEARING_OBSTACLES;
}

export class ReturnForCompetenceDto extends StepDto {
  @ApiPropertyOptional({ description: 'the procuracy, when the file does not say it' })
  @Optional()
  @IsRowId()
  toOfficeId?: number;
}

export class ReturnByCourtDto extends ReturnForCompetenceDto {
  @ApiProperty({ enum: ['judge', 'panel'] })
  @IsIn(['judge', 'panel'])
  by: 'judge' | 'panel';

  @ApiProperty({ enum: codesOf(COURT_RETURN_GROUNDS) })
  @IsIn(codesOf(COURT_RETURN_GROUNDS))
  ground: keyof typeof COURT_RETURN_GROUNDS;
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
