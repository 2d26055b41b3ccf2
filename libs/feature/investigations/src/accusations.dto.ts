import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { AreDefendants, IsWritten, OffenceDto, Optional, StepDto } from '#libs/feature/casework';

const CHARGE_CHANGES = ['changed', 'added'] as const;

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

  @ApiPropertyOptional({ description: '14 or 15 years old at the time of the offence' })
  @Optional()
  @IsBoolean()
  underSixteen?: boolean;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the accused whose earlier charge was cancelled; else a new person',
  })
  @Optional()
  @IsUUID()
  defendantId?: string;
}

export class ChangeChargeDto extends StepDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  defendantId: string;

  @ApiProperty({ type: OffenceDto })
  @ValidateNested()
  @Type(() => OffenceDto)
  offence: OffenceDto;

  @ApiProperty({ enum: CHARGE_CHANGES, description: 'in the place of the charge, or beside it' })
  @IsIn(CHARGE_CHANGES)
  kind: (typeof CHARGE_CHANGES)[number];
}

export class DefendantsDto extends StepDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @AreDefendants()
  defendantIds: string[];
}
