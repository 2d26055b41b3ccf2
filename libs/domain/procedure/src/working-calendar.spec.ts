import fc from 'fast-check';
import { type Day, addDays, day, daysBetween } from '#libs/domain/kernel';
import { checkDaysOff, endOf, workingCalendar, workingDayFrom } from './index.js';

/** Tết 2026 with the weekends around it, and 2 January 2026 worked on Saturday 10 January. */
const CALENDAR = workingCalendar([
  {
    year: 2026,
    daysOff: ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map(
      day,
    ),
    makeUpDays: [day('2026-01-10')],
  },
]);

describe('the calendar of working days', () => {
  it.each([
    ['2026-01-01', '2026-01-05', 'New Year, the exchanged 2 January and the weekend'],
    ['2026-01-10', '2026-01-10', 'a Saturday that is worked'],
    ['2026-01-11', '2026-01-12', 'the Sunday after it'],
    ['2026-02-14', '2026-02-23', 'the Saturday before Tết'],
    ['2026-02-13', '2026-02-13', 'the Friday before Tết'],
  ])('an end on %s stands on %s (%s)', (end, stands) => {
    expect(workingDayFrom(day(end), CALENDAR)).toBe(stands);
  });

  it('counts working days over Tết', () => {
    expect(endOf(day('2026-02-12'), { workingDays: 3 }, 'procedural', CALENDAR)).toBe('2026-02-24');
  });

  it('knows of a year without a decision only the weekends', () => {
    expect([CALENDAR.knows(2026), CALENDAR.knows(2027)]).toEqual([true, false]);
    expect([CALENDAR.isDayOff(day('2027-01-01')), CALENDAR.isDayOff(day('2027-01-02'))]).toEqual([false, true]);
  });

  it('never moves an end back, nor further than the days off reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (offset) => {
        const end = addDays(day('2026-01-01'), offset);
        const stands = workingDayFrom(end, CALENDAR);
        expect(CALENDAR.isDayOff(stands)).toBe(false);
        for (let on = end; on < stands; on = addDays(on, 1)) expect(CALENDAR.isDayOff(on)).toBe(true);
        expect(daysBetween(end, stands)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [{ year: 2026, daysOff: ['2025-12-31'], makeUpDays: [] }, 'days-off.other-year'],
    [{ year: 2026, daysOff: ['2026-01-01', '2026-01-01'], makeUpDays: [] }, 'days-off.twice'],
    [{ year: 2026, daysOff: ['2026-01-10'], makeUpDays: ['2026-01-10'] }, 'days-off.twice'],
    [{ year: 2026, daysOff: [], makeUpDays: ['2026-01-12'] }, 'days-off.make-up-on-a-working-day'],
    [{ year: 2026, daysOff: ['2026-02-30'], makeUpDays: [] }, 'day.invalid'],
  ])('refuses %j', ({ year, daysOff, makeUpDays }, code) => {
    const days = { daysOff: daysOff.map((on) => on as Day), makeUpDays: makeUpDays.map((on) => on as Day) };
    expect(() => checkDaysOff({ year, ...days })).toThrow(code);
  });
});
