import { DomainError, isDay } from '#libs/domain/kernel';
import { holdsOnly, isId, isList, isOffence, isRecord, isText, isWhole } from './field-checks.js';
import { isMove, isMovedPerson, isRunningClock } from './moved-person.js';
import type { Field, Fields } from './transition.js';
import { isResult, isVerdict } from './verdict-checks.js';

type Check = (value: unknown, field: Field) => boolean;

const isPerson = (value: unknown): boolean =>
  isRecord(value) && holdsOnly(value, ['defendantId', 'number']) && isId(value.defendantId) && isId(value.number);

const CHECKS: Readonly<Record<Field['kind'], Check>> = {
  office: isWhole,
  number: isWhole,
  day: (value) => typeof value === 'string' && isDay(value),
  id: isId,
  text: isText,
  flag: (value) => typeof value === 'boolean',
  choice: (value, field) => field.kind === 'choice' && field.choices.some((choice) => choice === value),
  offence: isOffence,
  ids: (value) => isList(value, isId) && new Set(value as unknown[]).size === (value as unknown[]).length,
  verdicts: (value) => isList(value, isVerdict),
  results: (value, field) => isList(value, (one) => isResult(one, field)),
  persons: (value) => isList(value, isPerson),
  moves: (value) => isList(value, isMove),
  'moved-persons': (value) => isList(value, isMovedPerson),
  clock: isRunningClock,
};

/**
 * Checks what a step states against the fields of its row: nothing missing, nothing unknown, everything of its kind.
 * @throws DomainError `step.malformed` naming every faulty field.
 */
export function checkPayload(fields: Fields, payload: Readonly<Record<string, unknown>>): void {
  const faults: string[] = [];
  for (const name of Object.keys(payload)) {
    if (payload[name] !== undefined && !Object.hasOwn(fields, name)) faults.push(name);
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(payload, name) ? payload[name] : undefined;
    if (value === undefined ? field.required : !CHECKS[field.kind](value, field)) faults.push(name);
  }
  if (faults.length > 0) throw new DomainError('step.malformed', 'malformed', { fields: faults });
}
