import fc from 'fast-check';
import {
  type Day,
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  daysInMonth,
  isDay,
  laterOf,
  partsOf,
  startOfMonth,
} from './day.js';
import { DomainError } from './domain-error.js';

const ANY_DAY = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays(day('1950-01-01'), count));

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31', '1900-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
    expect(day(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '1899-12-31',
    '24-01-01',
    '2024-1-1',
    '2024/01/01',
    ' 2024-01-01',
    '2024-01-01T00:00',
    '',
  ])('%j does not', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(new DomainError('day.invalid', 'malformed', { day: text }));
  });

  it('is told from its parts and back', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    expect(partsOf(day('2024-02-09'))).toEqual({ year: 2024, month: 2, date: 9 });
    expect(() => dayOf(2023, 2, 29)).toThrow('day.invalid');
    fc.assert(
      fc.property(ANY_DAY, (value) => {
        const { year, month, date } = partsOf(value);
        expect(dayOf(year, month, date)).toBe(value);
      }),
    );
  });

  it('orders as text does', () => {
    fc.assert(
      fc.property(ANY_DAY, fc.integer({ min: 1, max: 4000 }), (value, count) => {
        expect(value < addDays(value, count)).toBe(true);
        expect(laterOf(value, addDays(value, count))).toBe(addDays(value, count));
        expect(laterOf(addDays(value, count), value)).toBe(addDays(value, count));
      }),
    );
  });

  it('knows the first of its month and the length of months', () => {
    expect(startOfMonth(day('2024-02-29'))).toBe('2024-02-01');
    expect([1, 2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 30, 31]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});

describe('counting days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-03-01', 20, '2024-03-21'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-12-31', 366, '2026-01-01'],
  ] as const)('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(ANY_DAY, fc.integer({ min: -20_000, max: 20_000 }), (from, count) => {
        fc.pre(count > -18_000 || from > '2000-01-01');
        const to: Day = addDays(from, count);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
      }),
    );
  });

  it('ends with the years that are written in four figures', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('day.invalid');
    expect(() => addMonths(day('9999-12-31'), 1)).toThrow('day.invalid');
    expect(() => addDays(day('1900-01-01'), -1)).toThrow('day.invalid');
  });
});

describe('counting months', () => {
  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-15', 2, '2024-05-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-08-31', 4, '2024-12-31'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-07-01', 0, '2024-07-01'],
  ] as const)('%s and %i months is %s (Điều 134 BLTTHS)', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to);
  });

  it('keeps the number of the day, or takes the last of the month', () => {
    fc.assert(
      fc.property(ANY_DAY, fc.integer({ min: -400, max: 400 }), (from, count) => {
        const [start, end] = [partsOf(from), partsOf(addMonths(from, count))];
        expect((end.year - start.year) * 12 + end.month - start.month).toBe(count);
        expect(end.date).toBe(Math.min(start.date, daysInMonth(end.year, end.month)));
      }),
    );
  });
});
