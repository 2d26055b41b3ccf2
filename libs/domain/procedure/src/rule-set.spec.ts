import { day } from '#libs/domain/kernel';
import { RULE_SETS, ruleSetOn } from './rule-set.js';

describe('the version of the rules', () => {
  it.each([
    ['2017-12-31', 'BLTTHS-2018-01-01'],
    ['2018-02-28', 'BLTTHS-2018-01-01'],
    ['2018-03-01', 'BLTTHS-2018-03-01'],
    ['2018-12-09', 'BLTTHS-2018-03-01'],
    ['2018-12-10', 'BLTTHS-2018-12-10'],
    ['2020-05-15', 'BLTTHS-2020-05-15'],
    ['2020-07-14', 'BLTTHS-2020-05-15'],
    ['2020-07-15', 'BLTTHS-2020-07-15'],
    ['2021-12-01', 'BLTTHS-2021-12-01'],
    ['2022-01-14', 'BLTTHS-2022-01-14'],
    ['2025-06-30', 'BLTTHS-2022-01-14'],
    ['2026-01-01', 'BLTTHS-2026-01-01'],
  ])('of %s is %s', (on, id) => {
    expect(ruleSetOn(day(on))).toBe(id);
  });

  it('is named once and stands in the order of the days', () => {
    const days = RULE_SETS.map(({ validFrom }) => validFrom);
    expect([...days].sort()).toEqual(days);
    expect(new Set(RULE_SETS.map(({ id }) => id)).size).toBe(RULE_SETS.length);
  });
});
