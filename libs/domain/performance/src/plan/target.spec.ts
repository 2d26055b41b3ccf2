import { INDICATORS, type Target, targetFor, variantOf } from './target.js';

const target = (indicator: Target['indicator'], more: Partial<Target> = {}): Target => ({
  indicator,
  comparator: '>',
  percent: 90,
  wording: 'tỷ lệ giải quyết đạt trên 90%',
  section: 'I.2',
  ...more,
});

describe('the target of an indicator', () => {
  it('is the one that the plan sets', () => {
    const k2 = target('K2');
    expect(targetFor({ targets: [target('K1'), k2] }, 'K2')).toBe(k2);
  });

  it.each(INDICATORS)('is absent for %s where the plan sets none', (indicator) => {
    expect(targetFor({ targets: [] }, indicator)).toBeUndefined();
  });
});

describe('the variant', () => {
  it('is what K3 says, discovered where it says nothing', () => {
    expect(variantOf(target('K3', { variant: 'concluded' }))).toBe('concluded');
    expect(variantOf(target('K3'))).toBe('discovered');
  });

  it('does not exist for another indicator', () => {
    expect(variantOf(target('K2'))).toBeUndefined();
  });
});
