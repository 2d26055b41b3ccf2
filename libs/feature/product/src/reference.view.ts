import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { AGENCIES, OFFICE_TIERS, type Office, type Territory } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';

const DAY = { type: String, format: 'date' } as const;

@ApiSchema({ name: 'Territory' })
export class TerritoryView implements Territory {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ example: '31' })
  code: string;

  @ApiProperty({ enum: ['nation', 'province', 'district', 'commune'] })
  level: Territory['level'];

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String })
  unitType: Territory['unitType'];

  @ApiPropertyOptional({ type: 'integer' })
  parentId?: number;

  @ApiProperty(DAY)
  validFrom: Day;

  @ApiPropertyOptional({ ...DAY, description: 'its last day' })
  validTo?: Day;
}

@ApiSchema({ name: 'Place' })
export class PlaceView {
  @ApiProperty({ type: TerritoryView })
  territory: TerritoryView;

  @ApiProperty({ type: [TerritoryView] })
  below: readonly TerritoryView[];
}

@ApiSchema({ name: 'Office' })
export class OfficeView implements Office {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ example: 'CA-31' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: AGENCIES })
  agency: Office['agency'];

  @ApiProperty({ enum: OFFICE_TIERS })
  tier: Office['tier'];

  @ApiProperty({ type: 'integer' })
  territoryId: number;

  @ApiPropertyOptional({ type: 'integer', description: 'who took over its work' })
  successorId?: number;

  @ApiProperty(DAY)
  validFrom: Day;

  @ApiPropertyOptional({ ...DAY, description: 'its last day' })
  validTo?: Day;
}
