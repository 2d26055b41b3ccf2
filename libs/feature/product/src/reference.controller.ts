import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { AGENCIES, type Agency, type Office, type Territory, validOn } from '#libs/domain/jurisdiction';
import { type Day } from '#libs/domain/kernel';
import { Requires } from '#libs/feature/access';
import { IsCalendarDay } from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock } from '#libs/platform/database';
import { OfficeView, PlaceView } from './reference.view.js';

/** A place by name or code, on a day. */
export class PlaceQueryDto {
  @ApiPropertyOptional({ description: 'code or name, with or without diacritics', example: 'Hải Phòng' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  place?: string;

  @IsOptional()
  @IsCalendarDay({ required: false, description: 'today when absent' })
  on?: Day;
}

/** Offices of a place, of one kind or of all. */
export class OfficeQueryDto extends PlaceQueryDto {
  @ApiPropertyOptional({ enum: AGENCIES })
  @IsOptional()
  @IsIn(AGENCIES)
  agency?: Agency;
}

/** A territory and what lies directly below it on the day. */
export interface PlaceAnswer {
  readonly territory: Territory;
  readonly below: readonly Territory[];
}

/** What forms need to offer: territories and offices as they stand on a day. */
@ApiTags('jurisdictions')
@ApiBearerAuth()
@Controller()
export class ReferenceController {
  constructor(
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
  ) {}

  @Get('territories')
  @ApiOperation({ summary: 'A territory and what lies directly below it on a day' })
  @ApiOkResponse({ type: PlaceView })
  @Requires('jurisdiction.read')
  territories(@Query() query: PlaceQueryDto): PlaceAnswer {
    const on = query.on ?? this.clock.today();
    const territory = this.placeOf(query, on);
    return { territory, below: this.directory.current.tree.childrenOf(territory.id, on) };
  }

  @Get('offices')
  @ApiOperation({ summary: 'The offices seated in a territory on a day' })
  @ApiOkResponse({ type: [OfficeView] })
  @Requires('jurisdiction.read')
  offices(@Query() query: OfficeQueryDto): readonly Office[] {
    const on = query.on ?? this.clock.today();
    const { id } = this.placeOf(query, on);
    const seated = this.directory.current.offices.inSubtreeOf(id);
    const wanted = seated.filter((one) => validOn(one, on) && (!query.agency || one.agency === query.agency));
    return wanted.slice(0, MOST);
  }

  private placeOf(query: PlaceQueryDto, on: Day): Territory {
    return query.place
      ? this.directory.territoryNamed(query.place, on)
      : this.directory.territoryByCode('VN', 'nation', on);
  }
}

/** More than any province has. */
const MOST = 500;
