import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Day } from '#libs/domain/kernel';
import { DIFFICULTY_CATEGORIES, type DifficultyCategory } from '#libs/domain/procedure';
import type { DifficultyLine, KeyCaseLine, Page } from '../list-remarks.service.js';

const NEXT = 'pass as `after` for the next page; absent on the last one';

@ApiSchema({ name: 'DifficultyLine', description: 'what stands in the way of resolving a case' })
export class DifficultyLineView implements DifficultyLine {
  @ApiProperty({ format: 'uuid', description: 'send it as `difficultyId` when it is settled' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  caseId: string;

  @ApiProperty({ description: 'number of the case in the register of the office that opened it' })
  number: string;

  @ApiProperty({ type: 'integer', description: 'the office that noted it' })
  officeId: number;

  @ApiProperty({ enum: DIFFICULTY_CATEGORIES })
  category: DifficultyCategory;

  @ApiPropertyOptional({ example: 'Đ.150 BLHS' })
  provision?: string;

  @ApiProperty()
  summary: string;

  @ApiProperty({ type: String, format: 'date' })
  notedOn: Day;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'absent while it is open' })
  settledOn?: Day;
}

@ApiSchema({ name: 'DifficultyPage', description: 'a page of difficulties, newest first' })
export class DifficultyPageView implements Page<DifficultyLine> {
  @ApiProperty({ type: [DifficultyLineView] })
  items: DifficultyLineView[];

  @ApiPropertyOptional({ description: NEXT })
  next?: string;
}

@ApiSchema({ name: 'KeyCaseLine', description: 'a key case (án điểm)' })
export class KeyCaseLineView implements KeyCaseLine {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'number in the register of the office that opened it' })
  number: string;

  @ApiProperty({ example: 'under-investigation' })
  status: string;

  @ApiProperty({ type: 'integer' })
  holderOfficeId: number;

  @ApiProperty({ type: String, format: 'date', description: 'since when it is a key case' })
  since: Day;

  @ApiPropertyOptional({ description: 'the campaign of the plan' })
  campaign?: string;
}

@ApiSchema({ name: 'KeyCasePage', description: 'a page of key cases, newest first' })
export class KeyCasePageView implements Page<KeyCaseLine> {
  @ApiProperty({ type: [KeyCaseLineView] })
  items: KeyCaseLineView[];

  @ApiPropertyOptional({ description: NEXT })
  next?: string;
}
