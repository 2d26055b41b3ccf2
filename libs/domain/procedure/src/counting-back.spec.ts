import fc from 'fast-check';
import { type Day, addDays, day, daysBetween } from '#libs/domain/kernel';
import { endOf, isWeekend, lastDayBefore, workingDayFrom, workingDayUpTo } from './index.js';

const days = (count: number) => ({ days: count });
const DAYS = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(day('2018-01-01'), count));
const LENGTHS = fc.integer({ min: 0, max: 60 });
const HOLIDAYS = fc.uniqueArray(fc.integer({ min: 0, max: 4100 }), { maxLength: 200 }).map((counts) => {
  const off = new Set(counts.map((count) => addDays(day('2018-01-01'), count)));
  return (on: Day): boolean => off.has(on) || isWeekend(on);
});

describe('a time that counts back from a day', () => {
  it('ends so many days before it: 10 days before 20 March is 10 March, 1 month before 31 March the last of February', () => {
    expect(endOf(day('2024-03-20'), days(10), 'backwards')).toBe('2024-03-10');
    expect(endOf(day('2024-03-05'), days(10), 'backwards')).toBe('2024-02-24');
    expect(endOf(day('2024-03-31'), { months: 1 }, 'backwards')).toBe('2024-02-29');
  });

  it('moves to the working day before where it ends on a day off', () => {
    // 10 March 2024 was a Sunday.
    const told = { on: day('2024-03-01'), within: days(10) };
    expect(lastDayBefore(day('2024-03-20'), told, { isDayOff: isWeekend })).toBe('2024-03-08');
    expect(lastDayBefore(day('2024-03-20'), told, {})).toBe('2024-03-10');
  });

  it('leaves the day of the decision where that was nearer', () => {
    const told = { on: day('2024-03-15'), within: days(10) };
    expect(lastDayBefore(day('2024-03-20'), told, { isDayOff: isWeekend })).toBe('2024-03-15');
  });

  it('never ends later than so long before, nor on a day off but the day of the decision', () => {
    fc.assert(
      fc.property(DAYS, LENGTHS, fc.integer({ min: 0, max: 90 }), HOLIDAYS, (on, length, ahead, isDayOff) => {
        const to = addDays(on, ahead);
        const last = lastDayBefore(to, { on, within: days(length) }, { isDayOff });
        expect(last >= on).toBe(true);
        if (last === on) return;
        expect(daysBetween(last, to)).toBeGreaterThanOrEqual(length);
        expect(isDayOff(last)).toBe(false);
        // Every working day later would be too late.
        const next = workingDayFrom(addDays(last, 1), { isDayOff });
        expect(daysBetween(next, to)).toBeLessThan(length);
      }),
    );
  });

  it('counts as far back as the other rule counts on', () => {
    fc.assert(
      fc.property(DAYS, LENGTHS, (from, length) => {
        expect(endOf(endOf(from, days(length)), days(length), 'backwards')).toBe(from);
      }),
    );
  });

  it('moves a working day nowhere', () => {
    fc.assert(
      fc.property(DAYS, HOLIDAYS, (on, isDayOff) => {
        const moved = workingDayUpTo(on, { isDayOff });
        expect(moved <= on && !isDayOff(moved)).toBe(true);
        expect(moved === on).toBe(!isDayOff(on));
      }),
    );
  });
});
