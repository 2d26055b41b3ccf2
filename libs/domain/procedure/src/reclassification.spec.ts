import fc from 'fast-check';
import { type Day, addDays, day } from '#libs/domain/kernel';
import { type FileLimit, type Gravity, limitsOf } from './index.js';
import { LIMIT_OF_INVESTIGATION } from './investigation/investigation.limits.js';
import { dueDayOf, endsByLaw, furthestEndOf } from './limit-end.js';
import type { Grant } from './grant.js';
import { grantsOf, reckonAnew } from './reclassification.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { charge } from '../../../../test/support/procedure/lawful-files.js';
import { agencyOf } from '../../../../test/support/procedure/offices.js';

const ORDINARY = LIMIT_OF_INVESTIGATION.investigation;
const LESS = { article: 347, clause: 1 };
const SERIOUS = { article: 152, clause: 1 };
const VERY = { article: 150, clause: 1 };
const ESPECIALLY = { article: 151, clause: 2 };

const OF_GRAVITY = { 'less-serious': LESS, serious: SERIOUS, 'very-serious': VERY, 'especially-serious': ESPECIALLY };

const opened = (offence: object, on = '2018-01-01'): CaseNarrative =>
  criminalCase(deed('institute', { offence }, { on }));
const accused = (offence: object, on = '2018-01-01'): CaseNarrative =>
  opened(offence, on).given(
    { ...charge('a', offence), on },
    deed('approve-charge', { defendantIds: ['a'] }, { on: 0 }),
  );
const changed = (offence: object, on: string, kind = 'changed') =>
  deed('change-charge', { defendantId: 'a', offence, kind }, { on });
const institution = (offence: object, on: string, kind = 'changed') =>
  deed('change-institution', { offence, kind }, { on });
const extended = (until: string, on: string | number = 1) => deed('extend', { until }, { on });
const running = (told: CaseNarrative): Pick<FileLimit, 'dueOn' | 'furthestOn' | 'startedOn'> | undefined => {
  const found = limitsOf('case', told.log, { agencyOf }).find(
    ({ id, stoppedOn }) => id === 'investigation' && stoppedOn === undefined,
  );
  return found && { startedOn: found.startedOn, dueOn: found.dueOn, furthestOn: found.furthestOn };
};
const ends = (told: CaseNarrative): (Day | undefined)[] => {
  const limit = running(told);
  return [limit?.dueOn, limit?.furthestOn];
};

describe('an investigation whose offence is found graver (Điều 14 khoản 2 TTLT 04/2018)', () => {
  it('has the graver limit minus the month already used: serious on 1/1, very serious on 30/1', () => {
    const told = accused(SERIOUS);
    expect(ends(told)).toEqual(['2018-04-01', '2018-07-01']);
    const graver = told.given(changed(VERY, '2018-01-30'));
    expect(running(graver)).toEqual({ startedOn: '2018-01-01', dueOn: '2018-05-01', furthestOn: '2018-09-01' });
  });

  it('keeps an end beyond the graver length, and counts only whole graver extensions as granted', () => {
    // Less serious, 2 months and 2 more: until 1/5. Serious has 3 + 3 + 2 months: until 1/9 at most.
    const told = accused(LESS).given(extended('2018-05-01', '2018-02-20'), institution(SERIOUS, '2018-03-01'));
    expect(ends(told)).toEqual(['2018-05-01', '2018-08-01']);
    told.when('extend', { until: '2018-08-02' }).thenRefused('extend.too-long', { longest: '2018-08-01' });
    const once = told.given(extended('2018-08-01'));
    expect(ends(once)).toEqual(['2018-08-01', '2018-09-01']);
    once.when('extend', { until: '2018-09-02' }).thenRefused('extend.too-long', { longest: '2018-09-01' });
    once.given(extended('2018-09-01')).when('extend', { until: '2018-09-02' }).thenRefused('extend.no-more');
  });

  it('falls back on the graver length where that is the longer one', () => {
    // Until 15/3 by an extension of half a month; very serious has 4 months by itself and 4 + 4 more.
    const told = accused(LESS).given(extended('2018-03-15', '2018-02-20'), institution(VERY, '2018-03-01'));
    expect(ends(told)).toEqual(['2018-05-01', '2018-09-01']);
    expect(ends(told.given(extended('2018-09-01'), extended('2019-01-01')))).toEqual(['2019-01-01', undefined]);
  });
});

describe('an investigation whose offence is found lighter (Điều 14 khoản 4)', () => {
  it('has the lighter limit at once', () => {
    const told = accused(VERY).given(institution(LESS, '2018-02-01'), changed(LESS, '2018-02-01'));
    expect(ends(told)).toEqual(['2018-03-01', '2018-05-01']);
  });

  it('loses what only the graver extension gave', () => {
    // Very serious, extended by 4 months until 1/9; serious gives 3 + 3 months with one extension: 1/7, and 2 more: 1/9.
    const told = accused(VERY).given(
      extended('2018-09-01', '2018-04-01'),
      institution(SERIOUS, '2018-04-10'),
      changed(SERIOUS, '2018-04-10'),
    );
    expect(ends(told)).toEqual(['2018-07-01', '2018-09-01']);
    // Less serious gives 2 + 2 months, and no more.
    const least = told.given(institution(LESS, '2018-04-11'), changed(LESS, '2018-04-11'));
    expect(ends(least)).toEqual(['2018-05-01', undefined]);
    least.when('extend', { until: '2018-06-01' }).thenRefused('extend.no-more');
  });

  it('is not lighter while a graver offence stands', () => {
    expect(ends(accused(VERY).given(changed(LESS, '2018-02-01')))).toEqual(['2018-05-01', '2018-09-01']);
  });
});

describe('an investigation with an added offence (Điều 14 khoản 3)', () => {
  it('follows the gravest, by the charge or by the institution', () => {
    expect(ends(accused(SERIOUS).given(changed(ESPECIALLY, '2018-02-01', 'added')))[0]).toBe('2018-05-01');
    expect(ends(accused(SERIOUS).given(institution(ESPECIALLY, '2018-02-01', 'supplemented')))[0]).toBe('2018-05-01');
    expect(ends(accused(VERY).given(institution(LESS, '2018-02-01', 'supplemented')))[0]).toBe('2018-05-01');
  });

  it('never goes beyond the whole of Điều 172: 16 months, and 4 of the supreme procuracy', () => {
    const steps = ['2018-09-01', '2019-01-01', '2019-05-01', '2019-09-01'];
    const told = steps.reduce((so, until) => so.given(extended(until)), accused(ESPECIALLY));
    expect(ends(told)).toEqual(['2019-09-01', undefined]);
    told.when('extend', { until: '2019-09-02' }).thenRefused('extend.no-more');
  });
});

describe('an investigation found graver, then lighter again', () => {
  const there = accused(SERIOUS, '2025-02-03').given(
    extended('2025-08-03', '2025-04-01'),
    changed(VERY, '2025-07-01'),
    extended('2025-12-03', '2025-07-20'),
  );

  it('counts every extension granted: serious twice, by 3 and by 2 months, the second used in part', () => {
    // Serious: 3/5, 3/8, 3/10. Very serious: 3/6, 3/10, 3/2.
    expect(ends(there)).toEqual(['2025-12-03', '2026-02-03']);
    const back = there.given(changed(SERIOUS, '2025-09-15'));
    expect(ends(back)).toEqual(['2025-10-03', undefined]);
    expect(back.file.investigationUntil).toBe('2025-10-03');
    back.when('extend', { until: '2025-10-04' }, { on: '2025-09-16' }).thenRefused('extend.no-more');
    expect(ends(back.given(changed(VERY, '2025-09-20')))).toEqual(ends(there));
  });

  it('falls on the lighter length, where nothing lighter was extended, and gets its extension back as the graver', () => {
    const short = accused(LESS).given(extended('2018-03-15', '2018-02-20'), institution(VERY, '2018-03-01'));
    expect(ends(short)).toEqual(['2018-05-01', '2018-09-01']);
    expect(ends(short.given(institution(LESS, '2018-03-02')))).toEqual(['2018-03-15', undefined]);
  });

  it('goes on in a severed case by the same extensions', () => {
    const { investigationClock: clock, investigationUntil: until } = there.file;
    const told = criminalCase(
      deed(
        'sever-off',
        {
          ...{ parentCaseId: 'case-1', stage: 'under-investigation', institutedOn: '2025-02-03', offence: VERY },
          clock: { ...clock, until },
          persons: [
            { defendantId: 'a', number: '1', status: 'approved', offence: VERY, minor: false, chargedOn: '2025-02-03' },
          ],
        },
        { on: '2025-09-01' },
      ),
    );
    expect(ends(told)).toEqual(ends(there));
    const back = told.given(institution(SERIOUS, '2025-09-15'), changed(SERIOUS, '2025-09-15'));
    expect(ends(back)).toEqual(['2025-10-03', undefined]);
  });

  it('of an old log that only tells how often it was extended, as before', () => {
    const grants = grantsOf(1, day('2018-09-01'), 'very-serious');
    expect(reckonAnew(ORDINARY, { startedOn: day('2018-01-01'), gravity: 'serious' }, grants)).toEqual({
      granted: 1,
      until: '2018-07-01',
    });
  });
});

describe('reckoning anew, whatever was granted and found', () => {
  const from = day('2018-01-31');
  const gravity = fc.constantFrom<Gravity>('less-serious', 'serious', 'very-serious', 'especially-serious');
  /** Finds the offence of a gravity and, where the law has one left, extends by a part of it. */
  const course = fc.array(fc.record({ gravity, days: fc.integer({ min: 1, max: 130 }), extend: fc.boolean() }), {
    maxLength: 12,
  });
  const after = (steps: readonly { gravity: Gravity; days: number; extend: boolean }[]): Grant[] => {
    const grants: Grant[] = [];
    for (const { gravity: found, days, extend } of steps) {
      const run = {
        startedOn: from,
        gravity: found,
        ...reckonAnew(ORDINARY, { startedOn: from, gravity: found }, grants),
      };
      const [end, furthest] = [dueDayOf(ORDINARY, run), furthestEndOf(ORDINARY, run)];
      if (!extend || !end || !furthest) continue;
      const asked = addDays(end, days);
      grants.push({ gravity: found, until: asked < furthest ? asked : furthest });
    }
    return grants;
  };
  const reckoned = (gravityNow: Gravity, grants: readonly Grant[]) =>
    reckonAnew(ORDINARY, { startedOn: from, gravity: gravityNow }, grants);

  it('never ends before what the gravity’s own extensions gave, nor beyond its furthest end', () => {
    fc.assert(
      fc.property(course, gravity, (steps, now) => {
        const grants = after(steps);
        const { granted, until } = reckoned(now, grants);
        const ends = endsByLaw(ORDINARY, { startedOn: from, gravity: now });
        const own = grants.filter((grant) => grant.gravity === now).map((grant) => grant.until);
        expect(granted).toBeLessThan(ends.length);
        if (until !== undefined) expect(until <= ends.at(-1)!).toBe(true);
        for (const end of own) expect(until! >= end).toBe(true);
      }),
    );
  });

  it('follows from what was granted alone: there and back changes nothing, and the gravest way is never the shorter', () => {
    fc.assert(
      fc.property(course, (steps) => {
        const grants = after(steps);
        const last = (one: Gravity) => {
          const run = { startedOn: from, gravity: one, ...reckoned(one, grants) };
          return dueDayOf(ORDINARY, run)!;
        };
        const [less, serious, very] = (['less-serious', 'serious', 'very-serious'] as const).map(last);
        expect(less! <= serious! && serious! <= very!).toBe(true);
      }),
    );
  });

  it('is the same in the file and in its limits', () => {
    fc.assert(
      fc.property(course, (steps) => {
        let told = accused(SERIOUS);
        let was: Gravity = 'serious';
        for (const { gravity: found, extend, days } of steps) {
          const offence = OF_GRAVITY[found];
          const deeds = [institution(offence, told.lastDay), changed(offence, told.lastDay)];
          if (found !== was) told = told.given(...deeds);
          was = found;
          const [end, furthest] = ends(told);
          if (!extend || !end || !furthest || told.lastDay > end) continue;
          const asked = addDays(end, days);
          told = told.given(extended(asked < furthest ? asked : furthest, told.lastDay));
        }
        expect(told.file.investigationUntil ?? ends(told)[0]).toBe(ends(told)[0]);
      }),
      { numRuns: 50 },
    );
  });
});

it('joined cases count from the first institution for the gravest offence (Điều 14 khoản 1)', () => {
  const told = accused(SERIOUS, '2018-03-01').given(
    deed('absorb', { fromCaseId: 'case-2', institutedOn: '2018-02-01', offence: VERY }, { on: '2018-03-10' }),
  );
  expect(running(told)).toEqual({ startedOn: day('2018-02-01'), dueOn: '2018-06-01', furthestOn: '2018-10-01' });
  const sameStart = accused(SERIOUS, '2018-03-01').given(
    extended('2018-09-01', '2018-05-20'),
    deed('absorb', { fromCaseId: 'case-2', institutedOn: '2018-04-01', offence: VERY }, { on: '2018-05-25' }),
  );
  expect(limitsOf('case', sameStart.log, { agencyOf }).filter(({ id }) => id === 'investigation')).toHaveLength(1);
  // 6 of 12 months are granted: 4 more at once, never beyond 1/3.
  expect(ends(sameStart)).toEqual(['2018-09-01', '2019-01-01']);
  expect(ends(sameStart.given(extended('2019-01-01')))).toEqual(['2019-01-01', '2019-03-01']);
});
