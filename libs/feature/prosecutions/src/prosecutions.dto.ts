import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  RETURN_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import { IsCalendarDay, IsRowId, Optional, ScopedStepDto, StepDto, ToOfficeDto } from '#libs/feature/casework';

export class ReturnForSupplementDto extends StepDto {
  @ApiProperty({ enum: codesOf(RETURN_GROUNDS) })
  @IsIn(codesOf(RETURN_GROUNDS))
  ground: keyof typeof RETURN_GROUNDS;

  @ApiPropertyOptional({ description: 'the investigating office, when the file does not say it' })
  @Optional()
  @IsRowId()
  toOfficeId?: number;
}

export class ExtendProsecutionDto extends StepDto {
  @IsCalendarDay()
  until: Day;
}

export class SuspendProsecutionDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(PROSECUTION_SUSPENSION_GROUNDS) })
  @IsIn(codesOf(PROSECUTION_SUSPENSION_GROUNDS))
  ground: keyof typeof PROSECUTION_SUSPENSION_GROUNDS;
}

export class TerminateProsecutionDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(PROSECUTION_TERMINATION_GROUNDS) })
  @IsIn(codesOf(PROSECUTION_TERMINATION_GROUNDS))
  ground: keyof typeof PROSECUTION_TERMINATION_GROUNDS;
}

export class HandToCourtDto extends ToOfficeDto {
  @ApiPropertyOptional({
    enum: codesOf(PROVINCIAL_TRIAL_GROUNDS),
    description: 'why a court of the province tries what one of the region could',
  })
  @Optional()
  @IsIn(codesOf(PROVINCIAL_TRIAL_GROUNDS))
  ground?: keyof typeof PROVINCIAL_TRIAL_GROUNDS;
}
