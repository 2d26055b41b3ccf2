import { type Day, isDay } from '#libs/domain/kernel';
import { type YamlEntry, type YamlPlace } from './yaml-place.js';

/** Reads the value at a place; takes down a fault and gives `undefined` when it is not what it should be. */
export type Rule<T> = (place: YamlPlace) => T | undefined;

interface Field<T> {
  readonly rule: Rule<T>;
  readonly required: boolean;
  readonly absent?: T;
}
type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> };

export const required = <T>(rule: Rule<T>): Field<T> => ({ rule, required: true });
export const optional = <T>(rule: Rule<T>): Field<T> => ({ rule, required: false });
export const orElse = <T>(absent: T, rule: Rule<T>): Field<T> => ({ rule, required: false, absent });

/**
 * A map with exactly these keys, in any order.
 * @param also looks at the map as a whole once all its keys are right.
 */
export function shape<T extends object>(fields: Fields<T>, also?: (value: T, place: YamlPlace) => void): Rule<T> {
  return (place) => {
    const entries = place.entries();
    if (!entries) return undefined;
    const value = readFields(fields, entries, place);
    if (value) also?.(value, place);
    return value;
  };
}

function readFields<T extends object>(
  fields: Fields<T>,
  entries: readonly YamlEntry[],
  place: YamlPlace,
): T | undefined {
  const known = Object.keys(fields) as (keyof T & string)[];
  for (const { key, keyPlace } of entries) {
    if (!known.some((name) => name === key)) keyPlace.refuse('unknown-key', { key, known });
  }
  const value: Partial<T> = {};
  const wrong = known.filter((key) => {
    const written = entries.find((entry) => entry.key === key)?.value;
    const read = written ? fields[key].rule(written) : fields[key].absent;
    if (read !== undefined) value[key] = read;
    if (!written && fields[key].required) place.refuse('missing', { key });
    return read === undefined && (written !== undefined || fields[key].required);
  });
  return wrong.length === 0 ? (value as T) : undefined;
}

/**
 * A list of such values.
 * @param keyOf what may stand in the list only once.
 */
export function listOf<T>(rule: Rule<T>, keyOf?: (item: T) => string): Rule<readonly T[]> {
  return (place) => {
    const places = place.items();
    if (!places) return undefined;
    const read = places.map((item) => ({ item, value: rule(item) }));
    if (keyOf) refuseRepeated(read, keyOf);
    const values = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return values.length === places.length ? values : undefined;
  };
}

function refuseRepeated<T>(
  read: readonly { item: YamlPlace; value: T | undefined }[],
  keyOf: (item: T) => string,
): void {
  const seen = new Set<string>();
  for (const { item, value } of read) {
    if (value === undefined) continue;
    const key = keyOf(value);
    if (seen.has(key)) item.refuse('duplicate-entry', { key });
    seen.add(key);
  }
}

const LONGEST = 10_000;
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** A text that is not blank, in NFC, line breaks and double spaces as one space. */
export const text: Rule<string> = (place) => {
  const written = place.text();
  if (written === undefined) return undefined;
  if (CONTROL.test(written)) return place.refuse('control-character');
  const tidy = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (tidy === '') return place.refuse('blank');
  return tidy.length > LONGEST ? place.refuse('too-long', { longest: LONGEST }) : tidy;
};

/** A text that `accepts` takes. */
export function textThat<T extends string = string>(
  accepts: (value: string) => value is T,
  refuse: (place: YamlPlace, value: string) => undefined,
): Rule<T> {
  return (place) => {
    const value = text(place);
    if (value === undefined) return undefined;
    return accepts(value) ? value : refuse(place, value);
  };
}

/** One of the given words. */
export const oneOf = <T extends string>(allowed: readonly T[]): Rule<T> =>
  textThat(
    (value): value is T => allowed.some((one) => one === value),
    (place, value) => place.refuse('unknown-value', { value, allowed }),
  );

/** A day `YYYY-MM-DD` that exists. */
export const dayRule: Rule<Day> = textThat(isDay, (place, value) => place.refuse('bad-day', { value }));

/** `true` or `false`. */
export const truth: Rule<boolean> = (place) => {
  const value = text(place);
  if (value === undefined) return undefined;
  return value === 'true' || value === 'false' ? value === 'true' : place.refuse('bad-truth', { value });
};

/** A decimal number with at most `decimals` places, from `least` to `most`. */
export function numberWithin(least: number, most: number, decimals = 0): Rule<number> {
  const form = decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+(\\.\\d{1,${decimals}})?$`);
  return (place) => {
    const value = text(place);
    if (value === undefined) return undefined;
    if (!form.test(value)) return place.refuse('bad-number', { value });
    const number = Number(value);
    return number >= least && number <= most ? number : place.refuse('out-of-range', { value, least, most });
  };
}
