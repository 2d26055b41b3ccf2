import { day } from '#libs/domain/kernel';
import {
  BORDER_GUARD_ARTICLES,
  BRACKETS,
  type Bracket,
  KNOWN_ARTICLES,
  competentCourt,
  findBracket,
  findGravity,
  isForCommuneInvestigator,
} from '../index.js';
import { gravityOfMaximum } from './gravity.js';
import { gravestOf } from '../offence-list.js';

const [L, S, V, E] = ['less-serious', 'serious', 'very-serious', 'especially-serious'] as const;

/** Article, clause, bracket as the Penal Code words it (years; * life), class, court since 1/7/2025. */
const CODE = [
  [150, 1, '5-10', V, 'regional'],
  [150, 2, '8-15', V, 'regional'],
  [150, 3, '12-20', E, 'regional'],
  [151, 1, '7-12', V, 'regional'],
  [151, 2, '12-20', E, 'regional'],
  [151, 3, '18-20*', E, 'provincial'],
  [152, 1, '2-5', S, 'regional'],
  [152, 2, '3-7', S, 'regional'],
  [152, 3, '7-12', V, 'regional'],
  [153, 1, '3-7', S, 'regional'],
  [153, 2, '5-10', V, 'regional'],
  [153, 3, '10-15', V, 'regional'],
  [154, 1, '3-7', S, 'regional'],
  [154, 2, '7-15', V, 'regional'],
  [154, 3, '12-20*', E, 'provincial'],
  [157, 1, '0.5-3', L, 'regional'],
  [157, 2, '2-7', S, 'regional'],
  [157, 3, '5-12', V, 'regional'],
  [187, 1, '0.25-2', L, 'regional'],
  [187, 2, '1-5', S, 'regional'],
  [296, 1, '0.5-3', L, 'regional'],
  [296, 2, '3-7', S, 'regional'],
  [296, 3, '5-12', V, 'regional'],
  [297, 1, '0.5-3', L, 'regional'],
  [297, 2, '2-7', S, 'regional'],
  [297, 3, '5-12', V, 'regional'],
  [327, 1, '1-5', S, 'regional'],
  [327, 2, '5-10', V, 'regional'],
  [327, 3, '10-15', V, 'regional'],
  [327, 4, '15-20*', E, 'provincial'],
  [328, 1, '0.5-3', L, 'regional'],
  [328, 2, '3-7', S, 'regional'],
  [328, 3, '7-15', V, 'regional'],
  [347, 1, '0.5-3', L, 'regional'],
  [348, 1, '1-5', S, 'regional'],
  [348, 2, '5-10', V, 'regional'],
  [348, 3, '7-15', V, 'regional'],
  [349, 1, '1-5', S, 'regional'],
  [349, 2, '5-10', V, 'regional'],
  [349, 3, '7-15', V, 'regional'],
  [350, 1, '2-7', S, 'regional'],
  [350, 2, '5-12', V, 'regional'],
  [350, 3, '12-20', E, 'regional'],
] as const;

describe('the offences of the Penal Code', () => {
  it.each(CODE)('Điều %d khoản %d: %s, %s, %s court', (...row) => {
    const [article, clause, term, gravity, court] = row;
    const bracket = findBracket({ article, clause });
    const [from, to] = term.replace('*', '').split('-').map(Number);
    expect(bracket).toMatchObject({ minYears: from, maxYears: to });
    expect(bracket?.life ?? false).toBe(term.endsWith('*'));
    expect(findGravity({ article, clause, point: 'a' }, day('2024-05-01'))).toBe(gravity);
    expect(competentCourt({ article, clause }, day('2025-07-01'))).toBe(court);
    expect(isForCommuneInvestigator({ article, clause })).toBe(gravity === L || gravity === S);
  });

  it('are these and no other', () => {
    expect(BRACKETS.map(({ article, clause }) => [article, clause])).toEqual(
      CODE.map(([article, clause]) => [article, clause]),
    );
    expect(KNOWN_ARTICLES).toEqual([150, 151, 152, 153, 154, 157, 187, 296, 297, 327, 328, 347, 348, 349, 350]);
    expect(BORDER_GUARD_ARTICLES).toEqual([150, 151, 152, 153, 347, 348, 349, 350]);
    expect(findGravity({ article: 150, clause: 4 })).toBeUndefined();
    expect(findGravity({ article: 347, clause: 2 })).toBeUndefined();
  });

  it('had another court before 1/7/2025, which nobody is asked for', () => {
    expect(competentCourt({ article: 151, clause: 3 }, day('2025-06-30'))).toBeUndefined();
  });

  it('are classed by the maximum of the bracket (Điều 9)', () => {
    const classOf = (maximum: Parameters<typeof gravityOfMaximum>[0]) => gravityOfMaximum(maximum, day('2020-01-01'));
    expect([{}, { maxYears: 3 }].map(classOf)).toEqual([L, L]);
    expect([{ maxYears: 3.5 }, { maxYears: 7 }].map(classOf)).toEqual([S, S]);
    expect([{ maxYears: 8 }, { maxYears: 15 }].map(classOf)).toEqual([V, V]);
    expect([{ maxYears: 16 }, { life: true as const }, { death: true as const }].map(classOf)).toEqual([E, E, E]);
  });
});

describe('a bracket that changes', () => {
  const offence = { article: 900, clause: 1 };
  const old: Bracket = {
    ...offence,
    minYears: 1,
    maxYears: 5,
    validFrom: day('2018-01-01'),
    validTo: day('2026-12-31'),
  };
  const table: readonly Bracket[] = [
    { ...offence, minYears: 2, maxYears: 10, validFrom: day('2027-01-01') },
    old,
    { ...offence, point: 'c', maxYears: 20, validFrom: day('2027-01-01') },
  ];
  const maximum = (on?: string, point?: string) =>
    findBracket({ ...offence, ...(point ? { point } : {}) }, on === undefined ? undefined : day(on), table)?.maxYears;

  it('is applied by the day of the offence, the oldest before its time, the newest without a day', () => {
    expect([maximum('2017-05-01'), maximum('2018-01-01'), maximum('2026-12-31')]).toEqual([5, 5, 5]);
    expect([maximum('2027-01-01'), maximum()]).toEqual([10, 10]);
  });

  it('may have a graver one for a point', () => {
    expect([maximum('2027-05-01', 'c'), maximum('2027-05-01', 'd'), maximum('2026-05-01', 'c')]).toEqual([20, 10, 5]);
  });

  it('is gone once it is repealed', () => {
    expect(findBracket(offence, day('2027-01-01'), [old])).toBeUndefined();
    expect(findBracket(offence, undefined, [old])).toBe(old);
  });
});

describe('the gravest of several offences', () => {
  it('is the first of those as grave', () => {
    const [first, second] = [
      { article: 150, clause: 1 },
      { article: 151, clause: 1 },
    ];
    expect(gravestOf([{ article: 347, clause: 1 }, first, second])).toBe(first);
    expect(gravestOf([])).toBeUndefined();
  });
});
