import { collationKey, type CollationKey, compareKeys } from './collation-key.js';
import { normaliseName } from './normalise-name.js';

interface OrderedName {
  readonly text: string;
  /** Tên, họ, đệm: as lists of the state take a name apart, whoever bears it (last word, first word, the others). */
  readonly parts: readonly CollationKey[];
}

function orderedName(text: string): OrderedName {
  const words = normaliseName(text).split(' ');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { text, parts: [given, family, words.join(' ')].map(collationKey) };
}

function compareOrdered(a: OrderedName, b: OrderedName): number {
  for (const [at, part] of a.parts.entries()) {
    const other = b.parts[at];
    const order = other === undefined ? 1 : compareKeys(part, other);
    if (order !== 0) return order;
  }
  if (a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

/**
 * Orders texts as the Vietnamese alphabet does (collation `vi` of Unicode), without the locale of the machine: letters
 * first (a ă â … d đ …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals.
 */
export function compareNameText(a: string, b: string): number {
  return compareKeys(collationKey(a), collationKey(b));
}

/**
 * The order of lists of persons: by tên, then họ, then tên đệm, each as `compareNameText`; what is still equal by its
 * spelling, so that the order of two different texts never depends on the machine. A one-word name is a tên.
 */
export function compareByGivenName(a: string, b: string): number {
  return compareOrdered(orderedName(a), orderedName(b));
}

/** @returns the items in the order of `compareByGivenName`; each name is taken apart once, so take this for lists. */
export function sortByGivenName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const named = items.map((item) => ({ item, name: orderedName(nameOf(item)) }));
  return named.sort((a, b) => compareOrdered(a.name, b.name)).map(({ item }) => item);
}
