import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { INVESTIGATION_SUSPENSION_GROUNDS, INVESTIGATION_TERMINATION_GROUNDS, codesOf } from '#libs/domain/procedure';
import { IsCalendarDay, OffenceDto, ScopedStepDto, StepDto } from '#libs/feature/casework';

/** A case instituted without a denunciation: crime discovered by the agency itself. */
export class InstituteCaseDto extends StepDto {
  @ApiProperty({ description: 'number of the case in the register', example: '07/2026' })
  @IsString()
  @Length(1, 60)
  number: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @IsOptional()
  @IsInt()
  @Min(1)
  placeId?: number;
}

export class ChargeDto extends StepDto {
  @ApiProperty({ description: 'number of the accused within the case; no name', example: '1' })
  @IsString()
  @Length(1, 20)
  number: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiPropertyOptional({ description: 'under 18 at the time of the offence' })
  @IsOptional()
  @IsBoolean()
  minor?: boolean;
}

export class DefendantsDto extends StepDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayNotEmpty()
  @IsUUID(undefined, { each: true })
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
