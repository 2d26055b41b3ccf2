import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { NON_INSTITUTION_GROUNDS, SOURCES, VERIFICATION_SUSPENSION_GROUNDS, codesOf } from '#libs/domain/procedure';
import { IsCalendarDay, OffenceDto, StepDto } from '#libs/feature/casework';

/** Reception of a denunciation, report or petition. No names here: persons live in their own store. */
export class ReceiveDenunciationDto extends StepDto {
  @ApiProperty({ description: 'number in the reception register', example: '15/2026' })
  @IsString()
  @Length(1, 60)
  number: string;

  @ApiProperty({ enum: SOURCES })
  @IsIn(SOURCES)
  source: (typeof SOURCES)[number];

  @ApiPropertyOptional({ description: 'id of the territory where it happened' })
  @IsOptional()
  @IsInt()
  @Min(1)
  placeId?: number;
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
  @IsString()
  @Length(1, 60)
  caseNumber: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;
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
