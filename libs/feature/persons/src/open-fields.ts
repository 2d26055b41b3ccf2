import { RequestRefused } from '#libs/platform/http';
import { DomainError } from '#libs/domain/kernel';
import { PERSON_FIELD_NAMES, type PersonField } from '#libs/domain/person';
import type { KeyRing } from '#libs/platform/vault';
import type { SealedField } from './person.repository.js';
import { type SealedPerson, columnOf, placeOf } from './sealed-fields.js';

const RETRY_LATER = { 'retry-after': '60' };

const isRefused = (error: unknown): boolean => error instanceof DomainError && error.code === 'vault.value-refused';

/** Decrypts what one may be told. @throws RequestRefused `vault.value-refused` (503) for a value altered or moved. */
export function openField(ring: KeyRing, person: SealedPerson, field: SealedField): string {
  try {
    return ring.open(placeOf(person, columnOf(field.field), field.version), field.sealed);
  } catch (error) {
    throw isRefused(error) ? new RequestRefused(503, 'vault.value-refused', {}, RETRY_LATER) : error;
  }
}

/** As `openField`; undefined for a value altered or moved, which must not keep everybody else from being found. */
export function openIfWhole(ring: KeyRing, person: SealedPerson, field: SealedField): string | undefined {
  try {
    return ring.open(placeOf(person, columnOf(field.field), field.version), field.sealed);
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** @returns what is known of a person, without what was withdrawn, in the order of the fields. @throws as `openField`. */
export function openFields(
  ring: KeyRing,
  person: SealedPerson,
  fields: readonly SealedField[],
): Map<PersonField, string> {
  const own = fields.filter(({ personId }) => personId === person.id);
  const ordered = PERSON_FIELD_NAMES.flatMap((name) => own.filter(({ field }) => field === name));
  const texts = ordered.map((field) => [field.field, openField(ring, person, field)] as const);
  return new Map(texts.filter(([, text]) => text !== ''));
}
