import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { IsCalendarDay, IsWritten, Optional, StepDto } from '#libs/feature/casework';
import { DefendantsDto } from './accusations.dto.js';

/** Somebody whom the decision names by a number within the case; no name. */
export class HoldPersonDto extends StepDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the accused, or who was held before; else a new person, whose id the charge then states',
  })
  @Optional()
  @IsUUID()
  personId?: string;

  @ApiProperty({ description: 'number of the person within the case; no name', example: '1' })
  @IsWritten(20)
  number: string;

  @Optional()
  @IsCalendarDay({ required: false, description: 'the receipt of the person, where that was before the decision' })
  from?: Day;

  @IsCalendarDay({ description: 'the last day of the custody' })
  until: Day;
}

export class ReleaseDto extends StepDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId: string;
}

export class ExtendCustodyDto extends ReleaseDto {
  @IsCalendarDay({ description: 'the last day of the custody' })
  until: Day;
}

export class OrderDetentionDto extends StepDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  defendantId: string;

  @IsCalendarDay({ description: 'the first day; it counts' })
  from: Day;

  @IsCalendarDay({ description: 'the last day; it counts' })
  until: Day;
}

export class ExtendDetentionDto extends DefendantsDto {
  @IsCalendarDay({ description: 'the last day; it counts' })
  until: Day;
}
