import { DomainError, isDay } from '#libs/domain/kernel';
import { findGravity } from './offence.js';
import type { Field, Fields } from './transition.js';

type Check = (value: unknown, field: Field) => boolean;

/** Longest text and identifier that a step may state, in UTF-16 units. */
const LONGEST_TEXT = 2000;
const LONGEST_ID = 100;
const MOST_ITEMS = 500;
const NUL = '\u0000';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOf = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest && !value.includes(NUL);
const isText = (value: unknown): value is string => isTextOf(value, LONGEST_TEXT);
const isId = (value: unknown): value is string => isTextOf(value, LONGEST_ID);
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
const isList = (value: unknown, each: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_ITEMS && value.every(each);
/** A word too much could be a name: what a nested record may hold is closed as well. */
const holdsOnly = (value: Record<string, unknown>, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));

const isOffence = (value: unknown): boolean => {
  if (!isRecord(value) || !holdsOnly(value, ['article', 'clause', 'point'])) return false;
  if (!isWhole(value.article) || !isWhole(value.clause)) return false;
  if (value.point !== undefined && !isId(value.point)) return false;
  return findGravity({ article: value.article, clause: value.clause }) !== undefined;
};

/** Outcomes of a judgment for one defendant. Source: Điều 260, 299, 326 BLTTHS. */
export const VERDICTS = ['convicted', 'exempted', 'acquitted'] as const;

const isVerdict = (value: unknown): boolean =>
  isRecord(value) &&
  holdsOnly(value, ['defendantId', 'outcome', 'offence']) &&
  isId(value.defendantId) &&
  VERDICTS.some((outcome) => outcome === value.outcome) &&
  (value.offence === undefined || isOffence(value.offence));

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
  persons: (value) => isList(value, isPerson),
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
