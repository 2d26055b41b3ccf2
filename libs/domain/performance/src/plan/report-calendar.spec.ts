import fc from 'fast-check';
import { type Day, day, yearOf } from '#libs/domain/kernel';
import { type ReportingRule } from './reporting-rule.js';
import { reportObligations, yearsOf } from './report-calendar.js';

const wording = 'trước ngày';
const span = (from: string, to: string): { from: Day; to: Day } => ({ from: day(from), to: day(to) });

const twoQuarters: ReportingRule[] = [
  { kind: 'year', due: { before: '20/12' }, wording },
  { kind: 'quarter', number: 3, due: { before: '20/9' }, wording },
  { kind: 'quarter', number: 1, due: { before: '20/3' }, wording },
  { kind: 'half-year', number: 1, due: { before: '20/6' }, wording },
];

describe('the reports that a plan orders', () => {
  it('come in the order of their periods, each with the last day in time', () => {
    const owed = reportObligations({ period: yearOf(2023), reporting: twoQuarters });
    expect(owed.map(({ key, before, due }) => [key, before, due])).toEqual([
      ['2023-Q1', '2023-03-20', '2023-03-19'],
      ['2023-H1', '2023-06-20', '2023-06-19'],
      ['2023-Q3', '2023-09-20', '2023-09-19'],
      ['2023', '2023-12-20', '2023-12-19'],
    ]);
  });

  it('cover calendar periods', () => {
    const owed = reportObligations({ period: yearOf(2023), reporting: twoQuarters });
    expect(owed.map(({ period }) => `${period.from}..${period.to}`)).toEqual([
      '2023-01-01..2023-03-31',
      '2023-01-01..2023-06-30',
      '2023-07-01..2023-09-30',
      '2023-01-01..2023-12-31',
    ]);
  });

  it('are owed without a day where the plan names none', () => {
    const reporting: ReportingRule[] = [
      { kind: 'year', wording },
      { kind: 'half-year', number: 1, wording },
      { kind: 'quarter', wording },
    ];
    const owed = reportObligations({ period: yearOf(2023), reporting });
    expect(owed.map(({ key }) => key)).toEqual(['2023-Q1', '2023-Q2', '2023-H1', '2023-Q3', '2023-Q4', '2023']);
    expect(owed.some((one) => 'due' in one || 'before' in one)).toBe(false);
  });

  it('are those of the year asked for', () => {
    const plan = { period: span('2026-01-01', '2030-12-31'), reporting: twoQuarters };
    expect(reportObligations(plan, 2028).map(({ key }) => key)).toEqual(['2028-Q1', '2028-H1', '2028-Q3', '2028']);
    expect(reportObligations(plan, 2031)).toEqual([]);
  });

  it('leave out periods that ended before the plan began', () => {
    const plan = { period: span('2026-05-10', '2026-12-31'), reporting: twoQuarters };
    expect(reportObligations(plan).map(({ key }) => key)).toEqual(['2026-H1', '2026-Q3', '2026']);
  });

  it('of all years are the reports of each year, none twice', () => {
    const anySpan = fc.tuple(fc.integer({ min: 2000, max: 2050 }), fc.integer({ min: 0, max: 8 }));
    fc.assert(
      fc.property(anySpan, ([first, more]) => {
        const plan = { period: span(`${first}-01-01`, `${first + more}-12-31`), reporting: twoQuarters };
        const all = reportObligations(plan);
        expect(all).toEqual(yearsOf(plan).flatMap((year) => reportObligations(plan, year)));
        expect(new Set(all.map(({ key }) => key)).size).toBe(4 * (more + 1));
      }),
    );
  });
});
