import { addDays, day } from '#libs/domain/kernel';
import { type FileLimit, limitsOf } from './index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { TRAFFICKING, accepted, moves } from '../../../../test/support/procedure/lawful-files.js';
import { OFFICE, agencyOf } from '../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
/** The law of those days: a history recorded as it happened, so that its notices count. */
const limits = (told: CaseNarrative): FileLimit[] =>
  limitsOf(
    'case',
    told.log.map((step) => ({ ...step, recordedOn: step.occurredOn })),
    { agencyOf },
  );
const find = (told: CaseNarrative, id: string): FileLimit[] => limits(told).filter((one) => one.id === id);
const LIGHT = { article: 347, clause: 1 };
const opened = (offence: object, on: string) =>
  criminalCase(
    deed('institute', { offence }, at(on)),
    deed('charge', { defendantId: 'a', number: '1', offence }),
    deed('approve-charge', { defendantIds: ['a'] }),
  );
const handed = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];

describe('the notices of a case', () => {
  it.each([
    ['institution-to-procuracy', '2024-03-01', '2024-03-02'],
    ['charge-to-procuracy', '2024-03-02', '2024-03-03'],
  ])('%s is owed from %s to %s, until it is given', (notice, from, due) => {
    const told = opened(TRAFFICKING, '2024-03-01');
    expect(find(told, notice)).toMatchObject([{ startedOn: from, dueOn: due, kind: 'notice', whose: 'actor' }]);
    const given = told.given(deed('notify', { notice }, at('2024-03-04')));
    expect(find(given, notice)).toMatchObject([{ stoppedOn: '2024-03-04' }]);
  });

  it.each([
    ['suspend', { ground: 'illness' }, 'suspension-of-investigation', 2],
    ['terminate', { ground: 'deceased' }, 'end-of-investigation', 2],
    ['conclude', {}, 'end-of-investigation', 2],
    ['join', { intoCaseId: 'case-2', movedTo: moves('a') }, 'joinder-to-procuracy', 1],
    ['change-institution', { offence: LIGHT, kind: 'changed' }, 'institution-to-procuracy', 1],
  ] as const)('%s %j owes %s within %s days', (name, payload, notice, days) => {
    const told = opened(TRAFFICKING, '2024-03-01').given(deed(name, payload, at('2024-03-20')));
    expect(find(told, notice).at(-1)).toMatchObject({
      startedOn: '2024-03-20',
      dueOn: addDays(day('2024-03-20'), days),
    });
  });

  it.each([
    ['indict', {}, 'decision-of-prosecution'],
    ['return-for-supplement', { ground: 'evidence-lacking' }, 'decision-of-prosecution'],
    ['suspend', { ground: 'illness' }, 'decision-of-prosecution'],
    ['terminate', { ground: 'deceased' }, 'decision-of-prosecution'],
    ['transfer-for-prosecution', { toOfficeId: OFFICE.otherProcuracy }, 'transfer-for-prosecution'],
  ] as const)('%s %j by the procuracy owes %s within 3 days', (name, payload, notice) => {
    const told = opened(TRAFFICKING, '2024-03-01').given(...handed, deed(name, payload, at('2024-03-20')));
    expect(find(told, notice)).toMatchObject([
      { startedOn: '2024-03-20', dueOn: '2024-03-23', actorOfficeId: OFFICE.procuracy },
    ]);
  });

  it('tell of a transfer that the procuracy decides, not of one that investigators propose (Điều 169)', () => {
    const transfer = deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-20'));
    expect(find(opened(TRAFFICKING, '2024-03-01').given(transfer), 'transfer-of-case')).toEqual([]);
    const own = deed('institute', { offence: TRAFFICKING }, { ...at('2024-03-01'), by: OFFICE.procuracy });
    const decided = criminalCase(own, transfer);
    expect(find(decided, 'transfer-of-case')).toMatchObject([
      { startedOn: '2024-03-20', dueOn: '2024-03-21', actorOfficeId: OFFICE.procuracy },
    ]);
    expect(find(decided, 'transfer-of-case-file')).toMatchObject([{ startedOn: '2024-03-20', dueOn: '2024-03-23' }]);
  });

  it('leave out what the procuracy joins and severs by itself (Điều 242)', () => {
    const joined = opened(TRAFFICKING, '2024-03-01').given(
      ...handed,
      deed('join', { intoCaseId: 'case-2', movedTo: moves('a') }, at('2024-03-20')),
    );
    expect(find(joined, 'joinder-to-procuracy')).toEqual([]);
    joined
      .when('notify', { notice: 'joinder-to-procuracy' }, { by: OFFICE.procuracy })
      .thenRefused('notice.not-owed', { article: 'Đ.170 khoản 3 BLTTHS' });
  });

  it('of a register taken over are not reckoned', () => {
    const told = opened(TRAFFICKING, '2024-03-01');
    expect(limitsOf('case', told.log, { agencyOf }).filter(({ kind }) => kind === 'notice')).toEqual([]);
  });
});

describe('the notices of the court (Điều 286, Điều 462 khoản 3)', () => {
  const there = criminalCase(...accepted('a'));
  const scheduled = (hearingOn: string, on = '2024-03-01') => there.given(deed('schedule', { hearingOn }, at(on)));

  it('tell the procuracy of the judge and of the decision to try in 2 days (khoản 3)', () => {
    const told = there.given(deed('assign-judge', { judgeId: 'judge-1' }, at('2024-02-01')));
    expect(find(told, 'decision-of-court-to-procuracy')).toMatchObject([
      { startedOn: '2024-02-01', dueOn: '2024-02-03', actorOfficeId: OFFICE.court, article: 'Đ.286 khoản 3 BLTTHS' },
    ]);
    expect(find(scheduled('2024-03-15'), 'decision-of-court-to-procuracy')).toMatchObject([{ dueOn: '2024-03-03' }]);
  });

  it('serve the decision to try 10 days before the hearing, on the working day before a day off (khoản 1)', () => {
    const told = scheduled('2024-03-15');
    expect(find(told, 'decision-to-try')).toMatchObject([
      { startedOn: '2024-03-01', dueOn: '2024-03-05', reckoning: { counting: 'backwards', endByLaw: '2024-03-05' } },
    ]);
    const isDayOff = (on: string) => on === '2024-03-05' || on === '2024-03-04';
    const log = told.log.map((step) => ({ ...step, recordedOn: step.occurredOn }));
    expect(limitsOf('case', log, { agencyOf, isDayOff }).find(({ id }) => id === 'decision-to-try')).toMatchObject({
      dueOn: '2024-03-03',
      reckoning: { endByLaw: '2024-03-05' },
    });
    const given = told.given(deed('notify', { notice: 'decision-to-try' }, at('2024-03-04')));
    expect(find(given, 'decision-to-try')).toMatchObject([{ stoppedOn: '2024-03-04' }]);
    expect(given.file.owed.map(({ notice }) => notice)).not.toContain('decision-to-try');
  });

  it('are due on the day of the decision where the hearing is nearer than 10 days', () => {
    expect(find(scheduled('2024-03-08'), 'decision-to-try')).toMatchObject([{ dueOn: '2024-03-01' }]);
  });

  it('follow the day of the hearing, and end with the hearing or without one', () => {
    const moved = scheduled('2024-03-15').given(deed('schedule', { hearingOn: '2024-03-20' }, at('2024-03-04')));
    expect(find(moved, 'decision-to-try').map(({ dueOn, stoppedOn }) => [dueOn, stoppedOn])).toEqual([
      ['2024-03-05', '2024-03-04'],
      ['2024-03-10', undefined],
    ]);
    const halted = moved.given(deed('suspend', { ground: 'illness' }, at('2024-03-06')));
    expect(find(halted, 'decision-to-try').at(-1)).toMatchObject({ dueOn: '2024-03-10', stoppedOn: '2024-03-06' });
    const verdicts = [{ defendantId: 'a', outcome: 'convicted' }];
    const heard = moved.given(deed('judge', { verdicts }, at('2024-03-20')));
    expect(find(heard, 'decision-to-try').at(-1)).toMatchObject({ dueOn: '2024-03-10', stoppedOn: '2024-03-20' });
    expect(heard.file.owed.map(({ notice }) => notice)).not.toContain('decision-to-try');
  });

  it('go on while one of several accused is suspended', () => {
    const two = criminalCase(...accepted('a', 'b')).given(
      deed('schedule', { hearingOn: '2024-03-15' }, at('2024-03-01')),
    );
    const told = two.given(deed('suspend', { ground: 'illness', defendantIds: ['b'] }, at('2024-03-02')));
    expect(find(told, 'decision-to-try')[0]).not.toHaveProperty('stoppedOn');
  });

  it('are all due in 24 hours in the summary procedure (Điều 462 khoản 3)', () => {
    const quick = opened(LIGHT, '2024-03-01').given(
      deed('apply-summary-procedure'),
      ...handed,
      deed('indict'),
      deed('hand-to-court', { toOfficeId: OFFICE.court }),
      deed('accept'),
      deed('schedule', { hearingOn: '2024-03-20' }, at('2024-03-14')),
    );
    expect(find(quick, 'decision-to-try-summary')).toMatchObject([{ startedOn: '2024-03-14', dueOn: '2024-03-15' }]);
    expect([...find(quick, 'decision-to-try'), ...find(quick, 'decision-of-court-to-procuracy')]).toEqual([]);
  });

  it('deliver what the court decides on detention in 24 hours, not what others decide (khoản 4)', () => {
    const order = (on: string) => deed('order-detention', { defendantId: 'a', from: on, until: '2024-03-01' }, at(on));
    const detained = there.given(order('2024-02-01'));
    expect(find(detained, 'measure-of-court')).toMatchObject([
      { startedOn: '2024-02-01', dueOn: '2024-02-02', actorOfficeId: OFFICE.court, article: 'Đ.286 khoản 4 BLTTHS' },
    ]);
    const free = detained.given(deed('end-detention', { defendantIds: ['a'] }, at('2024-02-10')));
    expect(find(free, 'measure-of-court').map(({ dueOn }) => dueOn)).toEqual(['2024-02-02', '2024-02-11']);
    const early = opened(TRAFFICKING, '2024-01-02').given(order('2024-02-01'));
    expect([find(early, 'measure-of-court'), early.file.owed.map(({ notice }) => notice)]).toEqual([
      [],
      expect.not.arrayContaining(['measure-of-court']),
    ]);
  });
});
