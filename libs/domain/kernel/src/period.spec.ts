import fc from 'fast-check';
import { addDays, day, daysBetween } from './day.js';
import { halfYearOf, includes, monthsFrom, parsePeriod, period, quarterOf, yearOf } from './period.js';

describe('a period', () => {
  it('holds both its ends', () => {
    const span = period(day('2024-01-31'), day('2024-03-01'));
    expect(
      ['2024-01-30', '2024-01-31', '2024-02-29', '2024-03-01', '2024-03-02'].map((text) => includes(span, day(text))),
    ).toEqual([false, true, true, true, false]);
    expect(includes(period(day('2024-02-29'), day('2024-02-29')), day('2024-02-29'))).toBe(true);
  });

  it('does not run backwards', () => {
    expect(() => period(day('2024-03-01'), day('2024-02-29'))).toThrow('period.reversed');
    expect(() => parsePeriod('2024-03-01..2024-02-29')).toThrow('period.reversed');
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2023-Q1', '2023-01-01', '2023-03-31'],
    ['2024-Q4', '2024-10-01', '2024-12-31'],
    ['2024-H1', '2024-01-01', '2024-06-30'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['2023-07-01..2023-09-30', '2023-07-01', '2023-09-30'],
    ['2024-02-29..2024-02-29', '2024-02-29', '2024-02-29'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ from, to });
  });

  it.each([
    '2024-Q5',
    '2024-Q0',
    '2024-H3',
    '2024-13',
    '2024-00',
    '24',
    '2024-1',
    '2024-q1',
    '2024..2025',
    '2023-02-29..2023-03-01',
    '2024-01-01..',
    '..2024-01-01',
    '2024-01-01..2024-01-02..2024-01-03',
    ' 2024',
    '',
  ])('%j is none', (text) => {
    expect(() => parsePeriod(text)).toThrow('period.invalid');
  });

  it('refuses years that no day is written in', () => {
    expect(() => parsePeriod('1899')).toThrow('day.invalid');
    expect(() => parsePeriod('9999')).toThrow('day.invalid');
  });

  it('divides the year without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const whole = yearOf(year);
        for (const parts of [
          [1, 2, 3, 4].map((number) => quarterOf(year, number)),
          [1, 2].map((number) => halfYearOf(year, number)),
          Array.from({ length: 12 }, (_, index) => monthsFrom(year, index + 1, 1)),
        ]) {
          expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([whole.from, whole.to]);
          parts.slice(1).forEach((part, index) => {
            expect(part.from).toBe(addDays(parts[index]!.to, 1));
          });
        }
        expect([364, 365]).toContain(daysBetween(whole.from, whole.to));
      }),
      { numRuns: 60 },
    );
  });

  it('may begin in one year and end in the next', () => {
    expect(monthsFrom(2023, 12, 12)).toEqual({ from: '2023-12-01', to: '2024-11-30' });
    expect(monthsFrom(2024, 10, 12)).toEqual({ from: '2024-10-01', to: '2025-09-30' });
  });
});
