import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { ABSENTIA_GROUNDS, ADJOURNMENT_GROUNDS, VERDICTS, codesOf } from '#libs/domain/procedure';
import { IsCalendarDay, OffenceDto, Optional, StepDto } from '#libs/feature/casework';

type Outcome = (typeof VERDICTS)[number];

/** More than one person is accused of. */
const MOST_CHARGES = 50;

export class AdjournDto extends StepDto {
  @IsCalendarDay({ description: 'the new day of the hearing' })
  hearingOn: Day;

  @ApiProperty({ enum: codesOf(ADJOURNMENT_GROUNDS) })
  @IsIn(codesOf(ADJOURNMENT_GROUNDS))
  ground: keyof typeof ADJOURNMENT_GROUNDS;
}

export class ProlongDeliberationDto extends StepDto {
  @IsCalendarDay({ description: 'the day on which the judgment is pronounced' })
  until: Day;
}

/** The judgment on one of several charges. */
export class ChargeVerdictDto {
  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiProperty({ enum: VERDICTS })
  @IsIn(VERDICTS)
  outcome: Outcome;
}

/** The judgment for one defendant. */
export class VerdictDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  defendantId: string;

  @ApiProperty({ enum: VERDICTS })
  @IsIn(VERDICTS)
  outcome: Outcome;

  @ApiPropertyOptional({ type: OffenceDto, description: 'what the court found, where it is not what was indicted' })
  @Optional()
  @ValidateNested()
  @Type(() => OffenceDto)
  offence?: OffenceDto;

  @ApiPropertyOptional({
    description: 'absent when the judgment was pronounced: the time to appeal runs from its receipt',
  })
  @Optional()
  @IsBoolean()
  absent?: boolean;

  @ApiPropertyOptional({ enum: codesOf(ABSENTIA_GROUNDS), description: 'why the person was tried in absence' })
  @Optional()
  @IsIn(codesOf(ABSENTIA_GROUNDS))
  absentia?: keyof typeof ABSENTIA_GROUNDS;

  @ApiPropertyOptional({
    type: [ChargeVerdictDto],
    description: 'the judgment on each charge, where there are several',
  })
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_CHARGES)
  @ValidateNested({ each: true })
  @Type(() => ChargeVerdictDto)
  charges?: ChargeVerdictDto[];
}

export class JudgeDto extends StepDto {
  @ApiProperty({ type: [VerdictDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => VerdictDto)
  verdicts: VerdictDto[];
}
