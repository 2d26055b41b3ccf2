import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { CASSATION_OUTCOMES, DIRECTIONS, REOPENING_OUTCOMES } from '#libs/domain/procedure';
import { AreDefendants, IsCalendarDay, Optional, ToOfficeDto } from '#libs/feature/casework';
import { DecideAboveDto, ResultDto } from './result.dto.js';

/** A protest against a final judgment, sent to the court that reviews it. */
export class ProtestDto extends ToOfficeDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @AreDefendants()
  defendantIds: string[];

  @ApiProperty({ enum: DIRECTIONS, description: 'to whose detriment or favour' })
  @IsIn(DIRECTIONS)
  direction: (typeof DIRECTIONS)[number];
}

export class ProtestReopeningDto extends ProtestDto {
  @Optional()
  @IsCalendarDay({ required: false, description: 'when the procuracy learned of the new facts' })
  reportedOn?: Day;
}

/** What a cassation panel decides for one person. */
export class CassationResultDto extends ResultDto {
  @ApiProperty({ enum: CASSATION_OUTCOMES })
  @IsIn(CASSATION_OUTCOMES)
  outcome: (typeof CASSATION_OUTCOMES)[number];
}

export class DecideCassationDto extends DecideAboveDto {
  @ApiProperty({ type: [CassationResultDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => CassationResultDto)
  results: CassationResultDto[];
}

/** What a reopening panel decides for one person. */
export class ReopeningResultDto extends ResultDto {
  @ApiProperty({ enum: REOPENING_OUTCOMES })
  @IsIn(REOPENING_OUTCOMES)
  outcome: (typeof REOPENING_OUTCOMES)[number];
}

export class DecideReopeningDto extends DecideAboveDto {
  @ApiProperty({ type: [ReopeningResultDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => ReopeningResultDto)
  results: ReopeningResultDto[];
}
