import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import {
  CARRIED_OVER_DENUNCIATION,
  NON_INSTITUTION_GROUNDS,
  SOURCES,
  VERIFICATION_SUSPENSION_GROUNDS,
  codesOf,
} from '#libs/domain/procedure';
import { IsCalendarDay, IsRowId, IsWritten, OffenceDto, OpeningDto, Optional, StepDto } from '#libs/feature/casework';

/** Reception of a denunciation, report or petition. No names here: persons live in their own store. */
export class ReceiveDenunciationDto extends OpeningDto {
  @ApiProperty({ description: 'number in the reception register', example: '15/2026' })
  @IsWritten(60)
  number: string;

  @ApiProperty({ enum: SOURCES })
  @IsIn(SOURCES)
  source: (typeof SOURCES)[number];

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @Optional()
  @IsRowId()
  placeId?: number;
}

/** A denunciation that a paper register hands over in the status it has there. */
export class CarryOverDenunciationDto extends OpeningDto {
  @ApiProperty({ description: 'number in the reception register', example: '15/2026' })
  @IsWritten(60)
  number: string;

  @ApiProperty({ enum: CARRIED_OVER_DENUNCIATION })
  @IsIn(CARRIED_OVER_DENUNCIATION)
  status: (typeof CARRIED_OVER_DENUNCIATION)[number];

  @ApiPropertyOptional({ enum: SOURCES })
  @Optional()
  @IsIn(SOURCES)
  source?: (typeof SOURCES)[number];

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @Optional()
  @IsRowId()
  placeId?: number;

  @Optional()
  @IsCalendarDay({ required: false, description: 'the day of the receipt, where the old register tells' })
  receivedOn?: Day;
}

export class ClassifyDto extends StepDto {
  @ApiProperty({ enum: ['own', 'other'], description: 'whose competence the matter is' })
  @IsIn(['own', 'other'])
  competence: 'own' | 'other';
}

export class AssignDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'account of the investigator' })
  @IsUUID()
  assigneeId: string;
}

export class ExtendDto extends StepDto {
  @ApiProperty({ enum: ['head', 'procuracy'] })
  @IsIn(['head', 'procuracy'])
  grantor: 'head' | 'procuracy';

  @IsCalendarDay()
  until: Day;
}

export class InstituteDto extends StepDto {
  @ApiProperty({ description: 'number of the case in the register', example: '07/2026' })
  @IsWritten(60)
  caseNumber: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiPropertyOptional({ description: "id of the territory where it happened; the denunciation's when absent" })
  @Optional()
  @IsRowId()
  placeId?: number;
}

export class DeclineDto extends StepDto {
  @ApiProperty({ enum: codesOf(NON_INSTITUTION_GROUNDS) })
  @IsIn(codesOf(NON_INSTITUTION_GROUNDS))
  ground: keyof typeof NON_INSTITUTION_GROUNDS;
}

export class SuspendVerificationDto extends StepDto {
  @ApiProperty({ enum: codesOf(VERIFICATION_SUSPENSION_GROUNDS) })
  @IsIn(codesOf(VERIFICATION_SUSPENSION_GROUNDS))
  ground: keyof typeof VERIFICATION_SUSPENSION_GROUNDS;
}
