import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  CARRIED_OVER_CASE,
  type CarriedOverCase,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import {
  AreDefendants,
  IsCalendarDay,
  IsRowId,
  IsWritten,
  OffenceDto,
  OpeningDto,
  Optional,
  ScopedStepDto,
  StepDto,
} from '#libs/feature/casework';

/** A case instituted without a denunciation: crime discovered by the agency itself. */
export class InstituteCaseDto extends OpeningDto {
  @ApiProperty({ description: 'number of the case in the register', example: '07/2026' })
  @IsWritten(60)
  number: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @Optional()
  @IsRowId()
  placeId?: number;
}

/** An accused of a case taken over: his or her number within the case; no name. */
export class CarriedPersonDto {
  @ApiProperty({ example: '1' })
  @IsWritten(20)
  number: string;
}

/** A case that a paper register hands over in the status it has there. */
export class CarryOverCaseDto extends OpeningDto {
  @ApiProperty({ description: 'number of the case in the register', example: '07/2026' })
  @IsWritten(60)
  number: string;

  @ApiProperty({ enum: CARRIED_OVER_CASE })
  @IsIn(CARRIED_OVER_CASE)
  status: CarriedOverCase;

  @ApiPropertyOptional({ type: OffenceDto })
  @Optional()
  @ValidateNested()
  @Type(() => OffenceDto)
  offence?: OffenceDto;

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @Optional()
  @IsRowId()
  placeId?: number;

  @Optional()
  @IsCalendarDay({ required: false })
  institutedOn?: Day;

  @ApiPropertyOptional({ description: 'an accused is known who is not listed' })
  @Optional()
  @IsBoolean()
  discovered?: boolean;

  @ApiPropertyOptional({ type: [CarriedPersonDto] })
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CarriedPersonDto)
  persons?: CarriedPersonDto[];
}

export class ChargeDto extends StepDto {
  @ApiProperty({ description: 'number of the accused within the case; no name', example: '1' })
  @IsWritten(20)
  number: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiPropertyOptional({ description: 'under 18 at the time of the offence' })
  @Optional()
  @IsBoolean()
  minor?: boolean;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the accused whose earlier charge was cancelled; else a new person',
  })
  @Optional()
  @IsUUID()
  defendantId?: string;
}

export class DefendantsDto extends StepDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @AreDefendants()
  defendantIds: string[];
}

export class ExtendInvestigationDto extends StepDto {
  @IsCalendarDay()
  until: Day;
}

export class SuspendInvestigationDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(INVESTIGATION_SUSPENSION_GROUNDS) })
  @IsIn(codesOf(INVESTIGATION_SUSPENSION_GROUNDS))
  ground: keyof typeof INVESTIGATION_SUSPENSION_GROUNDS;
}

export class TerminateInvestigationDto extends ScopedStepDto {
  @ApiProperty({ enum: codesOf(INVESTIGATION_TERMINATION_GROUNDS) })
  @IsIn(codesOf(INVESTIGATION_TERMINATION_GROUNDS))
  ground: keyof typeof INVESTIGATION_TERMINATION_GROUNDS;
}
