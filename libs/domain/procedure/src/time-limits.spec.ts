import { type FileLimit, type SubjectKind, limitsOf } from './index.js';
import { criminalCase, deed } from '../../../../test/support/procedure/narrative.js';
import { GRAVEST, TRAFFICKING, charge } from '../../../../test/support/procedure/lawful-files.js';
import { OFFICE, agencyOf } from '../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });

interface Told {
  readonly life: { readonly kind: SubjectKind };
  readonly log: Parameters<typeof limitsOf>[1];
}
const every = (told: Told): FileLimit[] => limitsOf(told.life.kind, told.log, { agencyOf });
/** Without the notices and the approvals, which have tests of their own. */
const limits = (told: Told): FileLimit[] =>
  every(told).filter(({ id, kind }) => kind !== 'notice' && id !== 'approval-of-charge');
const find = (told: Told, id: string): FileLimit[] => limits(told).filter((one) => one.id === id);

describe('the limits of a case', () => {
  const instituted = criminalCase(deed('institute', { offence: TRAFFICKING }, at('2024-01-31')));
  const accused = [charge('a'), deed('approve-charge', { defendantIds: ['a'] })];
  const toProcuracy = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];
  const toCourt = [deed('indict'), deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept')];

  it('follow each other through the stages', () => {
    const told = instituted.given(
      ...accused,
      ...toProcuracy,
      ...toCourt,
      deed('schedule', { hearingOn: '2024-06-03' }),
    );
    const beside = ['judge-assignment', 'hearing'];
    const course = limits(told).filter(({ id }) => !beside.includes(id));
    expect(course.map(({ id, startedOn, dueOn, stoppedOn }) => [id, startedOn, dueOn, stoppedOn])).toEqual([
      ['investigation', '2024-01-31', '2024-05-31', '2024-02-03'],
      ['hand-over-to-procuracy', '2024-02-03', '2024-02-05', '2024-02-04'],
      ['decision-to-prosecute', '2024-02-04', '2024-03-05', '2024-02-05'],
      ['hand-over-to-court', '2024-02-05', '2024-02-08', '2024-02-06'],
      ['trial-preparation', '2024-02-07', '2024-04-07', '2024-02-08'],
    ]);
  });

  it('lengthen with the gravity of a new charge, and shorten when it falls (Điều 14 TTLT 04/2018)', () => {
    const light = criminalCase(deed('institute', { offence: { article: 347, clause: 1 } }, at('2024-01-31')));
    expect(limits(light)).toMatchObject([{ dueOn: '2024-03-31', furthestOn: '2024-05-31' }]);
    const graver = light.given(charge('a', GRAVEST));
    expect(limits(graver)).toMatchObject([{ dueOn: '2024-05-31', furthestOn: '2024-09-30' }]);
    expect(limits(graver.given(deed('cancel-charge', { defendantIds: ['a'] })))).toMatchObject([
      { dueOn: '2024-03-31' },
    ]);
  });

  it('go on through a transfer and a halt of single accused, and end with a halt of the case', () => {
    const moved = instituted.given(
      ...accused,
      charge('b'),
      deed('suspend', { ground: 'illness', defendantIds: ['a'] }),
      deed('transfer', { toOfficeId: OFFICE.otherPolice }),
      deed('extend', { until: '2024-09-30' }),
      deed('decide-transfer', { toOfficeId: OFFICE.otherPolice, ground: 'taken-up-above' }),
      deed('accept-transfer'),
    );
    expect(find(moved, 'investigation')).toMatchObject([
      { id: 'investigation', dueOn: '2024-09-30', furthestOn: '2025-01-30' },
    ]);
    expect(find(moved, 'investigation')[0]).not.toHaveProperty('stoppedOn');
    const halted = moved.given(deed('suspend', { ground: 'illness' }, at('2024-06-01')));
    expect(find(halted, 'investigation')).toMatchObject([{ stoppedOn: '2024-06-01' }]);
    const again = halted.given(deed('resume', {}, at('2024-10-31')));
    expect(find(again, 'investigation-resumed')[0]).toMatchObject({
      id: 'investigation-resumed',
      startedOn: '2024-10-31',
      dueOn: '2025-01-31',
      furthestOn: '2025-03-31',
    });
  });

  it('of supplementary work depend on who asked for it (Điều 174 khoản 2)', () => {
    const returned = deed('return-for-supplement', { ground: 'evidence-lacking' });
    const once = instituted.given(
      ...accused,
      ...toProcuracy,
      deed('return-for-supplement', { ground: 'evidence-lacking' }, at('2024-03-31')),
    );
    expect(find(once, 'supplement-for-procuracy')).toMatchObject([{ startedOn: '2024-03-31', dueOn: '2024-05-31' }]);
    const byCourt = once.given(
      ...toProcuracy,
      ...toCourt,
      deed('return-by-court', { by: 'judge', ground: 'other-offence' }, at('2024-05-31')),
    );
    expect(find(byCourt, 'answer-to-court')).toMatchObject([{ startedOn: '2024-05-31', dueOn: '2024-06-30' }]);
    expect(find(byCourt, 'decision-to-prosecute')).toHaveLength(2);
    const passedOn = byCourt.given({ ...returned, on: '2024-06-05' });
    expect(find(passedOn, 'answer-to-court')).toMatchObject([{ stoppedOn: '2024-06-05' }]);
    expect(find(passedOn, 'supplement-for-court')).toMatchObject([{ startedOn: '2024-06-05', dueOn: '2024-07-05' }]);
    const back = passedOn.given(...toProcuracy, ...toCourt);
    expect(find(back, 'trial-preparation-after-return')).toMatchObject([
      { startedOn: '2024-06-10', dueOn: '2024-06-25' },
    ]);
    expect(find(back, 'trial-preparation')).toHaveLength(1);
  });

  it('begin anew when the procuracy or the court resumes the case, not when it resumes one accused', () => {
    const two = instituted.given(
      ...accused,
      charge('b'),
      deed('approve-charge', { defendantIds: ['b'] }),
      ...toProcuracy,
    );
    const halt = (defendantIds?: string[]) =>
      deed('suspend', { ground: 'illness', ...(defendantIds ? { defendantIds } : {}) });
    const one = two.given(halt(['a']), deed('resume', { defendantIds: ['a'] }));
    expect(find(one, 'decision-to-prosecute')).toHaveLength(1);
    expect(find(one, 'decision-to-prosecute')[0]).not.toHaveProperty('stoppedOn');
    const all = two.given(halt(), deed('resume', {}, at('2024-08-01')));
    expect(find(all, 'decision-to-prosecute')).toMatchObject([{}, { startedOn: '2024-08-01', dueOn: '2024-08-31' }]);
    const tried = two.given(
      ...toCourt,
      deed('schedule', { hearingOn: '2024-06-03' }),
      halt(),
      deed('resume', {}, at('2024-08-01')),
    );
    expect(find(tried, 'trial-preparation')).toMatchObject([{}, { startedOn: '2024-08-01', dueOn: '2024-10-01' }]);
    expect(find(tried.given(deed('schedule', { hearingOn: '2024-09-02' })), 'trial-preparation')[1]).toHaveProperty(
      'stoppedOn',
    );
  });

  it('are not known of a case carried over without offence or day', () => {
    const carried = (payload: object) =>
      criminalCase(deed('carry-over', { status: 'under-investigation', ...payload }, at('2024-03-01')));
    expect(limits(carried({}))).toEqual([]);
    const [unknown, ...others] = limits(carried({ institutedOn: '2024-01-15' }));
    expect(unknown).toMatchObject({
      id: 'investigation',
      article: 'Đ.172 khoản 1, 2, 3 BLTTHS',
      startedOn: '2024-01-15',
    });
    expect(unknown).not.toHaveProperty('dueOn');
    expect(others).toEqual([]);
    expect(limits(carried({ institutedOn: '2024-01-15', offence: TRAFFICKING }))).toMatchObject([
      { dueOn: '2024-05-15' },
    ]);
  });
});
