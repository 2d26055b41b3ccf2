import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MINOR_LIMIT_GROUNDS, codesOf } from '#libs/domain/procedure';
import { StepDto } from '#libs/feature/casework';

export class LiftMinorLimitsDto extends StepDto {
  @ApiProperty({ enum: codesOf(MINOR_LIMIT_GROUNDS) })
  @IsIn(codesOf(MINOR_LIMIT_GROUNDS))
  ground: keyof typeof MINOR_LIMIT_GROUNDS;
}
