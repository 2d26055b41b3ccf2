import fc from 'fast-check';
import { addDays, day, isDay, partsOf, yearOf } from '#libs/domain/kernel';
import {
  REPORT_KINDS,
  beforeDayOf,
  dayAndMonthOf,
  dueDayOf,
  numbersOf,
  reportKey,
  reportedPeriod,
} from './reporting-rule.js';

const wording = 'quý (trước ngày 20/3 và 20/9)';

describe('a reporting rule', () => {
  it('orders every quarter unless it names one', () => {
    expect(numbersOf({ kind: 'quarter', wording })).toEqual([1, 2, 3, 4]);
    expect(numbersOf({ kind: 'half-year', wording })).toEqual([1, 2]);
    expect(numbersOf({ kind: 'year', wording })).toEqual([1]);
    expect(numbersOf({ kind: 'quarter', number: 3, wording })).toEqual([3]);
  });

  it('names the periods by year and part', () => {
    expect(REPORT_KINDS.map((kind) => reportKey(kind, 2024, 1))).toEqual(['2024-Q1', '2024-H1', '2024']);
  });

  it.each([
    ['20/3', { date: 20, month: 3 }],
    ['05/12', { date: 5, month: 12 }],
    ['29/2', { date: 29, month: 2 }],
    ['30/2', undefined],
    ['31/4', undefined],
    ['0/3', undefined],
    ['12/13', undefined],
    ['20-3', undefined],
    ['20/3/2024', undefined],
    ['', undefined],
  ])('reads day and month of "%s"', (text, expected) => {
    expect(dayAndMonthOf(text)).toEqual(expected);
  });
});

describe('before a day', () => {
  it('ends on the day before: "trước ngày 20/3" on 19/3', () => {
    const before = beforeDayOf({ before: '20/3' }, reportedPeriod('quarter', 2023, 1));
    expect([before, dueDayOf(before)]).toEqual(['2023-03-20', '2023-03-19']);
  });

  it.each([
    [2023, '2023-02-28'],
    [2024, '2024-02-29'],
  ])('of 1 March ends on the last of February %i', (year, due) => {
    expect(dueDayOf(beforeDayOf({ before: '1/3' }, yearOf(year)))).toBe(due);
  });

  it('of 1 January ends in the year before', () => {
    expect(dueDayOf(beforeDayOf({ before: '1/1' }, yearOf(2024)))).toBe('2023-12-31');
  });

  it('may lie in the year after the reported one', () => {
    expect(beforeDayOf({ before: '15/1', nextYear: true }, yearOf(2024))).toBe('2025-01-15');
  });

  it.each([
    ['quarter', 1, '2026-03-05'],
    ['quarter', 4, '2026-12-05'],
    ['half-year', 1, '2026-06-05'],
    ['year', 1, '2026-12-05'],
  ] as const)('05 of the last month of a %s (%i) is %s', (kind, number, expected) => {
    expect(beforeDayOf({ beforeDayOfLastMonth: 5 }, reportedPeriod(kind, 2026, number))).toBe(expected);
  });

  it.each([
    [{ before: '29/2' }, 1],
    [{ before: '30/2' }, 1],
    [{ beforeDayOfLastMonth: 31 }, 2],
  ])('refuses %j, a day that 2023 lacks', (due, quarter) => {
    expect(() => beforeDayOf(due, reportedPeriod('quarter', 2023, quarter))).toThrow('day.invalid');
  });

  it('is always the day after the last day in time', () => {
    const anyDue = fc.record({ year: fc.integer({ min: 1990, max: 2090 }), index: fc.integer({ min: 0, max: 364 }) });
    fc.assert(
      fc.property(anyDue, ({ year, index }) => {
        const { date, month } = partsOf(addDays(day('2023-01-01'), index));
        const before = beforeDayOf({ before: `${date}/${month}` }, yearOf(year));
        expect(partsOf(before)).toEqual({ year, month, date });
        expect(addDays(dueDayOf(before), 1)).toBe(before);
        expect(isDay(dueDayOf(before))).toBe(true);
      }),
    );
  });
});
