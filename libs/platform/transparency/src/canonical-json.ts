import { DomainError } from '#libs/domain/kernel';

/** What has one canonical text. Properties that are `undefined` are as if absent. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

const DEPTH_LIMIT = 32;
/** Names only: no two of them are one after normalising, and no JavaScript engine sorts them as numbers. */
const KEY = /^[A-Za-z][A-Za-z0-9_.-]{0,127}$/;
/** NUL cannot be kept by PostgreSQL, half a surrogate pair not by UTF-8. */
// eslint-disable-next-line no-control-regex
const UNKEEPABLE = /\u0000|\p{Surrogate}/u;

function refusal(reason: string): DomainError {
  return new DomainError('entry.not-canonical', 'malformed', { reason });
}

function textOf(value: string): string {
  if (UNKEEPABLE.test(value)) throw refusal('character');
  return JSON.stringify(value.normalize('NFC'));
}

function numberOf(value: number): string {
  if (!Number.isSafeInteger(value)) throw refusal('number');
  return String(value);
}

function isPlain(value: object): value is Readonly<Record<string, CanonicalValue | undefined>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function objectOf(value: object, depth: number): string {
  if (!isPlain(value)) throw refusal('kind');
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const property = value[key];
    if (property === undefined) continue;
    if (!KEY.test(key)) throw refusal('key');
    parts.push(`"${key}":${write(property, depth + 1)}`);
  }
  return `{${parts.join(',')}}`;
}

function arrayOf(values: readonly CanonicalValue[], depth: number): string {
  // By index: a hole of a sparse array is refused, where `map` would pass it over.
  return `[${Array.from(values, (value) => write(value, depth + 1)).join(',')}]`;
}

function write(value: unknown, depth: number): string {
  if (depth > DEPTH_LIMIT) throw refusal('depth');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return numberOf(value);
  if (Array.isArray(value)) return arrayOf(value, depth);
  if (typeof value === 'object') return objectOf(value, depth);
  throw refusal('kind');
}

/**
 * The one text of an entry, whose UTF-8 bytes are the content of its leaf: keys sorted by their code units, no white
 * space, texts in NFC with the escapes of ECMAScript's JSON.stringify, whole numbers only
 * (docs/decisions/0016-audit-that-cannot-be-rewritten.md).
 * @throws DomainError `entry.not-canonical`, whose `reason` is number (a fraction, or beyond 2^53), character, key, kind
 * (a date, a map …) or depth (more than 32, so a cycle too); never with content of the entry.
 */
export function canonicalJson(value: CanonicalValue): string {
  return write(value, 0);
}
