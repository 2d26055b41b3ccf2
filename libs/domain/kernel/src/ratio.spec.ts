import fc from 'fast-check';
import { type Comparator, gapInCases, meets, percentOf } from './ratio.js';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const COMPARATORS: readonly Comparator[] = ['>', '>=', '='];
const RATIO = fc
  .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([numerator, denominator]) => share(numerator, denominator));
const PERCENT = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000);

describe('a share against its target', () => {
  it('of 90.00 % is not above 90 but is at least 90', () => {
    expect(meets(share(90, 100), '>', 90)).toBe(false);
    expect(meets(share(90, 100), '>=', 90)).toBe(true);
    expect(meets(share(90, 100), '=', 90)).toBe(true);
    expect(meets(share(91, 100), '>', 90)).toBe(true);
  });

  it('is compared as it is, not as it is printed', () => {
    // 1153/1302 = 88.5560…, printed 88.55 and 88.56 alike.
    expect(meets(share(1153, 1302), '>=', 88.556)).toBe(true);
    expect(meets(share(1153, 1302), '>=', 88.557)).toBe(false);
    expect(meets(share(1153, 1302), '=', 88.556)).toBe(false);
    expect(percentOf(share(1153, 1302))).toBeCloseTo(88.55607, 5);
    expect(percentOf(share(8995, 10_000))).toBe(89.95);
    expect(meets(share(899_999, 1_000_000), '>=', 90)).toBe(false);
  });

  it('says nothing where no case arose', () => {
    for (const comparator of COMPARATORS) {
      expect(meets(share(0, 0), comparator, 90)).toBeUndefined();
      expect(gapInCases(share(0, 0), comparator, 90)).toBe(0);
    }
    expect(percentOf(share(0, 0))).toBeUndefined();
  });

  it.each([
    [58, 63, '>', 90, -1],
    [57, 63, '>', 90, 0],
    [56, 63, '>', 90, 1],
    [90, 100, '>', 90, 1],
    [90, 100, '>=', 90, 0],
    [94, 100, '>=', 95, 1],
    [18, 19, '>=', 95, 1],
    [10, 11, '=', 100, 1],
  ] as const)('%i of %i: to reach %s %d %% it lacks %i', (...[numerator, denominator, comparator, percent, gap]) => {
    expect(gapInCases(share(numerator, denominator), comparator, percent)).toBe(gap);
  });

  it('lacks exactly so many cases: with one fewer the target is missed, with them it is met', () => {
    fc.assert(
      fc.property(RATIO, fc.constantFrom<Comparator>('>', '>='), PERCENT, (ratio, comparator, percent) => {
        const needed = ratio.numerator + gapInCases(ratio, comparator, percent);
        expect(meets(share(needed, ratio.denominator), comparator, percent)).toBe(true);
        expect(meets(share(needed - 1, ratio.denominator), comparator, percent)).toBe(false);
      }),
    );
  });

  it('is met exactly when nothing is lacking', () => {
    fc.assert(
      fc.property(RATIO, fc.constantFrom<Comparator>('>', '>='), PERCENT, (ratio, comparator, percent) => {
        expect(meets(ratio, comparator, percent)).toBe(gapInCases(ratio, comparator, percent) <= 0);
      }),
    );
  });

  it('agrees with the comparison of whole numbers', () => {
    fc.assert(
      fc.property(RATIO, fc.nat(100), ({ numerator, denominator }, percent) => {
        expect(meets({ numerator, denominator }, '>', percent)).toBe(
          BigInt(numerator) * 100n > BigInt(percent) * BigInt(denominator),
        );
      }),
    );
  });
});
