import { day } from '#libs/domain/kernel';
import { type FileLimit, isLate, limitsOf } from '../index.js';
import { type DenunciationNarrative, deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });

/** Every limit, as if each step had been recorded on its day. */
const every = (told: DenunciationNarrative): FileLimit[] => {
  const log = told.log.map((step) => ({ ...step, recordedOn: step.occurredOn }));
  return limitsOf('denunciation', log, { agencyOf });
};
/** Without the notices, the reviews and the limitation, which have tests of their own. */
const limits = (told: DenunciationNarrative): FileLimit[] => every(told).filter(({ kind }) => kind === 'decision');
const find = (told: DenunciationNarrative, id: string): FileLimit[] => every(told).filter((one) => one.id === id);
/** `classification 03-01 > 03-02 x 03-05`: from when, to when, stopped when. */
const line = ({ id, startedOn, dueOn, stoppedOn }: FileLimit): string =>
  `${id} ${startedOn.slice(5)} > ${dueOn?.slice(5) ?? '?'}${stoppedOn ? ` x ${stoppedOn.slice(5)}` : ''}`;
const lines = (told: DenunciationNarrative): string[] => limits(told).map(line);

const received = denunciation(deed('receive', { source: 'report' }, at('2024-03-01')));
const own = deed('classify', { competence: 'own' }, at('2024-03-02'));
const verified = received.given(own);

describe('the limit of Điều 147', () => {
  it('runs from the receipt and stops with the decision', () => {
    expect(limits(received)).toMatchObject([
      { id: 'classification', article: 'Đ.8 khoản 1, 2 TTLT 01/2017', startedOn: '2024-03-01', dueOn: '2024-03-02' },
      { id: 'assignment', article: 'Đ.9 khoản 1, 2 TTLT 01/2017', startedOn: '2024-03-01', dueOn: '2024-03-04' },
      {
        id: 'verification',
        article: 'Đ.147 khoản 1, 2 BLTTHS; Đ.11 khoản 1, 2 TTLT 01/2017',
        startedOn: '2024-03-01',
        dueOn: '2024-03-21',
        furthestOn: '2024-05-01',
      },
    ]);
    const done = received.given(
      deed('classify', { competence: 'own' }, at('2024-03-05')),
      deed('decline', { ground: 'no-event' }, at('2024-03-21')),
    );
    expect(lines(done)).toEqual([
      'classification 03-01 > 03-02 x 03-05',
      'assignment 03-01 > 03-04 x 03-21',
      'verification 03-01 > 03-21 x 03-21',
    ]);
    const [classification, , verification] = limits(done);
    expect([isLate(classification!, day('2024-03-05')), isLate(verification!, day('2030-01-01'))]).toEqual([
      true,
      false,
    ]);
  });

  it('goes to 2 months, then 2 months more, which is asked for 5 days before', () => {
    const head = verified.given(deed('extend', { grantor: 'head', until: '2024-05-01' }));
    expect(find(verified, 'verification')[0]).not.toHaveProperty('askBy');
    expect(find(head, 'verification')).toMatchObject([
      { dueOn: '2024-05-01', furthestOn: '2024-07-01', askBy: '2024-04-26' },
    ]);
    const procuracy = head.given(deed('extend', { grantor: 'procuracy', until: '2024-07-01' }, at('2024-04-20')));
    const [last] = find(procuracy, 'verification');
    expect(last).toMatchObject({ startedOn: '2024-03-01', dueOn: '2024-07-01' });
    expect(last).not.toHaveProperty('furthestOn');
    expect([isLate(last!, day('2024-07-01')), isLate(last!, day('2024-07-02'))]).toEqual([false, true]);
  });

  it('ends with a suspension, and is one month after the resumption', () => {
    const resumed = verified.given(
      deed('suspend', { ground: 'expertise-pending' }, at('2024-03-21')),
      deed('resume', {}, at('2024-08-31')),
    );
    expect(find(resumed, 'verification')).toMatchObject([{ stoppedOn: '2024-03-21' }]);
    expect(find(resumed, 'verification-resumed')).toMatchObject([
      { startedOn: '2024-08-31', dueOn: '2024-09-30', article: 'Đ.149 khoản 1 BLTTHS; Đ.11 khoản 3 TTLT 01/2017' },
    ]);
    const moved = resumed.given(deed('transfer', { toOfficeId: OFFICE.otherPolice }), deed('accept-transfer'));
    expect(find(moved, 'verification')).toHaveLength(1);
    expect(find(moved, 'verification-resumed')[0]).not.toHaveProperty('stoppedOn');
  });

  it('is one month too after the procuracy cancelled the suspension (Điều 148 khoản 2)', () => {
    const cancelled = verified.given(
      deed('suspend', { ground: 'documents-pending' }, at('2024-03-21')),
      deed('cancel-suspension', {}, at('2024-03-31')),
    );
    expect(find(cancelled, 'verification-after-cancellation')).toMatchObject([
      { startedOn: '2024-03-31', dueOn: '2024-04-30', article: 'Đ.148 khoản 2 BLTTHS; Đ.11 khoản 3 TTLT 01/2017' },
    ]);
    const done = cancelled.given(deed('institute', { caseId: 'case-1' }, at('2024-05-02')));
    expect(isLate(find(done, 'verification-after-cancellation')[0]!, day('2024-05-02'))).toBe(true);
  });

  it('begins anew with whoever accepts a transfer, and with nobody who takes over', () => {
    const accepted = verified.given(
      deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-10')),
      deed('accept-transfer', {}, at('2024-03-12')),
    );
    expect(find(accepted, 'verification').map(line)).toEqual([
      'verification 03-01 > 03-21 x 03-12',
      'verification 03-12 > 04-01',
    ]);
    const over = verified.given(deed('demand-remedy', {}, at('2024-03-03')), deed('take-over', {}, at('2024-03-19')));
    expect(find(over, 'verification').map(line)).toEqual(['verification 03-01 > 03-21']);
  });

  it('runs on while the competence is disputed, and for each part from the receipt of the whole, which is assigned anew', () => {
    const disputed = verified.given(deed('dispute-competence', { withOfficeId: OFFICE.otherPolice }));
    expect(find(disputed, 'verification')[0]).not.toHaveProperty('stoppedOn');
    const part = { parentId: 'd-1', status: 'in-verification', source: 'report', receivedOn: '2024-03-01' };
    const child = denunciation(deed('split-off', part, { by: OFFICE.otherPolice, on: '2024-03-11' }));
    expect(lines(child)).toEqual(['assignment 03-11 > 03-14', 'verification 03-01 > 03-21']);
  });

  it('ends when the file is joined into another', () => {
    const joined = verified.given(deed('join', { intoId: 'd-2' }, at('2024-03-15')));
    expect(find(joined, 'verification').map(line)).toEqual(['verification 03-01 > 03-21 x 03-15']);
  });

  it('is known of a file carried over only where the register tells the receipt', () => {
    const carried = (payload: Record<string, unknown>) =>
      limits(denunciation(deed('carry-over', payload, at('2024-03-01'))));
    expect(carried({ status: 'in-verification' })).toEqual([]);
    expect(carried({ status: 'in-verification', receivedOn: '2024-02-20' }).map(line)).toEqual([
      'verification 02-20 > 03-11',
    ]);
    expect(carried({ status: 'suspended', receivedOn: '2024-01-02' })).toEqual([]);
  });

  it('ends on a working day where the calendar is known', () => {
    // 21/3/2024 is taken for a day off.
    const isDayOff = (on: string): boolean => on === '2024-03-21';
    const found = limitsOf('denunciation', received.log, { agencyOf, isDayOff });
    expect(found.find(({ id }) => id === 'verification')?.dueOn).toBe('2024-03-22');
  });

  it('of a time before the law is not reckoned by it', () => {
    const on = (start: string) => limits(denunciation(deed('receive', { source: 'report' }, at(start))));
    expect(on('2017-12-31')).toEqual([]);
    expect(on('2018-01-01').map(({ id }) => id)).toEqual(['verification']);
  });
});

describe('the reception', () => {
  const byCommune = (payload: Record<string, unknown> = {}, on = '2024-03-01') =>
    denunciation(deed('receive', { source: 'report', ...payload }, { ...at(on), by: OFFICE.communePolice }));

  it('leaves commune police 7 days, 24 hours where it is urgent, 48 where the commune is remote as well', () => {
    expect(lines(byCommune())).toEqual(['hand-over-by-commune-police 03-01 > 03-08']);
    expect(lines(byCommune({ remote: true }))).toEqual(['hand-over-by-commune-police 03-01 > 03-08']);
    expect(lines(byCommune({ urgent: true }))).toEqual(['hand-over-of-urgent 03-01 > 03-02']);
    expect(lines(byCommune({ urgent: true, remote: true }))).toEqual(['hand-over-of-urgent-and-remote 03-01 > 03-03']);
    for (const { article } of limits(byCommune({ urgent: true }))) {
      expect(article).toBe('Đ.146 khoản 3 BLTTHS; Đ.8 khoản 5 TTLT 01/2017');
    }
  });

  it('counts from the receipt also what the preliminary check finds urgent', () => {
    const check = (payload: Record<string, unknown>, on: string) => deed('check-preliminarily', payload, at(on));
    const urgent = byCommune().given(check({ urgent: true }, '2024-03-04'));
    expect(lines(urgent)).toEqual([
      'hand-over-by-commune-police 03-01 > 03-08 x 03-04',
      'hand-over-of-urgent 03-01 > 03-02',
    ]);
    expect(lines(urgent.given(check({ remote: true }, '2024-03-04')))).toEqual([
      'hand-over-by-commune-police 03-01 > 03-08 x 03-04',
      'hand-over-of-urgent 03-01 > 03-02 x 03-04',
      'hand-over-of-urgent-and-remote 03-01 > 03-03',
    ]);
    expect(lines(byCommune().given(check({}, '2024-03-04')))).toEqual(['hand-over-by-commune-police 03-01 > 03-08']);
  });

  it('stops with the hand-over, and begins with the competent body', () => {
    const there = byCommune().given(
      deed('transfer', { toOfficeId: OFFICE.police }, at('2024-03-04')),
      deed('accept-transfer', {}, at('2024-03-06')),
    );
    expect(lines(there)).toEqual([
      'hand-over-by-commune-police 03-01 > 03-08 x 03-04',
      'classification 03-06 > 03-07',
      'assignment 03-06 > 03-09',
      'verification 03-06 > 03-26',
    ]);
  });

  it('has no figure for commune police before TTLT 01/2021 was in force', () => {
    expect(limits(byCommune({}, '2022-01-13'))).toEqual([]);
    expect(lines(byCommune({}, '2022-01-14'))).toEqual(['hand-over-by-commune-police 01-14 > 01-21']);
  });

  it('gives the procuracy 24 hours to hand over, whatever it writes down meanwhile', () => {
    const there = denunciation(deed('receive', { source: 'petition' }, { ...at('2024-03-01'), by: OFFICE.procuracy }));
    expect(find(there, 'hand-over-by-procuracy')).toMatchObject([
      { dueOn: '2024-03-02', article: 'Đ.146 khoản 2 BLTTHS; Đ.8 khoản 3 TTLT 01/2017' },
    ]);
    const other = there.given(deed('classify', { competence: 'other' }, at('2024-03-01')));
    expect(find(other, 'hand-over-by-procuracy')[0]).not.toHaveProperty('stoppedOn');
    const gone = other.given(deed('transfer', { toOfficeId: OFFICE.police }, at('2024-03-02')));
    expect(find(gone, 'hand-over-by-procuracy')).toMatchObject([{ stoppedOn: '2024-03-02' }]);
  });

  it('hands on within 24 hours what is not its own', () => {
    const other = received.given(deed('classify', { competence: 'other' }, at('2024-03-02')));
    expect(find(other, 'hand-over-of-others')).toMatchObject([
      { startedOn: '2024-03-02', dueOn: '2024-03-03', article: 'Đ.146 khoản 2 BLTTHS; Đ.8 khoản 1, 2 TTLT 01/2017' },
    ]);
    expect(find(other, 'assignment')).toMatchObject([{ stoppedOn: '2024-03-02' }]);
    const gone = other.given(deed('transfer', { toOfficeId: OFFICE.otherPolice }, at('2024-03-04')));
    expect(isLate(find(gone, 'hand-over-of-others')[0]!, day('2024-03-04'))).toBe(true);
    const back = other.given(deed('classify', { competence: 'own' }, at('2024-03-03')));
    expect(find(back, 'assignment').map(line)).toEqual([
      'assignment 03-01 > 03-04 x 03-02',
      'assignment 03-01 > 03-04',
    ]);
  });

  it('classifies anew within 24 hours what a settled dispute leaves where it was', () => {
    const settled = received.given(
      deed('dispute-competence', { withOfficeId: OFFICE.otherPolice }, at('2024-03-02')),
      deed('settle-dispute', { toOfficeId: OFFICE.police }, at('2024-03-08')),
    );
    expect(find(settled, 'classification').map(line)).toEqual([
      'classification 03-01 > 03-02 x 03-02',
      'classification 03-08 > 03-09',
    ]);
  });

  it('assigns within 3 days, and needs not when it institutes at once', () => {
    const assigned = verified.given(deed('assign', { assigneeId: 'account-1' }, at('2024-03-04')));
    expect(find(assigned, 'assignment').map(line)).toEqual(['assignment 03-01 > 03-04 x 03-04']);
    const obvious = verified.given(deed('institute', { caseId: 'case-1' }, at('2024-03-02')));
    expect(find(obvious, 'assignment').map(line)).toEqual(['assignment 03-01 > 03-04 x 03-02']);
  });
});

describe('the procuracy', () => {
  it('names a prosecutor within 3 working days of the notice of the assignment', () => {
    const told = verified.given(
      deed('assign', { assigneeId: 'account-1' }, at('2024-03-04')),
      deed('notify', { notice: 'assignment-to-procuracy' }, at('2024-03-07')),
    );
    const log = told.log;
    // Saturday and Sunday, 9 and 10 March.
    const isDayOff = (on: string): boolean => on === '2024-03-09' || on === '2024-03-10';
    const [limit] = limitsOf('denunciation', log, { agencyOf, isDayOff }).filter(
      ({ id }) => id === 'assignment-of-prosecutor',
    );
    expect(limit).toMatchObject({
      startedOn: '2024-03-07',
      dueOn: '2024-03-12',
      whose: 'supervisor',
      article: 'Đ.10 khoản 2 TTLT 01/2017',
    });
    const named = told.given(deed('assign-prosecutor', { prosecutorId: 'account-6' }, at('2024-03-11')));
    expect(find(named, 'assignment-of-prosecutor')).toMatchObject([{ stoppedOn: '2024-03-11' }]);
  });

  it('names nobody for what was resolved before it was told', () => {
    const resolved = verified.given(
      deed('assign', { assigneeId: 'account-1' }, at('2024-03-04')),
      deed('decline', { ground: 'no-event' }, at('2024-03-06')),
      deed('notify', { notice: 'assignment-to-procuracy' }, at('2024-03-07')),
    );
    expect(find(resolved, 'assignment-of-prosecutor')).toEqual([]);
  });

  it('answers a request for an extension within 3 days', () => {
    const asked = verified.given(
      deed('extend', { grantor: 'head', until: '2024-05-01' }),
      deed('request-extension', { until: '2024-07-01' }, at('2024-04-25')),
    );
    expect(find(asked, 'answer-to-extension')).toMatchObject([
      {
        startedOn: '2024-04-25',
        dueOn: '2024-04-28',
        whose: 'supervisor',
        article: 'Đ.147 khoản 2 BLTTHS; Đ.11 khoản 2 TTLT 01/2017',
      },
    ]);
    const granted = asked.given(deed('extend', { grantor: 'procuracy', until: '2024-07-01' }, at('2024-04-27')));
    const refused = asked.given(deed('refuse-extension', {}, at('2024-04-28')));
    expect([granted, refused].map((told) => find(told, 'answer-to-extension')[0]?.stoppedOn)).toEqual([
      '2024-04-27',
      '2024-04-28',
    ]);
  });
});
