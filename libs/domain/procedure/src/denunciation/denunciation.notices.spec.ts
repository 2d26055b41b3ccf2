import { addDays } from '#libs/domain/kernel';
import { DENUNCIATION_NOTICES, type FileLimit, limitsOf } from '../index.js';
import { type DenunciationNarrative, deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const received = (source = 'report', by: number = OFFICE.police) =>
  denunciation(deed('receive', { source }, { ...at('2024-03-01'), by }));
const verified = (source?: string) => received(source).given(deed('classify', { competence: 'own' }, at('2024-03-01')));
const suspended = (source?: string) =>
  verified(source).given(deed('suspend', { ground: 'expertise-pending' }, at('2024-03-21')));

/** @param lag how many days after each step it was recorded. */
const notices = (told: DenunciationNarrative, lag = 0): FileLimit[] => {
  const log = told.log.map((step) => ({ ...step, recordedOn: addDays(step.occurredOn, lag) }));
  return limitsOf('denunciation', log, { agencyOf }).filter(({ kind }) => kind === 'notice');
};
const owed = (told: DenunciationNarrative): string[] =>
  told.file.owed.map(({ notice, officeId }) => `${notice}@${officeId}`);

describe('a notice', () => {
  it.each([
    ['receipt-to-procuracy', verified(), '2024-03-01', '2024-03-04'],
    ['receipt-to-informant', verified(), '2024-03-01', '2024-03-04'],
    [
      'assignment-to-procuracy',
      verified().given(deed('assign', { assigneeId: 'a-1' }, at('2024-03-02'))),
      '2024-03-01',
      '2024-03-04',
    ],
    ['suspension-to-procuracy', suspended(), '2024-03-21', '2024-03-22'],
    ['suspension-to-informant', suspended(), '2024-03-21', '2024-03-22'],
    [
      'cancellation-of-suspension',
      suspended().given(deed('cancel-suspension', {}, at('2024-03-25'))),
      '2024-03-25',
      '2024-03-26',
    ],
    ['resumption-to-procuracy', suspended().given(deed('resume', {}, at('2024-05-30'))), '2024-05-30', '2024-06-02'],
    ['resumption-to-informant', suspended().given(deed('resume', {}, at('2024-05-30'))), '2024-05-30', '2024-06-02'],
    [
      'result-to-informant',
      verified().given(deed('institute', { caseId: 'c-1' }, at('2024-03-10'))),
      '2024-03-10',
      '2024-03-13',
    ],
    [
      'result-to-informant',
      verified().given(deed('decline', { ground: 'no-event' }, at('2024-03-10'))),
      '2024-03-10',
      '2024-03-13',
    ],
    [
      'decline-to-procuracy',
      verified().given(deed('decline', { ground: 'no-event' }, at('2024-03-10'))),
      '2024-03-10',
      '2024-03-11',
    ],
    [
      'file-to-sanctioning-body',
      verified().given(deed('decline', { ground: 'no-elements', administrative: true }, at('2024-03-10'))),
      '2024-03-10',
      '2024-03-13',
    ],
    [
      'file-to-procuracy',
      verified().given(deed('demand-remedy', {}, at('2024-03-02')), deed('take-over', {}, at('2024-03-18'))),
      '2024-03-18',
      '2024-03-23',
    ],
  ] as const)('%s is owed and due in time', (id, told, startedOn, dueOn) => {
    const [limit] = notices(told).filter((one) => one.id === id);
    expect(limit).toMatchObject({ startedOn, dueOn, whose: 'actor', article: DENUNCIATION_NOTICES[id].article });
    const given = told.when('notify', { notice: id }, at('2024-06-05')).then;
    expect(notices(given).find((one) => one.id === id)).toMatchObject({ stoppedOn: '2024-06-05' });
    expect(given.status).toBe(told.status);
    given
      .when('notify', { notice: id })
      .thenRefused(
        given.file.owed.length > 0 ? 'notice.not-owed' : 'step.not-your-office',
        given.file.owed.length > 0 ? { article: DENUNCIATION_NOTICES[id].article } : {},
      );
  });

  it('of the receipt is in 3 working days to the informant, in 3 days to the procuracy', () => {
    // Received on Friday 1 March 2024.
    const weekend = (on: string): boolean => on === '2024-03-02' || on === '2024-03-03';
    const log = received().log.map((step) => ({ ...step, recordedOn: step.occurredOn }));
    const due = limitsOf('denunciation', log, { agencyOf, isDayOff: weekend })
      .filter(({ kind }) => kind === 'notice')
      .map(({ id, dueOn }) => [id, dueOn]);
    expect(due).toEqual([
      ['receipt-to-procuracy', '2024-03-04'],
      ['receipt-to-informant', '2024-03-06'],
    ]);
  });

  it('of the assignment has the one time of Điều 9 khoản 1: of a second investigator it runs from the change', () => {
    const assign = (assigneeId: string, on: string) => deed('assign', { assigneeId }, at(on));
    const told = verified().given(assign('a-1', '2024-03-03'), assign('a-2', '2024-03-06'));
    const runs = (one: DenunciationNarrative) =>
      notices(one)
        .filter(({ id }) => id === 'assignment-to-procuracy')
        .map(({ startedOn, dueOn, stoppedOn }) => [startedOn, dueOn, stoppedOn]);
    expect(runs(told)).toEqual([
      ['2024-03-01', '2024-03-04', undefined],
      ['2024-03-06', '2024-03-09', undefined],
    ]);
    const first = told.given(deed('notify', { notice: 'assignment-to-procuracy' }, at('2024-03-05')));
    expect(runs(first)).toEqual([
      ['2024-03-01', '2024-03-04', '2024-03-05'],
      ['2024-03-06', '2024-03-09', undefined],
    ]);
    const early = told.when('notify', { notice: 'assignment-to-procuracy' }, at('2024-03-02'));
    early.thenRefused('day.before-the-stage');
  });

  it('of the assignment runs from it where nothing was assigned in the time of the receipt', () => {
    const resumed = suspended().given(deed('resume', {}, at('2024-05-30')));
    const told = resumed.given(deed('assign', { assigneeId: 'a-1' }, at('2024-06-03')));
    expect(notices(told).find(({ id }) => id === 'assignment-to-procuracy')).toMatchObject({
      startedOn: '2024-06-03',
      dueOn: '2024-06-06',
    });
  });

  it('that rests on the circular alone has no limit before the circular', () => {
    const before = (on: string) =>
      denunciation(
        deed('receive', { source: 'report' }, at(on)),
        deed('classify', { competence: 'own' }, at(on)),
        deed('assign', { assigneeId: 'a-1' }, at(on)),
        deed('decline', { ground: 'no-elements', administrative: true }, at(on)),
      );
    const ids = (on: string) => notices(before(on)).map(({ id }) => id);
    expect(ids('2018-02-28')).toEqual(['receipt-to-procuracy', 'decline-to-procuracy']);
    expect(ids('2018-03-01')).toEqual([
      'receipt-to-procuracy',
      'receipt-to-informant',
      'assignment-to-procuracy',
      'decline-to-procuracy',
      'result-to-informant',
      'file-to-sanctioning-body',
    ]);
  });

  it('is owed to no informant where there is none', () => {
    for (const source of ['surrender', 'direct-discovery']) {
      expect(owed(suspended(source))).toEqual([`receipt-to-procuracy@11`, 'suspension-to-procuracy@11']);
    }
  });

  it('of an administrative offence is owed only where there is one', () => {
    const declined = verified().given(deed('decline', { ground: 'no-elements' }));
    expect(owed(declined)).not.toContain('file-to-sanctioning-body@11');
    declined
      .when('notify', { notice: 'file-to-sanctioning-body' }, { by: OFFICE.police })
      .thenRefused('notice.not-owed', { article: 'Đ.16 khoản 1 TTLT 01/2017' });
  });

  it('is not owed by a body that only receives, nor by the procuracy to itself', () => {
    expect(notices(received('report', OFFICE.communePolice))).toEqual([]);
    expect(notices(received('report', OFFICE.court))).toEqual([]);
    const there = received('report', OFFICE.procuracy);
    expect(notices(there).map(({ id }) => id)).toEqual(['receipt-to-informant']);
    there
      .when('notify', { notice: 'receipt-to-procuracy' })
      .thenRefused('notice.not-owed', { article: 'Đ.146 khoản 5 BLTTHS; Đ.14 khoản 1 TTLT 01/2017' });
  });

  it('is owed anew by the office that a transfer brings the file to; each gives its own', () => {
    const there = received('surrender').given(
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-02')),
      deed('accept-transfer', {}, at('2024-03-05')),
    );
    expect(owed(there)).toEqual(['receipt-to-procuracy@11', 'receipt-to-procuracy@12']);
    const one = there.given(
      deed('notify', { notice: 'receipt-to-procuracy' }, { by: OFFICE.otherPolice, on: '2024-03-06' }),
    );
    expect(owed(one)).toEqual(['receipt-to-procuracy@11']);
    expect(notices(one).map(({ startedOn, dueOn, stoppedOn }) => [startedOn, dueOn, stoppedOn])).toEqual([
      ['2024-03-01', '2024-03-04', undefined],
      ['2024-03-05', '2024-03-08', '2024-03-06'],
    ]);
  });

  it('is owed by the office that succeeds', () => {
    const told = received('surrender').given(
      deed('succeed-office', { toOfficeId: OFFICE.newPolice }, { by: OFFICE.police, on: '2024-03-02' }),
    );
    expect(owed(told)).toEqual(['receipt-to-procuracy@13']);
    const given = told.given(deed('notify', { notice: 'receipt-to-procuracy' }, at('2024-03-03')));
    expect(notices(given)).toMatchObject([{ dueOn: '2024-03-04', stoppedOn: '2024-03-03' }]);
  });

  it('of the file is owed to the procuracy by whoever held it', () => {
    const over = verified('surrender').given(
      deed('demand-remedy', {}, at('2024-03-02')),
      deed('take-over', {}, at('2024-03-18')),
    );
    expect(owed(over)).toContain(`file-to-procuracy@${OFFICE.police}`);
    expect(notices(over).find(({ id }) => id === 'file-to-procuracy')).toMatchObject({ actorOfficeId: OFFICE.police });
  });

  it('given before the status changed can be recorded afterwards, but not before it was owed', () => {
    const told = verified();
    told.when('notify', { notice: 'receipt-to-procuracy' }, at('2024-02-29')).thenRefused('day.before-the-stage');
    const later = suspended()
      .when('notify', { notice: 'receipt-to-procuracy' }, at('2024-03-03'))
      .thenStatus('suspended');
    expect(notices(later)[0]).toMatchObject({ stoppedOn: '2024-03-03' });
  });

  it('is not counted late where its step was recorded from an old register', () => {
    expect(notices(received(), 30)).toHaveLength(2);
    expect(notices(received(), 31)).toEqual([]);
  });
});
