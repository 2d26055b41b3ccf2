import fc from 'fast-check';
import { compareByGivenName, compareNameText, sortByGivenName } from './index.js';

/** Invented; ordered by hand: by tên, then họ, then đệm, in the alphabet and the order of tones of Vietnamese. */
const GOLDEN = [
  'Nguyễn Văn An',
  'Trần An',
  'Trần Bảo An',
  'Trần Bình An',
  'Phạm Thị Áo',
  'Lê Ăn',
  'Bùi Ân',
  'Đỗ Ân',
  'Hồ Văn Ấn',
  'Y Blok',
  'Cao Cường',
  'Trần Da',
  'Trần Dương',
  'Lê Đa',
  'Lê Đặng',
  'Mai Em',
  'Mai Êm',
  'Lê Thị Hoa',
  'Lê Thị Hòa',
  'Lê Thị Hỏa',
  'Lê Thị Hóa',
  'Lý Họa',
  'Ma Thị Ma',
  'Ma Thị Mà',
  'Ma Thị Mả',
  'Ma Thị Mã',
  'Ma Thị Má',
  'Ma Thị Mạ',
  "H'Hen Niê",
  'Tô On',
  'Tô Ôn',
  'Tô Ơn',
  'Páo',
  'Giàng A Páo',
  'Vàng A Páo',
  'Lò Tu',
  'Lò Tú',
  'Lò Tư',
  'Lò Tứ',
  'Lò Văn Út',
  'Lò Văn Ước',
  'Lò Vy',
  'Lò Vỹ',
  'Lò Xuân',
  'Lò Ý',
];

const SYLLABLES = [
  ...['an', 'ăn', 'ân', 'ấn', 'áo', 'da', 'đa', 'đặng', 'dương', 'đương', 'hoa', 'hòa', 'hỏa', 'hõa', 'hóa', 'họa'],
  ...[
    'em',
    'êm',
    'on',
    'ôn',
    'ơn',
    'un',
    'ưn',
    'tu',
    'tư',
    'tự',
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
    'fa',
    'wan',
    'za',
  ],
];

const shuffled = fc.shuffledSubarray(GOLDEN, { minLength: GOLDEN.length });
const syllable = fc.constantFrom(...SYLLABLES.flatMap((one) => [one, one[0]!.toUpperCase() + one.slice(1)]));
const part = fc.array(syllable, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const name = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('the order of names', () => {
  it('is that of the golden list, however the names stood before', () => {
    fc.assert(
      fc.property(shuffled, (names) =>
        expect([[...names].sort(compareByGivenName), sortByGivenName(names, (one) => one)]).toEqual([GOLDEN, GOLDEN]),
      ),
    );
  });

  it('is the same for both normal forms', () => {
    expect(GOLDEN.map((one) => one.normalize('NFD')).sort(compareByGivenName)).toEqual(
      GOLDEN.map((one) => one.normalize('NFD')),
    );
  });

  it('agrees with the collation vi of Unicode', () => {
    // Without Vietnamese in this Node the comparison would prove nothing.
    expect(Intl.Collator.supportedLocalesOf(['vi'])).toEqual(['vi']);
    const { compare } = new Intl.Collator('vi');
    fc.assert(
      fc.property(part, part, (a, b) => {
        expect([a, b, Math.sign(compareNameText(a, b))]).toEqual([a, b, Math.sign(compare(a, b))]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is an order: of two different texts one is first, and of three the first of the first', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(compareByGivenName(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareByGivenName(a, b))).toBe(-Math.sign(compareByGivenName(b, a)) + 0);
        const [x, y, z] = [a, b, c].sort(compareByGivenName);
        expect(compareByGivenName(x!, z!)).toBeLessThanOrEqual(0);
        expect(compareByGivenName(x!, y!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
