import type { Tallies } from '../docket/index.js';
import { type TargetLike, assess } from './index.js';

/** So many to handle in verification, so many of them declined. */
const resolved = (numerator: number, denominator: number): Tallies => ({
  verification: { new: { before: 0, within: denominator }, declined: { before: 0, within: numerator } },
});
const above: TargetLike = { indicator: 'K2', comparator: '>', percent: 90 };
const atLeast: TargetLike = { indicator: 'K2', comparator: '>=', percent: 90 };

describe('an indicator against the target of a plan', () => {
  it('fails “trên 90 %” and passes “90 %” with 90.00 %', () => {
    const tallies = resolved(90, 100);
    expect(assess('K2', 'standard', tallies, above)).toEqual({
      indicator: 'K2',
      variant: 'standard',
      numerator: 90,
      denominator: 100,
      status: 'not-met',
      target: { comparator: '>', percent: 90 },
      gap: 1,
    });
    expect(assess('K2', 'standard', tallies, atLeast)).toMatchObject({ status: 'met', gap: 0 });
    expect(assess('K2', 'standard', resolved(91, 100), above)).toMatchObject({ status: 'met', gap: 0 });
  });

  it('lacks the cases to the next whole one above, or at, the target', () => {
    expect(assess('K2', 'standard', resolved(50, 63), above).gap).toBe(7);
    expect(assess('K2', 'standard', resolved(58, 63), above).gap).toBe(-1);
    expect(assess('K2', 'standard', resolved(50, 63), atLeast).gap).toBe(7);
    expect(assess('K2', 'standard', resolved(53, 60), atLeast).gap).toBe(1);
    expect(assess('K2', 'standard', resolved(53, 60), above).gap).toBe(2);
  });

  it('says that no case arose, with a target or without, and judges nothing', () => {
    const none = assess('K2', 'standard', {}, above);
    expect(none).toMatchObject({ numerator: 0, denominator: 0, status: 'no-case', target: { percent: 90 } });
    expect(none).not.toHaveProperty('gap');
    expect(assess('K2', 'standard', {}).status).toBe('no-case');
  });

  it('shows figures and judges nothing where the plan sets no target', () => {
    const shown = assess('K2', 'standard', resolved(3, 10));
    expect(shown).toEqual({ indicator: 'K2', variant: 'standard', numerator: 3, denominator: 10, status: 'no-target' });
  });

  it('knows no variant that is not defined', () => {
    expect(() => assess('K2', 'discovered', {}, above)).toThrow('no indicator K2 discovered');
  });
});
