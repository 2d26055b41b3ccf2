import { type Day, day } from '#libs/domain/kernel';
import { type FileLimit, limitsOf } from './index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { charge } from '../../../../test/support/procedure/lawful-files.js';
import { agencyOf } from '../../../../test/support/procedure/offices.js';

const LESS = { article: 347, clause: 1 };
const SERIOUS = { article: 152, clause: 1 };
const VERY = { article: 150, clause: 1 };
const ESPECIALLY = { article: 151, clause: 2 };

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
