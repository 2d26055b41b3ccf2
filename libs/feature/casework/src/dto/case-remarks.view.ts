import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import { DIFFICULTY_CATEGORIES, type DifficultyCategory } from '#libs/domain/procedure';

const DAY = { type: String, format: 'date' } as const;

@ApiSchema({ name: 'KeyCase', description: 'since when a case is a key one (án điểm)' })
export class KeyCaseView {
  @ApiProperty(DAY)
  since: Day;

  @ApiPropertyOptional({ description: 'the campaign of the plan' })
  campaign?: string;
}

@ApiSchema({ name: 'Difficulty', description: 'what stands in the way of resolving the case' })
export class DifficultyView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: DIFFICULTY_CATEGORIES })
  category: DifficultyCategory;

  @ApiPropertyOptional({ example: 'Đ.150 BLHS' })
  provision?: string;

  @ApiProperty()
  summary: string;

  @ApiProperty(DAY)
  notedOn: Day;

  @ApiProperty({ type: 'integer', description: 'the office that noted it' })
  officeId: number;

  @ApiPropertyOptional({ ...DAY, description: 'absent while it is open' })
  settledOn?: Day;
}
