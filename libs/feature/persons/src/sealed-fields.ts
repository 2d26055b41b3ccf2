import { createHash } from 'node:crypto';
import { type PersonFamily, type PersonField } from '#libs/domain/person';
import { derivedId } from '#libs/feature/casework';
import type { FieldPlace, IdentifierKind, KeyRing } from '#libs/platform/vault';

/** Whose field it is. */
export interface SealedPerson {
  readonly id: string;
  readonly family: PersonFamily;
  readonly subjectId: string;
}

const VERSION_SIZE = 4;
const INDEX_SIZE = 20;

/** @returns the name of a field in the tables: `birthPlace` is birth_place. */
export const columnOf = (field: PersonField): string => field.replace(/[A-Z]/g, '_$&').toLowerCase();

const FIELDS = new Map<string, PersonField>();

/** @returns the field of a name in the tables. @throws Error for a name that is none. */
export function fieldOf(column: string): PersonField {
  if (FIELDS.has(column)) return FIELDS.get(column) as PersonField;
  const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as PersonField;
  FIELDS.set(column, field);
  return field;
}

/**
 * Where a version of a field stands: with this person, of this family, in this file. Moved to another file by hand it is
 * refused as well.
 */
export const placeOf = (person: SealedPerson, column: string, version: number): FieldPlace => ({
  family: person.family,
  table: 'person_field',
  column: `${column}_v${version}`,
  rowId: derivedId('person', person.id, person.subjectId),
});

/** Where the words stand with which somebody asked. */
export const reasonPlace = (family: PersonFamily, disclosureId: string): FieldPlace => ({
  family,
  table: 'person_disclosure',
  column: 'reason',
  rowId: disclosureId,
});

/** The index of a number differs from family to family, so that the tables alone do not say who is a victim here and a suspect there. */
const inFamily = (family: PersonFamily, index: Buffer): Buffer => {
  const digest = createHash('sha256').update(`${family}|`).update(index).digest();
  return Buffer.concat([index.subarray(0, VERSION_SIZE), digest]).subarray(0, INDEX_SIZE);
};

/** @returns what is stored beside a number so that it can be found. @throws DomainError as `KeyRing.index`. */
export const indexOf = (ring: KeyRing, family: PersonFamily, kind: IdentifierKind, number: string): Buffer =>
  inFamily(family, ring.index(kind, number));

/** @returns under what a number may lie now. @throws DomainError as `KeyRing.indexes`. */
export const indexesOf = (ring: KeyRing, family: PersonFamily, kind: IdentifierKind, number: string): Buffer[] =>
  ring.indexes(kind, number).map((index) => inFamily(family, index));
