import fc from 'fast-check';
import { type Day, day, yearOf } from '#libs/domain/kernel';
import { periodsOf, resolvePeriod } from './named-period.js';
import { type CampaignWindow } from './plan.js';
import { type ReportingRule } from './reporting-rule.js';

const wording = 'trước ngày';
const span = (from: string, to: string): { from: Day; to: Day } => ({ from: day(from), to: day(to) });
const campaign = (from: string, to: string, tentative = false): CampaignWindow => ({
  period: span(from, to),
  tentative,
  wording,
  section: 'II.3',
});

const reporting: ReportingRule[] = [
  { kind: 'quarter', number: 1, due: { before: '16/3' }, wording },
  { kind: 'half-year', number: 1, due: { before: '16/6' }, wording },
  { kind: 'quarter', number: 3, due: { before: '16/9' }, wording },
  { kind: 'year', due: { before: '16/12' }, wording },
];
const annual = { period: yearOf(2024), reporting, campaigns: [campaign('2024-07-01', '2024-09-30', true)] };
const programme = { period: span('2026-01-01', '2030-12-31'), reporting, campaigns: [] };

describe('the periods that a plan measures', () => {
  it('are those of its reports and its campaigns', () => {
    expect(periodsOf(annual).map(({ key, kind }) => [key, kind])).toEqual([
      ['2024-Q1', 'quarter'],
      ['2024-H1', 'half-year'],
      ['2024-Q3', 'quarter'],
      ['2024-campaign-1', 'campaign'],
      ['2024', 'year'],
    ]);
  });

  it('keep that a campaign is tentative', () => {
    expect(resolvePeriod(annual, '2024-campaign-1')).toMatchObject({
      tentative: true,
      period: annual.campaigns[0]?.period,
    });
  });

  it('include each year and the whole of a programme', () => {
    const keys = periodsOf({ ...programme, reporting: [] }).map(({ key }) => key);
    expect(keys).toEqual(
      ['2026', '2027', '2028', '2029', '2026-2030', '2030'].sort((a, b) => keys.indexOf(a) - keys.indexOf(b)),
    );
    expect(new Set(keys)).toEqual(new Set(['2026', '2027', '2028', '2029', '2030', '2026-2030']));
    expect(resolvePeriod(programme, '2026-2030').period).toEqual(programme.period);
  });

  it('number campaigns within their year', () => {
    const campaigns = [
      campaign('2026-03-01', '2026-03-31'),
      campaign('2026-07-01', '2026-09-30'),
      campaign('2027-07-01', '2027-09-30'),
    ];
    const keys = periodsOf({ ...programme, reporting: [], campaigns }).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('campaign'))).toEqual([
      '2026-campaign-1',
      '2026-campaign-2',
      '2027-campaign-1',
    ]);
  });

  it('are all found again by their key, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(annual, programme), fc.boolean(), (plan, upper) => {
        for (const one of periodsOf(plan)) {
          expect(resolvePeriod(plan, upper ? one.key.toUpperCase() : one.key.toLowerCase())).toEqual(one);
        }
      }),
    );
  });
});

describe('a period as people write it', () => {
  it.each([
    ['Q1', '2024-Q1'],
    ['q3', '2024-Q3'],
    ['H1', '2024-H1'],
    ['campaign', '2024-campaign-1'],
    ['campaign-1', '2024-campaign-1'],
    ['2024-campaign', '2024-campaign-1'],
    [' 2024 ', '2024'],
    ['q2', '2024-Q2'],
  ])('"%s" of a plan for 2024 is %s', (text, key) => {
    expect(resolvePeriod(annual, text).key).toBe(key);
  });

  it.each([
    ['2024-Q2', 'quarter', '2024-04-01', '2024-06-30'],
    ['2024-H2', 'half-year', '2024-07-01', '2024-12-31'],
    ['2024-03', 'other', '2024-03-01', '2024-03-31'],
    ['2024-07-01..2024-09-30', 'quarter', '2024-07-01', '2024-09-30'],
    ['2024-02-10..2024-05-09', 'other', '2024-02-10', '2024-05-09'],
  ])('"%s" is read though the plan does not name it', (text, kind, from, to) => {
    expect(resolvePeriod(annual, text)).toEqual({ key: text, kind, period: { from, to }, withinPlan: true });
  });

  it('outside the plan is marked as such', () => {
    expect(resolvePeriod(annual, '2023-Q1').withinPlan).toBe(false);
    expect(resolvePeriod(annual, '2023-12-31..2024-01-01').withinPlan).toBe(false);
  });

  it.each(['', '2024-Q5', 'Q5', '2024-13', 'campaign-2', 'quý 1', '2024-09-30..2024-07-01'])(
    '"%s" is refused',
    (text) => {
      expect(() => resolvePeriod(annual, text)).toThrow(/^period\.(invalid|reversed)$/);
    },
  );

  it('without a year is refused for a programme of several years', () => {
    expect(() => resolvePeriod(programme, 'Q1')).toThrow('period.invalid');
    expect(() => resolvePeriod(programme, 'campaign')).toThrow('period.invalid');
  });
});
