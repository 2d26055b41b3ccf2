import { randomBytes, randomInt } from 'node:crypto';
import fc from 'fast-check';
import { DomainError } from '#libs/domain/kernel';
import { type FieldPlace, KEY_FAMILIES, KeyRing, normaliseIdentifier, type VaultKey } from './index.js';

const familyKey = (scope: FieldPlace['family'], version = 1, isCurrent = true): VaultKey => ({
  use: { purpose: 'data', scope },
  version,
  isCurrent,
  bytes: randomBytes(32),
});
const indexKey = (scope: 'citizen-card' | 'passport' | 'phone', version = 1, isCurrent = true): VaultKey => ({
  use: { purpose: 'index', scope },
  version,
  isCurrent,
  bytes: randomBytes(32),
});

const HERE: FieldPlace = { family: 'victim', table: 'victim_identity', column: 'name', rowId: '0190-aa' };
const ring = new KeyRing([
  ...KEY_FAMILIES.map((family) => familyKey(family)),
  indexKey('citizen-card'),
  indexKey('passport'),
  indexKey('phone'),
]);

function outcomeOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a value in the vault', () => {
  it('is read where it was written, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const sealed = ring.seal(HERE, text);
        expect(ring.open(HERE, sealed)).toBe(text);
        expect(sealed).toHaveLength(Buffer.byteLength(text) + 33);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused with any one bit changed: 10,000 of 10,000', () => {
    let refused = 0;
    for (let round = 0; round < 10_000; round++) {
      const sealed = ring.seal(HERE, 'Giả Thị Thử');
      const bit = randomInt(sealed.length * 8);
      sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const code = outcomeOf(() => ring.open(HERE, sealed));
      if (code === 'vault.value-refused' || code === 'vault.key-unknown') refused += 1;
    }
    expect(refused).toBe(10_000);
  });

  it('is refused cut at any length, prolonged, and empty', () => {
    const sealed = ring.seal(HERE, 'Giả Thị Thử');
    for (let length = 0; length < sealed.length; length++) {
      expect(outcomeOf(() => ring.open(HERE, sealed.subarray(0, length)))).toBe('vault.value-refused');
    }
    expect(outcomeOf(() => ring.open(HERE, Buffer.concat([sealed, Buffer.from([0])])))).toBe('vault.value-refused');
  });

  it('is refused in every other row, column, table and family', () => {
    const place = fc.record({
      family: fc.constantFrom(...KEY_FAMILIES),
      table: fc.constantFrom('victim_identity', 'suspect_identity', 'victim'),
      column: fc.constantFrom('name', 'alias', 'address'),
      rowId: fc.constantFrom('0190-aa', '0190-ab', '0190-a', '1', '11'),
    });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const isSame = JSON.stringify(from) === JSON.stringify(to);
        const outcome = outcomeOf(() => ring.open(to, ring.seal(from, 'Giả Thị Thử')));
        expect(outcome).toBe(isSame ? 'Giả Thị Thử' : 'vault.value-refused');
      }),
      { numRuns: 10_000 },
    );
  });

  it('moved to another family is refused even where both families had one key', () => {
    const bytes = randomBytes(32);
    const shared = new KeyRing([
      { ...familyKey('victim'), bytes },
      { ...familyKey('suspect'), bytes },
    ]);
    const sealed = shared.seal(HERE, 'Giả Thị Thử');
    expect(outcomeOf(() => shared.open({ ...HERE, family: 'suspect' }, sealed))).toBe('vault.value-refused');
  });

  it('is another one each time, and does not show its text', () => {
    const sealed = Array.from({ length: 1_000 }, () => ring.seal(HERE, 'Thử').toString('hex'));
    expect(new Set(sealed).size).toBe(1_000);
    expect(sealed.join()).not.toContain(Buffer.from('Thử').toString('hex'));
  });

  it.each([
    { ...HERE, table: 'a|b' },
    { ...HERE, column: '' },
    { ...HERE, rowId: 'a|1' },
    { ...HERE, rowId: '' },
  ])('is not written at a place that is none: %j', (place) => {
    expect(outcomeOf(() => ring.seal(place, 'Thử'))).toBe('vault.place-malformed');
  });

  it('is refused without a word of it', () => {
    const sealed = ring.seal(HERE, 'Thử');
    expect(() => ring.open({ ...HERE, rowId: '2' }, sealed)).toThrow(
      expect.objectContaining({ message: 'vault.value-refused', facts: { family: 'victim' } }),
    );
    expect(JSON.stringify(ring)).toBe('{}');
  });
});

describe('rotation', () => {
  const [first, second] = [familyKey('victim', 1), familyKey('victim', 2)];
  const before = new KeyRing([first]);
  const both = new KeyRing([{ ...first, isCurrent: false }, second]);
  const after = new KeyRing([second]);

  it('reads old values, writes new ones, and names those that wait', () => {
    const old = before.seal(HERE, 'Thử');
    expect(both.open(HERE, old)).toBe('Thử');
    expect([both.isOutdated(HERE, old), both.currentVersion('victim')]).toEqual([true, 2]);
    const renewed = both.reseal(HERE, old);
    expect(both.isOutdated(HERE, renewed)).toBe(false);
    expect(after.open(HERE, renewed)).toBe('Thử');
    expect(outcomeOf(() => after.open(HERE, old))).toBe('vault.key-unknown');
  });

  it('does not let a value pass for one of another version', () => {
    const old = before.seal(HERE, 'Thử');
    old.writeUInt32BE(2, 1);
    expect(outcomeOf(() => both.open(HERE, old))).toBe('vault.value-refused');
    const twins = new KeyRing([
      { ...first, isCurrent: false },
      { ...second, bytes: first.bytes },
    ]);
    expect(outcomeOf(() => twins.open(HERE, old))).toBe('vault.value-refused');
  });

  it('reaches a ring that runs', () => {
    const running = new KeyRing([first]);
    const fresh = both.seal(HERE, 'Thử');
    expect(outcomeOf(() => running.open(HERE, fresh))).toBe('vault.key-unknown');
    running.replace([{ ...first, isCurrent: false }, second]);
    expect(running.open(HERE, fresh)).toBe('Thử');
  });

  it('never leaves a family without a current key, or with two', () => {
    expect(() => new KeyRing([{ ...first, isCurrent: false }])).toThrow('no one current key of data|victim');
    expect(() => new KeyRing([first, second])).toThrow('no one current key of data|victim');
  });
});

describe('the blind index', () => {
  it('finds a number however it was written, and no other', () => {
    const stored = ring.index('citizen-card', '001 000 000 000'); // invented-number
    expect(stored).toHaveLength(20);
    expect(ring.indexes('citizen-card', '001.000.000.000')).toEqual([stored]); // invented-number
    expect(ring.indexes('citizen-card', '001000000001')).not.toEqual([stored]); // invented-number
  });

  it('does not tell that a passport and a telephone bear one number', () => {
    const bytes = randomBytes(32);
    const shared = new KeyRing([
      { ...indexKey('passport'), bytes },
      { ...indexKey('phone'), bytes },
    ]);
    expect(shared.index('passport', '00000000')).not.toEqual(shared.index('phone', '00000000'));
  });

  it('finds during a rotation what lies under the old and the new key', () => {
    const [first, second] = [indexKey('phone', 1), indexKey('phone', 2)];
    const both = new KeyRing([{ ...first, isCurrent: false }, second]);
    const found = both.indexes('phone', '0900000000');
    expect(found).toEqual([new KeyRing([first]).index('phone', '0900000000'), both.index('phone', '+84 900 000 000')]);
  });

  it.each([
    ['citizen-card', ' 000-000.000 000 ', '000000000000'],
    ['identity-card', '０００ 000 000', '000000000'],
    ['passport', 'c 000-0000', 'C0000000'],
    ['foreign-paper', 'xk/000 01', 'XK00001'],
    ['phone', '+84 900 000 000', '0900000000'],
    ['phone', '0084900000000', '0900000000'],
    ['phone', '0900.000.000', '0900000000'],
  ] as const)('takes %s %j for %s', (kind, text, signs) => {
    expect(normaliseIdentifier(kind, text)).toBe(signs);
  });

  it('of nothing is refused', () => {
    for (const text of ['', '--', '12']) {
      expect(outcomeOf(() => ring.index('phone', text))).toBe('vault.identifier-malformed');
    }
    expect(outcomeOf(() => ring.index('foreign-paper', 'X0000'))).toBe('vault.key-unknown');
  });
});
