import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import {
  type CitizenNumberWarning,
  type IdentityPaper,
  PAPER_KINDS,
  PERSON_FAMILIES,
  PERSON_FIELD_NAMES,
  type PersonFamily,
  type PersonField,
} from '#libs/domain/person';
import type { SubjectKind } from '#libs/domain/procedure';

const WARNINGS: readonly CitizenNumberWarning[] = ['paper.sex-differs', 'paper.birth-year-differs'];

@ApiSchema({ name: 'PersonWarning', description: 'where a number disagrees with the rest; it may still be right' })
export class PersonWarningView {
  @ApiProperty({ enum: WARNINGS })
  code: CitizenNumberWarning;

  @ApiProperty({ description: 'the same in the reader’s language' })
  detail: string;
}

@ApiSchema({ name: 'RegisteredPerson' })
export class RegisteredPersonView {
  @ApiProperty({ format: 'uuid', description: 'to charge a suspect, give it as the id of the defendant' })
  id: string;

  @ApiProperty({ type: [PersonWarningView] })
  warnings: PersonWarningView[];
}

@ApiSchema({ name: 'CorrectedPerson' })
export class CorrectedPersonView {
  @ApiProperty({ enum: PERSON_FIELD_NAMES, isArray: true, description: 'what has another value now' })
  changed: PersonField[];

  @ApiProperty({ type: [PersonWarningView] })
  warnings: PersonWarningView[];
}

@ApiSchema({ name: 'MaskedField' })
export class MaskedFieldView {
  @ApiProperty({ enum: PERSON_FIELD_NAMES })
  field: PersonField;

  @ApiProperty({ enum: ['revealable', 'masked'], description: 'whether you may ask for it' })
  access: 'revealable' | 'masked';

  @ApiProperty({ example: 'Nguyễn T. H.' })
  masked: string;
}

@ApiSchema({ name: 'MaskedPerson', description: 'what you may see without asking' })
export class MaskedPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: PERSON_FAMILIES })
  family: PersonFamily;

  @ApiProperty({ format: 'uuid', description: 'the file in which you meet the person' })
  fileId: string;

  @ApiProperty({ enum: ['denunciation', 'case'] })
  fileKind: SubjectKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'of an accused, in this case' })
  defendantId?: string;

  @ApiProperty()
  nameUnknown: boolean;

  @ApiProperty({ type: [MaskedFieldView] })
  fields: MaskedFieldView[];

  @ApiProperty({ description: 'by which the rest is masked or hidden' })
  article: string;
}

@ApiSchema({ name: 'PersonsOfFile' })
export class PersonsOfFileView {
  @ApiProperty({ type: [MaskedPersonView], description: 'by given name' })
  items: MaskedPersonView[];
}

@ApiSchema({ name: 'FoundPersons' })
export class FoundPersonsView {
  @ApiProperty({ type: [MaskedPersonView] })
  items: MaskedPersonView[];

  @ApiProperty({ description: 'there are more than 50: say more of the name' })
  hasMore: boolean;

  @ApiProperty({ type: 'integer', description: 'values that were altered and could not be searched; report them' })
  unreadable: number;
}

@ApiSchema({ name: 'RevealedField' })
export class RevealedFieldView {
  @ApiProperty({ enum: PERSON_FIELD_NAMES })
  field: PersonField;

  @ApiProperty()
  text: string;
}

@ApiSchema({ name: 'IdentityPaper' })
export class IdentityPaperView {
  @ApiProperty({ enum: PAPER_KINDS })
  kind: IdentityPaper['kind'];

  @ApiPropertyOptional()
  number?: string;

  @ApiPropertyOptional()
  country?: string;

  @ApiPropertyOptional()
  reason?: string;
}

@ApiSchema({
  name: 'RevealedPerson',
  description: 'what you asked for, told once; fields that are not known are absent',
})
export class RevealedPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: PERSON_FAMILIES })
  family: PersonFamily;

  @ApiProperty({ type: [RevealedFieldView] })
  fields: RevealedFieldView[];

  @ApiPropertyOptional({ type: [IdentityPaperView] })
  papers?: IdentityPaperView[];
}
