import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { DISCLOSURE_RULE } from '#libs/domain/disclosure';
import type { Day } from '#libs/domain/kernel';
import { IsCalendarDay } from '#libs/feature/casework';

/** Which table is to leave the circle. */
export class PrepareReleaseDto {
  @ApiProperty({ example: 'national-2023' })
  @IsString()
  @Length(1, 80)
  plan: string;

  @ApiProperty({ description: 'as for `/compliance`', example: '2023' })
  @IsString()
  @Length(1, 40)
  period: string;

  @ApiPropertyOptional({ description: "code or name of a territory; the plan's own when absent", example: '31' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  jurisdiction?: string;

  @IsOptional()
  @IsCalendarDay({
    required: false,
    description: 'as known at the end of that day, before today; yesterday when absent',
  })
  knownOn?: Day;

  @ApiPropertyOptional({ minimum: DISCLOSURE_RULE.k, maximum: 1000, default: DISCLOSURE_RULE.k })
  @IsOptional()
  @IsInt()
  @Min(DISCLOSURE_RULE.k)
  @Max(1000)
  k?: number;
}
