import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  NO_PAPER_REASONS,
  PAPER_KINDS,
  PERSON_FAMILIES,
  PERSON_FIELD_NAMES,
  type PaperKind,
  type PersonFamily,
  type PersonField,
  type Sex,
} from '#libs/domain/person';
import { IsWritten, Optional } from '#libs/feature/casework';
import { IDENTIFIER_KINDS, type IdentifierKind } from '#libs/platform/vault';
import { CORRECTION_REASONS, type CorrectionReason, PURPOSES, type Purpose } from './purposes.js';

const SEXES = ['male', 'female'] as const;
const MOST_PAPERS = 10;

export class PaperDto {
  @ApiProperty({ enum: PAPER_KINDS })
  @IsIn(PAPER_KINDS)
  kind: PaperKind;

  @ApiPropertyOptional({ description: 'absent for `none`' })
  @Optional()
  @IsWritten(40)
  number?: string;

  @ApiPropertyOptional({ description: 'of a foreign paper: two letters of ISO 3166-1', example: 'LA' })
  @Optional()
  @Matches(/^[A-Za-z]{2}$/)
  country?: string;

  @ApiPropertyOptional({ enum: NO_PAPER_REASONS, description: 'why there is none' })
  @Optional()
  @IsIn(NO_PAPER_REASONS)
  reason?: string;
}

/** What is known of a person; all of it is encrypted before it is stored. */
export class PersonFieldsDto {
  @ApiPropertyOptional({ description: 'họ, đệm, tên' })
  @Optional()
  @IsWritten(200)
  fullName?: string;

  @ApiPropertyOptional({ description: 'other names, aliases' })
  @Optional()
  @IsWritten(200)
  otherNames?: string;

  @ApiPropertyOptional({ description: 'YYYY-MM-DD, YYYY-MM, YYYY, or estimated YYYY~YYYY', example: '2011-05' })
  @Optional()
  @IsWritten(10)
  birth?: string;

  @ApiPropertyOptional({ enum: SEXES })
  @Optional()
  @IsIn(SEXES)
  sex?: Sex;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(60)
  nationality?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(60)
  ethnicity?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(200)
  occupation?: string;

  @ApiPropertyOptional({ type: [PaperDto] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_PAPERS)
  @ValidateNested({ each: true })
  @Type(() => PaperDto)
  papers?: PaperDto[];

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(30)
  phone?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(300)
  birthPlace?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(300)
  residence?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(300)
  workplace?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(300)
  school?: string;

  @ApiPropertyOptional({ description: 'who stands for a child or somebody who cannot act' })
  @Optional()
  @IsWritten(200)
  guardian?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsWritten(30)
  guardianPhone?: string;
}

export class RegisterPersonDto {
  @ApiProperty({ enum: PERSON_FAMILIES, description: 'a victim is one from first contact, before it is confirmed' })
  @IsIn(PERSON_FAMILIES)
  family: PersonFamily;

  @ApiProperty({ type: PersonFieldsDto })
  @ValidateNested()
  @Type(() => PersonFieldsDto)
  fields: PersonFieldsDto;

  @ApiPropertyOptional({ description: 'nobody knows the name; else it must be given' })
  @Optional()
  @IsBoolean()
  nameUnknown?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'the accused of this case that it is' })
  @Optional()
  @IsUUID()
  defendantId?: string;
}

export class CorrectPersonDto {
  @ApiPropertyOptional({ type: PersonFieldsDto })
  @Optional()
  @ValidateNested()
  @Type(() => PersonFieldsDto)
  fields?: PersonFieldsDto;

  @ApiPropertyOptional({ enum: PERSON_FIELD_NAMES, isArray: true, description: 'what is known no more' })
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(PERSON_FIELD_NAMES, { each: true })
  withdrawn?: PersonField[];

  @ApiProperty({ enum: CORRECTION_REASONS })
  @IsIn(CORRECTION_REASONS)
  reason: CorrectionReason;
}

export class RevealPersonDto {
  @ApiProperty({ enum: PERSON_FIELD_NAMES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERSON_FIELD_NAMES, { each: true })
  fields: PersonField[];

  @ApiProperty({ enum: PURPOSES })
  @IsIn(PURPOSES)
  purpose: Purpose;

  @ApiPropertyOptional({ description: 'in own words; needed for `other`. It is encrypted.' })
  @Optional()
  @IsWritten(500, 10)
  reason?: string;
}

export class NumberQueryDto {
  @ApiProperty({ enum: IDENTIFIER_KINDS })
  @IsIn(IDENTIFIER_KINDS)
  kind: IdentifierKind;

  @ApiProperty()
  @IsWritten(40)
  number: string;
}

/** By name or by number: one of the two. */
export class SearchPersonsDto {
  @ApiPropertyOptional({ description: 'words of a name, with or without diacritics' })
  @Optional()
  @IsWritten(200)
  name?: string;

  @ApiPropertyOptional({ description: 'diacritics count, and words are whole' })
  @Optional()
  @IsBoolean()
  exactTones?: boolean;

  @ApiPropertyOptional({ type: NumberQueryDto })
  @Optional()
  @ValidateNested()
  @Type(() => NumberQueryDto)
  paper?: NumberQueryDto;

  @ApiPropertyOptional({ enum: PERSON_FAMILIES, isArray: true, description: 'all that you may meet when absent' })
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERSON_FAMILIES, { each: true })
  families?: PersonFamily[];
}
