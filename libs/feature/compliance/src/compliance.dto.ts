import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import { INDICATORS, type IndicatorCode } from '#libs/domain/performance';
import { IsCalendarDay } from '#libs/feature/casework';
import { LISTS, type ListName } from './list-behind-value.service.js';

/** Which plan, where, when, as known when. */
export class ComplianceQueryDto {
  @ApiProperty({ example: 'national-2023' })
  @IsString()
  @Length(1, 80)
  plan: string;

  @ApiPropertyOptional({ description: "code or name of a territory; the plan's own when absent", example: '31' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  jurisdiction?: string;

  @ApiProperty({ description: '2024, 2024-Q1, 2024-H1, 2024-campaign-1 or 2024-07-01..2024-09-30', example: '2023-Q1' })
  @IsString()
  @Length(1, 40)
  period: string;

  @ApiPropertyOptional({ description: 'a row for each province (of a province: each commune or district) below' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  parts?: boolean;

  @ApiPropertyOptional({
    description: 'with the other readings and the dockets of each row; absent: where one jurisdiction is asked for',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  detail?: boolean;

  @IsOptional()
  @IsCalendarDay({ required: false, description: 'figures as they were known at the end of that day' })
  asOf?: Day;
}

/** One of the three lists behind a value. */
export class ComplianceListDto extends ComplianceQueryDto {
  @ApiProperty({ enum: INDICATORS })
  @IsIn(INDICATORS)
  indicator: IndicatorCode;

  @ApiPropertyOptional({ description: 'the reading of the indicator; what the plan means when absent' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  variant?: string;

  @ApiProperty({ enum: LISTS })
  @IsIn(LISTS)
  list: ListName;

  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;

  @ApiPropertyOptional({ description: 'where the previous page ended, as it said in `next`' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  after?: string;
}
