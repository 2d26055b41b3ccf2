import { findGravity } from './offence.js';

/** Longest text and identifier that a step may state, in UTF-16 units. */
const LONGEST_TEXT = 2000;
const LONGEST_ID = 100;
const MOST_ITEMS = 500;
const NUL = '\u0000';

/** @returns whether a value is an object of named parts. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOf = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest && !value.includes(NUL);
/** @returns whether a value is a text that a step may state. */
export const isText = (value: unknown): value is string => isTextOf(value, LONGEST_TEXT);
/** @returns whether a value is an identifier. */
export const isId = (value: unknown): value is string => isTextOf(value, LONGEST_ID);
/** @returns whether a value is a whole number above 0. */
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
/** @returns whether a value is a list, not empty and not too long, of what `each` accepts. */
export const isList = (value: unknown, each: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_ITEMS && value.every(each);
/** A word too much could be a name: what a nested record may hold is closed as well. */
export const holdsOnly = (value: Record<string, unknown>, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));

/** @returns whether a value names an offence whose gravity is known. */
export const isOffence = (value: unknown): boolean => {
  if (!isRecord(value) || !holdsOnly(value, ['article', 'clause', 'point'])) return false;
  if (!isWhole(value.article) || !isWhole(value.clause)) return false;
  if (value.point !== undefined && !isId(value.point)) return false;
  return findGravity({ article: value.article, clause: value.clause }) !== undefined;
};
