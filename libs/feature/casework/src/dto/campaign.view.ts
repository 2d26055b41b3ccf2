import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Day } from '#libs/domain/kernel';
import type { Campaign } from '#libs/feature/plans';
import { IsCalendarDay } from './is-day.js';

const DAY = { type: String, format: 'date' } as const;

/** What the list of campaigns is narrowed to. */
export class CampaignFilterDto {
  @IsOptional()
  @IsCalendarDay({ required: false, description: 'only those that run on that day' })
  on?: Day;
}

@ApiSchema({ name: 'Campaign', description: 'a campaign window (đợt cao điểm) of a plan in force' })
export class CampaignView implements Campaign {
  @ApiProperty({ example: 'national-2023/2023-campaign-1', description: 'what a key case names it by' })
  code: string;

  @ApiProperty({ example: 'national-2023' })
  planId: string;

  @ApiPropertyOptional({ description: 'number of the plan' })
  planNumber?: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty(DAY)
  from: Day;

  @ApiProperty({ ...DAY, description: 'the last day' })
  to: Day;

  @ApiProperty({ description: 'the plan says "dự kiến"' })
  tentative: boolean;

  @ApiProperty({ description: 'where in the plan', example: 'II.3' })
  section: string;

  @ApiProperty({ description: 'the words of the plan' })
  wording: string;
}
