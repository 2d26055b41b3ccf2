import { addDays, day } from '#libs/domain/kernel';
import { type FileLimit, limitsOf } from './index.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { TRAFFICKING, moves } from '../../../../test/support/procedure/lawful-files.js';
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
