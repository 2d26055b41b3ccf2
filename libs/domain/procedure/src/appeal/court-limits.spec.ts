import { addDays, day } from '#libs/domain/kernel';
import { type FileLimit, isLate, limitsOf } from '../index.js';
import { judged } from '../../../../../test/support/procedure/lawful-files.js';
import { type CaseNarrative, type Deed, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const limits = (told: CaseNarrative, id: string): FileLimit[] =>
  limitsOf('case', told.log, { agencyOf }).filter((one) => one.id === id);
const days = (told: CaseNarrative, id: string) =>
  limits(told, id).map(({ startedOn, dueOn, furthestOn, stoppedOn }) => [startedOn, dueOn, furthestOn, stoppedOn]);

/** A case of one accused, docketed at the court on that day. */
const docketed = (offence: object, on: string, opened = '2024-01-02', minor = false): Deed[] => [
  deed('institute', { offence }, at(opened)),
  deed('charge', { defendantId: 'a', number: '1', offence, minor }),
  deed('approve-charge', { defendantIds: ['a'] }),
  deed('conclude'),
  deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }),
  deed('indict'),
  deed('hand-to-court', { toOfficeId: OFFICE.court }),
  deed('accept', {}, at(on)),
];
const TRAFFICKING = { article: 150, clause: 1 };
const results = (outcome: string) => ({ results: [{ defendantId: 'a', outcome }] });
const verdicts = (absent = false) => ({ verdicts: [{ defendantId: 'a', outcome: 'convicted', absent }] });

describe('the preparation of a trial (Điều 277 khoản 1)', () => {
  it.each([
    ['less serious', { article: 347, clause: 1 }, '2024-03-31', '2024-04-15'],
    ['serious', { article: 152, clause: 1 }, '2024-04-15', '2024-04-30'],
    ['very serious', TRAFFICKING, '2024-05-01', '2024-05-31'],
    ['especially serious', { article: 151, clause: 3 }, '2024-06-01', '2024-07-01'],
  ])('of a %s offence docketed on 1 March 2024', (_gravity, offence, due, longest) => {
    const told = criminalCase(...docketed(offence, '2024-03-01'));
    expect(days(told, 'trial-preparation')).toEqual([['2024-03-01', due, longest, undefined]]);
    const extended = told.given(deed('extend-preparation', { until: longest }, at('2024-03-20')));
    expect(days(extended, 'trial-preparation')).toEqual([['2024-03-01', longest, undefined, undefined]]);
    expect(days(told, 'judge-assignment')).toEqual([['2024-03-01', '2024-03-04', undefined, undefined]]);
  });

  it('is halved where an accused is under 18, in a case instituted since 2026', () => {
    const SERIOUS = { article: 152, clause: 1 };
    const young = criminalCase(...docketed(SERIOUS, '2026-02-02', '2026-01-05', true));
    // 45 days become 22, 15 become 7.
    expect(days(young, 'trial-preparation')).toEqual([['2026-02-02', '2026-02-24', '2026-03-03', undefined]]);
    const before = criminalCase(...docketed(SERIOUS, '2026-02-02', '2025-12-31', true));
    expect(days(before, 'trial-preparation')).toEqual([['2026-02-02', '2026-03-19', '2026-04-03', undefined]]);
  });

  it('is halved too at the procuracy and the court after a return', () => {
    // A month becomes 15 days, 15 days become 7.
    const told = criminalCase(
      ...docketed({ article: 152, clause: 1 }, '2026-02-02', '2026-01-05', true),
      deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }, at('2026-02-10')),
      deed('decline-return', { because: 'no such evidence' }, at('2026-02-12')),
      deed('accept', {}, at('2026-02-16')),
    );
    expect(days(told, 'answer-to-court')).toEqual([['2026-02-10', '2026-02-25', undefined, '2026-02-12']]);
    expect(days(told, 'trial-preparation-after-return')).toEqual([['2026-02-16', '2026-02-23', undefined, undefined]]);
  });

  /** The case of an accused under 18, taken up by the court above on 6 April 2026. */
  const youngAbove = (opened: string) =>
    criminalCase(
      ...docketed({ article: 152, clause: 1 }, '2026-02-02', opened, true),
      deed('schedule', { hearingOn: '2026-03-02' }, at('2026-02-20')),
      deed('judge', verdicts(), at('2026-03-02')),
      deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] }, at('2026-03-10')),
      deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2026-04-03')),
      deed('accept-appeal', { level: 'province' }, at('2026-04-06')),
    );
  const order = (told: CaseNarrative, until: string) =>
    told.when('order-detention', { defendantId: 'a', from: '2026-04-06', until }, at('2026-04-20'));

  it('is halved on appeal, and the detention that lasts no longer (Điều 347 khoản 2)', () => {
    // 60 days become 30: detained from 6 April, the first day counted, to 5 May.
    const above = youngAbove('2026-01-05');
    order(above, '2026-05-06').thenRefused('detention.too-long', { longest: '2026-05-05' });
    order(above, '2026-05-05').thenStatus('appeal-accepted');
  });

  it('is whole again once the court above finds the case especially complex', () => {
    const above = youngAbove('2026-01-05');
    // 22 of 45 days, 30 of 60; whole 45 and 60, the detention from 6 April to 4 June.
    expect(days(above, 'appeal-preparation')).toEqual([['2026-04-06', '2026-04-28', undefined, undefined]]);
    expect(days(above, 'appeal-hearing')).toEqual([['2026-04-06', '2026-05-06', undefined, undefined]]);
    const whole = above.given(deed('lift-minor-limits', { ground: 'especially-complex' }, at('2026-04-20')));
    expect(days(whole, 'appeal-preparation')).toEqual([['2026-04-06', '2026-05-21', undefined, undefined]]);
    expect(days(whole, 'appeal-hearing')).toEqual([['2026-04-06', '2026-06-05', undefined, undefined]]);
    order(whole, '2026-06-05').thenRefused('detention.too-long', { longest: '2026-06-04' });
    order(whole, '2026-06-04').thenStatus('appeal-accepted');
    whole
      .when('lift-minor-limits', { ground: 'especially-complex' }, at('2026-04-21'))
      .thenRefused('minor-limits.not-halved');
  });

  it('is halved on appeal in a case of 2025 too, unless the court above had it before 2026 (Luật 59/2024 Điều 179)', () => {
    // The trial keeps its 45 days, the appeal of April 2026 has 22 of 45.
    const above = youngAbove('2025-12-30');
    expect(days(above, 'trial-preparation')).toEqual([['2026-02-02', '2026-03-19', '2026-04-03', '2026-02-20']]);
    expect(days(above, 'appeal-preparation')).toEqual([['2026-04-06', '2026-04-28', undefined, undefined]]);
    order(above, '2026-05-06').thenRefused('detention.too-long', { longest: '2026-05-05' });
    const whole = above.given(deed('lift-minor-limits', { ground: 'diversion-announced' }, at('2026-04-20')));
    expect(days(whole, 'appeal-preparation')).toEqual([['2026-04-06', '2026-05-21', undefined, undefined]]);
    const [first, last] = ['2025-12-31', '2026-01-01'].map((taken) =>
      criminalCase(
        ...docketed({ article: 152, clause: 1 }, '2025-09-01', '2025-06-02', true),
        deed('schedule', { hearingOn: '2025-10-14' }, at('2025-10-01')),
        deed('judge', verdicts(), at('2025-10-14')),
        deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] }, at('2025-10-20')),
        deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2025-11-20')),
        deed('accept-appeal', { level: 'province' }, at(taken)),
      ),
    );
    expect(days(first!, 'appeal-preparation')).toEqual([['2025-12-31', '2026-02-14', undefined, undefined]]);
    expect(days(last!, 'appeal-preparation')).toEqual([['2026-01-01', '2026-01-23', undefined, undefined]]);
  });

  it('leaves the detention on appeal its own days while the procuracy has the file', () => {
    // 60 days whole from 6 April: the file is lent on 9 April, and that moves nothing.
    const lent = youngAbove('2026-01-05').given(
      deed('lift-minor-limits', { ground: 'especially-complex' }, at('2026-04-07')),
      deed('lend-file', { toOfficeId: OFFICE.procuracy }, at('2026-04-09')),
    );
    order(lent, '2026-06-05').thenRefused('detention.too-long', { longest: '2026-06-04' });
  });

  it('changes with the procedure, from the acceptance on (Điều 458, 462)', () => {
    // Accepted on 1/3: 30 days, or 10.
    const told = criminalCase(...docketed({ article: 347, clause: 1 }, '2024-03-01'));
    const there = told.given(deed('apply-summary-procedure', {}, at('2024-03-04')));
    expect(days(there, 'trial-preparation')).toEqual([['2024-03-01', '2024-03-31', '2024-04-15', '2024-03-04']]);
    expect(days(there, 'trial-preparation-summary')).toEqual([['2024-03-01', '2024-03-11', undefined, undefined]]);
    const revoked = there.given(deed('revoke-summary-procedure', {}, at('2024-03-06')));
    expect(days(revoked, 'trial-preparation').at(-1)).toEqual(['2024-03-01', '2024-03-31', '2024-04-15', undefined]);
    const suspended = there.given(deed('suspend', { ground: 'illness' }, at('2024-03-06')));
    expect(suspended.file.procedure).toBeUndefined();
  });

  it('takes 10 days, and 7 to the hearing, by the summary procedure (Điều 462)', () => {
    const LIGHT = { article: 347, clause: 1 };
    const [institute, ...rest] = docketed(LIGHT, '2024-03-01');
    const told = criminalCase(institute!, deed('apply-summary-procedure'), ...rest).given(
      deed('schedule', { hearingOn: '2024-03-12' }, at('2024-03-07')),
    );
    expect(days(told, 'trial-preparation-summary')).toEqual([['2024-03-01', '2024-03-11', undefined, '2024-03-07']]);
    expect(days(told, 'hearing-summary')).toEqual([['2024-03-07', '2024-03-14', undefined, undefined]]);
    expect([limits(told, 'trial-preparation'), limits(told, 'hearing')]).toEqual([[], []]);
  });
});

describe('from the hearing to the re-investigation', () => {
  const heard = criminalCase(
    ...docketed(TRAFFICKING, '2024-03-01'),
    deed('schedule', { hearingOn: '2024-04-24' }, at('2024-04-10')),
    deed('adjourn', { hearingOn: '2024-05-20', ground: 'defendant-absent' }, at('2024-04-24')),
    deed('open-hearing', {}, at('2024-05-20')),
    deed('prolong-deliberation', { until: '2024-05-27' }, at('2024-05-21')),
    deed('judge', verdicts(), at('2024-05-27')),
  );
  const sent = heard.given(
    deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] }, at('2024-06-05')),
    deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2024-07-01')),
  );
  const taken = (level: string) => sent.given(deed('accept-appeal', { level }, at('2024-07-02')));

  it('a hearing opens in 15 days, 30 with force majeure, and 30 after an adjournment', () => {
    expect(days(heard, 'hearing')).toEqual([['2024-04-10', '2024-04-25', '2024-05-10', '2024-04-24']]);
    expect(days(heard, 'hearing-after-adjournment')).toEqual([['2024-04-24', '2024-05-24', undefined, '2024-05-20']]);
    expect(days(heard, 'deliberation')).toEqual([['2024-05-21', '2024-05-28', undefined, '2024-05-27']]);
  });

  it('the judgment can be attacked for 15 days, by the procuracy above for 30: nobody is late for that', () => {
    const periods = ['appeal-period', 'protest-period', 'protest-period-above'].flatMap((id) => limits(heard, id));
    expect(periods.map(({ defendantId, dueOn }) => [defendantId, dueOn])).toEqual([
      ['a', '2024-06-11'],
      ['a', '2024-06-11'],
      ['a', '2024-06-26'],
    ]);
    expect(periods.map((one) => isLate(one, day('2025-01-01')))).toEqual([false, false, false]);
  });

  it('by who was absent from the receipt', () => {
    const told = criminalCase(
      ...docketed(TRAFFICKING, '2024-03-01'),
      deed('schedule', { hearingOn: '2024-05-27' }),
      deed('judge', verdicts(true), at('2024-05-27')),
    );
    expect(limits(told, 'appeal-period')).toEqual([]);
    const received = told.given(deed('record-receipt', { defendantIds: ['a'] }, at('2024-06-20')));
    expect(days(received, 'appeal-period')).toEqual([['2024-06-20', '2024-07-05', undefined, undefined]]);
  });

  it('the file goes to the court above within 7 days of the last period', () => {
    expect(days(sent, 'hand-over-to-appellate-court')).toEqual([['2024-06-26', '2024-07-03', undefined, '2024-07-01']]);
    heard
      .given(deed('appeal', { kind: 'appeal', defendantIds: ['a'] }, at('2024-06-05')))
      .when('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2024-06-26'))
      .thenRefused('send-appeal.period-running', { end: '2024-06-26' });
  });

  it.each([
    ['province', '2024-08-16', '2024-08-31', ['2024-07-18', '2024-07-28']],
    ['centre', '2024-09-15', '2024-09-30', ['2024-07-23', '2024-08-02']],
  ] as const)('the court of the %s decides by %s and hears by %s', (level, decide, hear, study) => {
    const told = taken(level).given(deed('lend-file', { toOfficeId: OFFICE.procuracy }, at('2024-07-03')));
    expect(days(told, 'appeal-preparation')).toEqual([['2024-07-02', decide, undefined, undefined]]);
    expect(days(told, 'appeal-hearing')).toEqual([['2024-07-02', hear, undefined, undefined]]);
    expect(days(told, 'file-study')).toEqual([['2024-07-03', ...study, undefined]]);
  });

  it.each([
    ['province', '2024-07-18', '2024-07-28'],
    ['centre', '2024-07-23', '2024-08-02'],
  ])('at the court of the %s a complex file is studied past %s to %s, once (Điều 341 khoản 1)', (level, due, most) => {
    const lent = taken(level).given(deed('lend-file', { toOfficeId: OFFICE.procuracy }, at('2024-07-03')));
    const longer = (until: string, ground = 'study-complex') =>
      lent.when('extend-file-study', { until, ground }, at('2024-07-15'));
    longer(addDays(day(most), 1)).thenRefused('extend.too-long', { longest: most });
    longer(due).thenRefused('extend.not-later');
    longer(most, 'study-especially-serious').thenRefused('extend-file-study.not-so-grave');
    const told = lent.given(deed('extend-file-study', { until: most, ground: 'study-complex' }, at('2024-07-15')));
    expect(days(told, 'file-study')).toEqual([['2024-07-03', most, undefined, undefined]]);
    told
      .when('extend-file-study', { until: addDays(day(most), 1), ground: 'study-complex' }, at('2024-07-16'))
      .thenRefused('extend.no-more');
    const back = told.given(deed('take-file-back', {}, at('2024-07-20')));
    back
      .when('extend-file-study', { until: most, ground: 'study-complex' }, at('2024-07-20'))
      .thenRefused('take-file-back.not-lent');
  });

  it('annulled, it is on its way for 15 days and investigated anew for the whole time', () => {
    const told = taken('province').given(
      deed('schedule-appeal', { hearingOn: '2024-08-01' }, at('2024-07-20')),
      deed('open-hearing', {}, at('2024-08-01')),
      deed('decide-appeal', results('annulled-reinvestigate'), at('2024-08-01')),
      deed('accept-remand', {}, at('2024-08-12')),
    );
    expect(days(told, 'appeal-opening')).toEqual([['2024-07-20', '2024-08-04', undefined, '2024-08-01']]);
    expect(days(told, 'remand-hand-over')).toEqual([['2024-08-01', '2024-08-16', undefined, '2024-08-12']]);
    expect(limits(told, 'reinvestigation')).toMatchObject([
      { startedOn: '2024-08-12', dueOn: '2024-12-12', furthestOn: '2025-04-12', askBy: '2024-12-02' },
    ]);
  });

  it('tried anew, it is prepared for the whole time', () => {
    const told = taken('province').given(
      deed('schedule-appeal', { hearingOn: '2024-08-01' }, at('2024-07-20')),
      deed('decide-appeal', results('annulled-retry'), at('2024-08-01')),
      deed('accept-remand', {}, at('2024-08-12')),
    );
    expect(days(told, 'trial-preparation')[1]).toEqual(['2024-08-12', '2024-10-12', '2024-11-11', undefined]);
  });
});

describe('after a final judgment', () => {
  const final = criminalCase(...judged('a'), deed('finalise', { basis: 'no-appeal' }, at('2024-07-04')));

  it('a cassation against the convicted is possible for a year, and heard in 4 months', () => {
    expect(days(final, 'cassation-period')).toEqual([['2024-07-04', '2025-07-04', undefined, undefined]]);
    const protest = { defendantIds: ['a'], direction: 'against', toOfficeId: OFFICE.otherCourt };
    const by = { ...at('2024-10-31'), by: OFFICE.otherProcuracy };
    const cassation = final.given(deed('protest-cassation', protest, by));
    // 31 October + 4 months: February has no 31st.
    expect(days(cassation, 'cassation-hearing')).toEqual([['2024-10-31', '2025-02-28', undefined, undefined]]);
    const reopening = final.given(deed('protest-reopening', { ...protest, reportedOn: '2024-10-01' }, by));
    expect(days(reopening, 'reopening-hearing')).toEqual([['2024-10-31', '2025-02-28', undefined, undefined]]);
  });

  it('a late appeal is sent in 3 days and decided in 10', () => {
    const late = { kind: 'appeal', late: true, defendantIds: ['a'] };
    const told = final.given(
      deed('appeal', late, at('2024-08-01')),
      deed('send-late-appeal', { defendantIds: ['a'] }, at('2024-08-03')),
    );
    expect(days(told, 'late-appeal-hand-over')).toEqual([['2024-08-01', '2024-08-04', undefined, '2024-08-03']]);
    expect(days(told, 'late-appeal-decision')).toEqual([['2024-08-03', '2024-08-13', undefined, undefined]]);
  });

  it('want of competence sends the file on in 3 days (Điều 274)', () => {
    const told = criminalCase(
      ...docketed(TRAFFICKING, '2024-03-01'),
      deed('return-for-competence', {}, at('2024-03-05')),
      deed('transfer-for-prosecution', { toOfficeId: OFFICE.otherProcuracy }, at('2024-03-07')),
    );
    expect(days(told, 'transfer-for-competence')).toEqual([['2024-03-05', '2024-03-08', undefined, '2024-03-07']]);
  });
});
