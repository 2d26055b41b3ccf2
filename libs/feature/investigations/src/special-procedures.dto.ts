import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { MINOR_LIMIT_GROUNDS, SUMMARY_PROCEDURE_GROUNDS, codesOf } from '#libs/domain/procedure';
import { Optional, StepDto } from '#libs/feature/casework';

export class LiftMinorLimitsDto extends StepDto {
  @ApiProperty({ enum: codesOf(MINOR_LIMIT_GROUNDS) })
  @IsIn(codesOf(MINOR_LIMIT_GROUNDS))
  ground: keyof typeof MINOR_LIMIT_GROUNDS;
}

export class ApplySummaryProcedureDto extends StepDto {
  @ApiPropertyOptional({ enum: codesOf(SUMMARY_PROCEDURE_GROUNDS) })
  @Optional()
  @IsIn(codesOf(SUMMARY_PROCEDURE_GROUNDS))
  ground?: keyof typeof SUMMARY_PROCEDURE_GROUNDS;

  @ApiPropertyOptional({ description: 'the facts are simple and the evidence clear' })
  @Optional()
  @IsBoolean()
  simple?: boolean;

  @ApiPropertyOptional({ description: 'residence and past of the offender are known' })
  @Optional()
  @IsBoolean()
  identityClear?: boolean;
}
