import { type Day, DomainError, isDay } from '#libs/domain/kernel';

type Kind<V> = [V] extends [boolean]
  ? 'flag'
  : [V] extends [number]
    ? 'integer'
    : [V] extends [Day]
      ? 'day'
      : [V] extends [string]
        ? 'uuid' | 'code'
        : never;

type FieldOf<V> = undefined extends V
  ? `${Field<Exclude<V, undefined>>}?`
  : V extends readonly (infer E)[]
    ? `${Kind<E>}[]`
    : Kind<V>;

type Field<V> = V extends readonly (infer E)[] ? `${Kind<E>}[]` : Kind<V>;

/**
 * What a payload is made of, field by field: `uuid`, `integer` (ids of tables, positions, counts), `code` (ASCII, no
 * space, 64 characters at most), `day`, `flag`; `[]` for a list, `?` for a field that may be absent. Nothing else can be
 * in a payload, so no name and no text that somebody typed reaches the queue, its tables or its logs.
 */
export type PayloadShape<P> = { readonly [K in keyof P]-?: FieldOf<P[K]> };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/;
const LONGEST_LIST = 1_000;

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  uuid: (value) => typeof value === 'string' && UUID.test(value),
  integer: (value) => Number.isSafeInteger(value),
  code: isCode,
  day: (value) => typeof value === 'string' && isDay(value),
  flag: (value) => typeof value === 'boolean',
};

/** @returns whether the value is a code: ASCII letters, digits and `._:/-`, no space, 1 to 64 characters. */
export function isCode(value: unknown): value is string {
  return typeof value === 'string' && CODE.test(value);
}

/**
 * Checks a payload, on the way into the queue and on the way out.
 * @param job name of the job, for the error.
 * @returns the payload without its undefined fields.
 * @throws DomainError `job.payload-malformed` (malformed) with the job and the field; never with the value.
 */
export function checkPayload<P extends object>(job: string, shape: PayloadShape<P>, payload: unknown): P {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw malformed(job);
  const entries = Object.entries(payload).filter(([, value]) => value !== undefined);
  const fields = new Map<string, string>(Object.entries(shape));
  if (entries.some(([name]) => !fields.has(name))) throw malformed(job);
  const values = new Map<string, unknown>(entries);
  for (const [name, field] of fields) {
    if (!isField(field, values.get(name))) throw malformed(job, name);
  }
  return Object.fromEntries(entries) as P;
}

function isField(field: string, value: unknown): boolean {
  if (field.endsWith('?')) return value === undefined || isField(field.slice(0, -1), value);
  if (!field.endsWith('[]')) return CHECKS[field]?.(value) ?? false;
  const kind = field.slice(0, -2);
  return Array.isArray(value) && value.length <= LONGEST_LIST && value.every((it) => isField(kind, it));
}

const malformed = (job: string, field?: string): DomainError =>
  new DomainError('job.payload-malformed', 'malformed', { job, field });

/**
 * Reads a payload out of words, as an operator types it.
 * @param words by field name; list entries are separated by commas.
 * @throws DomainError as `checkPayload`.
 */
export function readPayload<P extends object>(
  job: string,
  shape: PayloadShape<P>,
  words: ReadonlyMap<string, string>,
): P {
  const fields = new Map<string, string>(Object.entries(shape));
  const entries = [...words].map(([name, word]) => [name, valueOf(fields.get(name) ?? '', word)]);
  return checkPayload(job, shape, Object.fromEntries(entries));
}

function valueOf(field: string, word: string): unknown {
  const plain = field.replace('?', '');
  if (plain.endsWith('[]')) return word.split(',').map((it) => valueOf(plain.slice(0, -2), it));
  if (plain === 'integer') return /^-?\d+$/.test(word) ? Number(word) : word;
  return plain === 'flag'
    ? (new Map([
        ['true', true],
        ['false', false],
      ]).get(word) ?? word)
    : word;
}
