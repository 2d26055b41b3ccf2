import fc from 'fast-check';
import { addDays, day, daysBetween } from '#libs/domain/kernel';
import { LIMITATION_RUNGS, RUNGS, rungOn, windowOf, windowOfLimitationRung, windowOfRung } from './index.js';

const DUE = day('2026-03-20');

describe('the ladder of notices', () => {
  it.each([
    ['2026-03-12', undefined],
    ['2026-03-13', 7],
    ['2026-03-16', 7],
    ['2026-03-17', 3],
    ['2026-03-18', 3],
    ['2026-03-19', 1],
    ['2026-03-20', 1],
    ['2026-03-21', 0],
    ['2027-03-21', 0],
  ])('on %s stands on rung %s', (today, rung) => {
    expect(rungOn(DUE, day(today))).toBe(rung);
  });

  it('has for every due day the rung whose window holds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (offset) => {
        const dueOn = addDays(DUE, offset);
        const holding = RUNGS.filter((rung) => {
          const { from, to } = windowOfRung(rung, DUE);
          return (from === undefined || from <= dueOn) && dueOn <= to;
        });
        expect(holding).toEqual([rungOn(dueOn, DUE)].filter((rung) => rung !== undefined));
      }),
    );
  });

  it('is climbed in one direction', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (offset) => {
        const steps = [0, 1].map((later) => rungOn(DUE, addDays(DUE, offset + later)));
        const [before, after] = steps.map((rung) => (rung === undefined ? -1 : RUNGS.indexOf(rung)));
        expect(after).toBeGreaterThanOrEqual(before!);
      }),
    );
  });
});

describe('the ladder of a limitation', () => {
  const TODAY = day('2026-02-28');

  it.each([
    ['2027-03-01', undefined],
    ['2027-02-28', 360],
    ['2026-08-29', 360],
    ['2026-08-28', 180],
    ['2026-05-29', 180],
    ['2026-05-28', 90],
    ['2026-03-08', 90],
    ['2026-03-07', undefined],
  ])('stands for an end on %s on rung %s: 12, 6 and 3 months', (dueOn, rung) => {
    const holding = LIMITATION_RUNGS.filter((one) => {
      const { from, to } = windowOfLimitationRung(one, TODAY);
      return from <= dueOn && dueOn <= to;
    });
    expect(holding).toEqual(rung === undefined ? [] : [rung]);
  });

  it('misses no end, whatever the months are long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 8, max: 350 }), (later, left) => {
        const today = addDays(TODAY, later);
        const dueOn = addDays(today, left);
        const holding = LIMITATION_RUNGS.filter((one) => {
          const { from, to } = windowOfLimitationRung(one, today);
          return from <= dueOn && dueOn <= to;
        });
        expect(holding).toHaveLength(1);
      }),
    );
  });
});

describe('a list of what is due', () => {
  it('looks as far ahead as its name says', () => {
    const today = day('2026-03-13');
    expect(windowOf('overdue', today)).toEqual({ to: '2026-03-12' });
    expect(windowOf('within-3', today)).toEqual({ from: today, to: '2026-03-16' });
    expect(daysBetween(today, windowOf('within-30', today).to)).toBe(30);
    expect(windowOf('limitation', today)).toEqual({ from: today, to: '2027-03-13' });
    expect(windowOf('limitation-6', today)).toEqual({ from: today, to: '2026-09-13' });
    expect(windowOf('limitation-3', today)).toEqual({ from: today, to: '2026-06-13' });
    expect(windowOf('to-review', today)).toEqual({ to: '2026-04-12' });
  });
});
