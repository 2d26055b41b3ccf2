import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsUUID, ValidateNested } from 'class-validator';
import { IsWritten, Optional, StepDto } from '#libs/feature/casework';

/** More than any case has. */
const MOST_DEFENDANTS = 500;

/** An accused who goes to another case. */
export class MovedAccusedDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  defendantId: string;

  @ApiPropertyOptional({ description: 'number within the other case; the one of this case when absent', example: '3' })
  @Optional()
  @IsWritten(20)
  number?: string;
}

export class JoinCaseDto extends StepDto {
  @ApiProperty({ format: 'uuid', description: 'the case that goes on; your office holds it too' })
  @IsUUID()
  intoCaseId: string;

  @ApiPropertyOptional({
    type: [MovedAccusedDto],
    description: 'who gets another number there; everybody else who is proceeded against goes along with the old one',
  })
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_DEFENDANTS)
  @ValidateNested({ each: true })
  @Type(() => MovedAccusedDto)
  movedTo?: MovedAccusedDto[];
}

export class SeverCaseDto extends StepDto {
  @ApiProperty({ description: 'number of the new case in the register', example: '08/2026' })
  @IsWritten(60)
  caseNumber: string;

  @ApiProperty({ type: [MovedAccusedDto], description: 'who goes to the new case' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_DEFENDANTS)
  @ValidateNested({ each: true })
  @Type(() => MovedAccusedDto)
  persons: MovedAccusedDto[];
}
