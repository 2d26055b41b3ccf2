import { DomainError } from '#libs/domain/kernel';
import type { Field, Fields } from '#libs/domain/procedure';

/** What tells whether there is such a place. */
export interface KnownPlaces {
  findTerritory(id: number): unknown;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const isUuid = (value: unknown): boolean => typeof value === 'string' && UUID.test(value);
const namesDefendant = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'defendantId' in item && isUuid(item.defendantId);
const isEach = (value: unknown, check: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(check);

const refersTo = (field: Field, value: unknown, places: KnownPlaces): boolean => {
  switch (field.kind) {
    case 'id':
      return isUuid(value);
    case 'ids':
      return isEach(value, isUuid);
    case 'moves':
      return isEach(value, (item) => namesDefendant(item) && isUuid((item as { newId?: unknown }).newId));
    case 'moved-persons':
    case 'verdicts':
    case 'results':
    case 'persons':
      return isEach(value, namesDefendant);
    case 'number':
      return typeof value === 'number' && places.findTerritory(value) !== undefined;
    default:
      return true;
  }
};

/**
 * Checks what the law's tables cannot know of a payload: that identifiers are ours, and that the place exists.
 * @throws DomainError `step.malformed` naming every faulty field.
 */
export function checkReferences(fields: Fields, payload: Readonly<Record<string, unknown>>, places: KnownPlaces): void {
  const faults = Object.entries(fields)
    .filter(([name, field]) => payload[name] !== undefined && !refersTo(field, payload[name], places))
    .map(([name]) => name);
  if (faults.length > 0) throw new DomainError('step.malformed', 'malformed', { fields: faults });
}
