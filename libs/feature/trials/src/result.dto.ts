import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsUUID, ValidateNested } from 'class-validator';
import { IsRowId, OffenceDto, Optional, StepDto } from '#libs/feature/casework';

/** What a court above decides for one person, beside the outcome. */
export class ResultDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  defendantId: string;

  @ApiPropertyOptional({ type: OffenceDto, description: 'the offence that the court finds, where it amends' })
  @Optional()
  @ValidateNested()
  @Type(() => OffenceDto)
  offence?: OffenceDto;
}

/** A decision of a court above, beside its results. */
export class DecideAboveDto extends StepDto {
  @ApiPropertyOptional({ description: 'where an annulled case begins again, when it is not where it was' })
  @Optional()
  @IsRowId()
  toOfficeId?: number;
}
