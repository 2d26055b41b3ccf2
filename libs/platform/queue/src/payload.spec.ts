import fc from 'fast-check';
import { type Day, day, DomainError } from '#libs/domain/kernel';
import { checkPayload, type PayloadShape, readPayload } from './payload.js';

interface Sample {
  readonly subjectId: string;
  readonly position: number;
  readonly indicator: string;
  readonly from?: Day;
  readonly again?: boolean;
  readonly offices?: readonly number[];
}

const SHAPE: PayloadShape<Sample> = {
  subjectId: 'uuid',
  position: 'integer',
  indicator: 'code',
  from: 'day?',
  again: 'flag?',
  offices: 'integer[]?',
};
const GOOD: Sample = { subjectId: '0191d1f0-0000-7000-8000-000000000000', position: 12, indicator: 'K1' };
const ALL: Sample = { ...GOOD, from: day('2026-03-16'), again: false, offices: [4, 5] };

const check = (payload: unknown): Sample => checkPayload('sample', SHAPE, payload);

/** The field that is refused, or what else happened. */
function refusedField(payload: unknown): unknown {
  try {
    check(payload);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.kind, error.facts['job'], error.facts['field']];
  }
  return 'accepted';
}

const refusal = (field?: string): unknown => ['job.payload-malformed', 'malformed', 'sample', field];

describe('a payload', () => {
  it('is made of ids, positions, codes, days and flags', () => {
    expect(check(ALL)).toEqual(ALL);
    expect(check(GOOD)).toEqual(GOOD);
    expect(Object.keys(check({ ...GOOD, from: undefined }))).toEqual(Object.keys(GOOD));
  });

  it.each([
    ['subjectId', 'b1946ac9'],
    ['subjectId', GOOD.subjectId.toUpperCase()],
    ['subjectId', undefined],
    ['position', '12'],
    ['position', 1.5],
    ['position', Number.NaN],
    ['position', 2 ** 53],
    ['indicator', 'Nguyễn'],
    ['indicator', 'hai từ'],
    ['indicator', 'two words'],
    ['indicator', 'K1\u0000'],
    ['indicator', ''],
    ['indicator', 'k'.repeat(65)],
    ['from', '2026-02-29'],
    ['from', '2026-02-28T00:00:00Z'],
    ['from', new Date(0)],
    ['again', 'true'],
    ['offices', [1, '2']],
    ['offices', Array.from({ length: 1_001 }, (_, at) => at)],
    ['offices', 7],
  ])('is refused for its %s %j', (field, value) => {
    expect(refusedField({ ...GOOD, [field]: value })).toEqual(refusal(field));
  });

  it.each([undefined, null, [], 'text', 7])('is an object, not %j', (payload) => {
    expect(refusedField(payload)).toEqual(refusal());
  });

  it('has no field that the job does not know, and the refusal does not repeat it', () => {
    expect(refusedField({ ...GOOD, fullName: 'Lê Văn Không Có' })).toEqual(refusal());
  });

  it('never lets a text through that has a space, a mark of another alphabet or more than 64 characters', () => {
    const kinds: (keyof Sample)[] = ['subjectId', 'indicator', 'from'];
    const texts = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !/^[\x21-\x7e]{1,64}$/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), texts, (field, text) => {
        expect(refusedField({ ...GOOD, [field]: text })).toEqual(refusal(field));
      }),
    );
  });
});

describe('a payload as an operator types it', () => {
  const read = (words: Record<string, string>): Sample =>
    readPayload('sample', SHAPE, new Map(Object.entries({ subjectId: GOOD.subjectId, indicator: 'K1', ...words })));

  it('is read by the kinds of its fields', () => {
    expect(read({ position: '12', from: '2026-03-16', again: 'false', offices: '4,5' })).toEqual(ALL);
    expect(read({ position: '12' })).toEqual(GOOD);
  });

  it.each<Record<string, string>>([
    { position: 'twelve' },
    { position: '12', again: 'maybe' },
    { position: '12', offices: '4,' },
    { extra: '1' },
  ])('is refused: %j', (words) => {
    expect(() => read({ ...words })).toThrow(DomainError);
  });
});
