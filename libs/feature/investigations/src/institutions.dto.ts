import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { CARRIED_OVER_CASE, type CarriedOverCase, NON_INSTITUTION_GROUNDS, codesOf } from '#libs/domain/procedure';
import { IsCalendarDay, IsRowId, IsWritten, OffenceDto, OpeningDto, Optional, StepDto } from '#libs/feature/casework';

const INSTITUTION_CHANGES = ['changed', 'supplemented'] as const;

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

  @ApiPropertyOptional({ description: 'by an investigator posted to the commune police (Luật 99/2025/QH15)' })
  @Optional()
  @IsBoolean()
  communeInvestigator?: boolean;

  @ApiPropertyOptional({ description: 'caught in the act: the border guard concludes sooner' })
  @Optional()
  @IsBoolean()
  inFlagrante?: boolean;

  @Optional()
  @IsCalendarDay({ required: false, description: 'when the offence was committed, where it is known' })
  committedOn?: Day;
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

export class ChangeInstitutionDto extends StepDto {
  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiProperty({ enum: INSTITUTION_CHANGES, description: 'in the place of the offence, or beside it' })
  @IsIn(INSTITUTION_CHANGES)
  kind: (typeof INSTITUTION_CHANGES)[number];
}

export class CancelInstitutionDto extends StepDto {
  @ApiProperty({ enum: codesOf(NON_INSTITUTION_GROUNDS) })
  @IsIn(codesOf(NON_INSTITUTION_GROUNDS))
  ground: keyof typeof NON_INSTITUTION_GROUNDS;
}
