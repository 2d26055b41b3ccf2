import fc from 'fast-check';
import { type CanonicalValue, canonicalJson } from './index.js';

const reasonOf = (value: unknown): unknown => {
  try {
    return canonicalJson(value as CanonicalValue);
  } catch (error) {
    return error;
  }
};
const refusal = (reason: string): unknown =>
  expect.objectContaining({ code: 'entry.not-canonical', kind: 'malformed', facts: { reason } });

const aKey = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,8}$/);
const aText = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
const { anEntry } = fc.letrec<{ anEntry: CanonicalValue }>((tie) => ({
  anEntry: fc.oneof(
    { depthSize: 'small' },
    aText,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('anEntry'), { maxLength: 4 }),
    fc.dictionary(aKey, tie('anEntry'), { maxKeys: 5 }),
  ),
}));

const shuffled = (value: CanonicalValue): CanonicalValue => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(shuffled);
  const properties = Object.entries(value as Readonly<Record<string, CanonicalValue>>).reverse();
  return Object.fromEntries(properties.map(([key, property]) => [key, shuffled(property)]));
};

describe('the canonical text of an entry', () => {
  it('is fixed', () => {
    const entry = {
      subject: 'vụ án',
      at: 1_763_800_000,
      roles: ['b', 'a'],
      Z: null,
      a: { y: true, x: -0 },
      gone: undefined,
    };
    expect(canonicalJson(entry)).toBe(
      '{"Z":null,"a":{"x":0,"y":true},"at":1763800000,"roles":["b","a"],"subject":"vụ án"}',
    );
  });

  it('is one for both ways to write a Vietnamese letter', () => {
    expect(canonicalJson({ name: 'Hoà'.normalize('NFD') })).toBe(canonicalJson({ name: 'Hoà'.normalize('NFC') }));
  });

  it('does not hang on the order of keys, and reads back to itself', () => {
    fc.assert(
      fc.property(anEntry, (entry) => {
        const text = canonicalJson(entry);
        expect(canonicalJson(shuffled(entry))).toBe(text);
        expect(canonicalJson(JSON.parse(text) as CanonicalValue)).toBe(text);
        // What a reader in another language may check with its plain JSON library.
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['a fraction', 0.5, 'number'],
    ['a number that floats', 2 ** 53, 'number'],
    ['no number', NaN, 'number'],
    ['a big integer', 1n, 'kind'],
    ['a date', new Date(0), 'kind'],
    ['a map', new Map(), 'kind'],
    ['a buffer', Buffer.from('x'), 'kind'],
    ['nothing at all', undefined, 'kind'],
    ['a hole in a list', Array.from({ length: 1 }), 'kind'],
    ['a function', () => 1, 'kind'],
    ['a NUL', 'a\0b', 'character'],
    ['half a surrogate pair', '\ud800', 'character'],
    ['an empty key', { '': 1 }, 'key'],
    ['a key that JavaScript sorts as a number', { 10: 1 }, 'key'],
    ['a key beyond ASCII', { tên: 1 }, 'key'],
  ])('is refused for %s', (_what, value, reason) => {
    expect(reasonOf({ inside: [value] })).toEqual(refusal(reason));
  });

  it('is refused for a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(reasonOf(cycle)).toEqual(refusal('depth'));
  });
});
