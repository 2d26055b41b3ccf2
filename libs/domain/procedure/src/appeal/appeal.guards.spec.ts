import { CASE_LIFECYCLE, decide, foldCase } from '../index.js';
import {
  HEARING,
  HEARING_ABOVE,
  SENT,
  appealed,
  decided,
  judged,
  scheduled,
} from '../../../../../test/support/procedure/lawful-files.js';
import { TODAY, accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const appeal = (by: string, ...defendantIds: readonly string[]) =>
  ['appeal', { kind: by.startsWith('procuracy') ? 'protest' : 'appeal', by, defendantIds }] as const;
const at = (on: string) => ({ on });
const results = (outcome: string, ...ids: readonly string[]) => ({
  results: ids.map((defendantId) => ({ defendantId, outcome })),
});
const absentOne = criminalCase(
  ...scheduled('a', 'b'),
  deed(
    'judge',
    {
      verdicts: [
        { defendantId: 'a', outcome: 'convicted', absentia: 'own-request' },
        { defendantId: 'b', outcome: 'convicted' },
      ],
    },
    at(HEARING),
  ),
);

describe('the time to attack a judgment (Điều 333, 337)', () => {
  const told = criminalCase(...judged('a', 'b', 'c'));
  const article = 'Đ.331, 333, 336, 337 BLTTHS';

  it.each([
    // Pronounced on 3 June 2024: 15 days end on the 18th, 30 days on 3 July.
    ['defendant', '2024-06-18', '2024-06-19'],
    ['procuracy', '2024-06-18', '2024-06-19'],
    ['procuracy-above', '2024-07-03', '2024-07-04'],
  ])('of %s ends on %s', (by, last, late) => {
    told.when(...appeal(by, 'a'), at(last)).thenStatus('appealed');
    told.when(...appeal(by, 'a'), at(late)).thenRefused('appeal.period-over', { article, defendants: ['a'] });
  });

  it('ends on a working day where the calendar is known', () => {
    const isDayOff = (on: string): boolean => on === '2024-06-18';
    const [name, payload] = appeal('defendant', 'a');
    const command = { name, payload, occurredOn: '2024-06-19' as typeof TODAY, officeId: OFFICE.court };
    expect(decide(CASE_LIFECYCLE, told.file, command, { today: TODAY, agencyOf, isDayOff }).type).toBe('appealed');
  });

  it('is not known of other parties, nor of whoever is not told', () => {
    told.when(...appeal('victim', 'a'), at('2024-07-20')).thenStatus('appealed');
    told.when('appeal', { kind: 'appeal', defendantIds: ['a'] }, at('2024-07-20')).thenStatus('appealed');
  });

  it('of who was absent runs from the receipt', () => {
    absentOne.when(...appeal('defendant', 'a'), at('2024-08-01')).thenStatus('appealed');
    const received = absentOne.given(deed('record-receipt', { defendantIds: ['a'] }, at('2024-07-10')));
    received.when(...appeal('defendant', 'a'), at('2024-07-25')).thenStatus('appealed');
    received.when(...appeal('defendant', 'a'), at('2024-07-26')).thenRefused('appeal.period-over', { article });
    received
      .when('record-receipt', { defendantIds: ['a'] })
      .thenRefused('receipt.not-awaited', { article: 'Đ.333 khoản 1 BLTTHS', defendants: ['a'] });
    absentOne.when('record-receipt', { defendantIds: ['b'] }).thenRefused('receipt.not-awaited');
  });

  it('is used from each side once, and by those to whom the way belongs', () => {
    const once = told.given(deed(...appeal('defendant', 'a')));
    once.when(...appeal('defendant', 'a')).thenRefused('appeal.not-judged', { article, defendants: ['a'] });
    expect(accused(once.given(deed(...appeal('procuracy', 'a'))), 'a').appellants).toEqual(['defendant', 'procuracy']);
    told
      .when('appeal', { kind: 'protest', by: 'victim', defendantIds: ['a'] })
      .thenRefused('appeal.kind-and-appellant', { article: 'Đ.331, 336 BLTTHS' });
  });
});

describe('finality by part (Điều 339, 343)', () => {
  const article = 'Đ.333, 337, 343, 355 BLTTHS';

  it('waits for the receipt of who was absent', () => {
    const final = ['finalise', { basis: 'no-appeal', defendantIds: ['a'] }] as const;
    absentOne.when(...final, at('2025-06-03')).thenRefused('final.appeal-period-running', { article });
    const received = absentOne.given(deed('record-receipt', { defendantIds: ['a'] }, at('2024-07-10')));
    received.when(...final, at('2024-07-25')).thenRefused('final.appeal-period-running');
    const part = received.when(...final, at('2024-07-26')).thenStatus('judged');
    expect([accused(part, 'a').finalOn, accused(part, 'b').finalOn]).toEqual(['2024-07-26', undefined]);
  });

  it('comes to those who are not before the court above while it has the others', () => {
    const above = criminalCase(...judged('a', 'b'), deed(...appeal('defendant', 'a')), SENT);
    above
      .when('finalise', { basis: 'appellate-judgment' }, at('2024-07-08'))
      .thenRefused('final.court-above-decides', { article });
    const part = above
      .when('finalise', { basis: 'no-appeal' }, { ...at('2024-07-08'), by: OFFICE.court })
      .thenStatus('sent-to-appeal');
    expect(part.file.defendants.map(({ status }) => status)).toEqual(['appealed', 'final']);
  });

  it('by an appellate judgment that is only noted stands in old logs', () => {
    const told = criminalCase(...judged('a'), deed('appeal', { kind: 'appeal', defendantIds: ['a'] }));
    const old = told.given(deed('finalise', { basis: 'appellate-judgment', outcome: 'amended' }, { on: 40 }));
    expect(old.status).toBe('final');
    expect(foldCase(old.log)).toEqual(old.file);
  });
});

describe('a late appeal (Điều 335)', () => {
  const final = criminalCase(...judged('a', 'b'), deed('finalise', { basis: 'no-appeal' }, { on: 31 }));
  const late = ['appeal', { kind: 'appeal', by: 'defendant', late: true, defendantIds: ['a'] }] as const;

  it('changes nothing until it is accepted, then opens the judgment again for its part', () => {
    const lodged = final.when(...late).thenStatus('final');
    lodged.when('refuse-late-appeal', { defendantIds: ['a'] }).thenStatus('final');
    const open = lodged.when('accept-late-appeal', { defendantIds: ['a'] }).thenStatus('appealed');
    expect(open.file.defendants.map(({ status, finalOn }) => [status, finalOn])).toEqual([
      ['appealed', undefined],
      ['final', '2024-07-04'],
    ]);
  });

  it('is lodged once, is no protest, and is decided only where there is one', () => {
    const lodged = final.given(deed(...late));
    lodged.when(...late).thenRefused('appeal.not-judged', { article: 'Đ.335 BLTTHS', defendants: ['a'] });
    final
      .when('appeal', { kind: 'protest', late: true, defendantIds: ['a'] })
      .thenRefused('late-appeal.no-protest', { article: 'Đ.335 BLTTHS' });
    for (const name of ['send-late-appeal', 'accept-late-appeal', 'refuse-late-appeal']) {
      lodged
        .when(name, { defendantIds: ['b'] })
        .thenRefused('late-appeal.none', { article: 'Đ.335 BLTTHS', defendants: ['b'] });
    }
  });
});

describe('a withdrawn appeal (Điều 342)', () => {
  const told = criminalCase(...judged('a', 'b'), deed(...appeal('defendant', 'a')), deed(...appeal('procuracy', 'a')));
  const withdraw = (by?: string) => ['withdraw-appeal', { defendantIds: ['a'], ...(by ? { by } : {}) }] as const;

  it('leaves those of others, and without any the judgment as it was', () => {
    const one = told.when(...withdraw('defendant')).thenStatus('appealed');
    expect(accused(one, 'a').appellants).toEqual(['procuracy']);
    one.when(...withdraw('procuracy')).thenStatus('judged');
    told.when(...withdraw()).thenStatus('judged');
  });

  it('must have been made', () => {
    told
      .when(...withdraw('victim'))
      .thenRefused('withdraw-appeal.not-made', { article: 'Đ.342 BLTTHS', defendants: ['a'] });
  });

  it('before the court above waits for its decision', () => {
    const above = told.given(SENT);
    expect(accused(above.given(deed(...withdraw())), 'a').status).toBe('appealed');
  });
});

describe('the way to the court above (Điều 339–341, 344)', () => {
  const told = criminalCase(...judged('a'), deed(...appeal('defendant', 'a')));
  const taken = told.given(SENT, deed('accept-appeal', { level: 'province' }));

  it('leads to another court', () => {
    told
      .when('send-to-appellate-court', { toOfficeId: OFFICE.court })
      .thenRefused('appeal.to-itself', { article: 'Đ.344 BLTTHS' });
    told
      .when('send-to-appellate-court', { toOfficeId: OFFICE.procuracy })
      .thenRefused('office.not-competent', { article: 'Đ.344 BLTTHS' });
  });

  it('lends the file to a procuracy, once at a time', () => {
    const article = 'Đ.341 BLTTHS';
    taken.when('take-file-back').thenRefused('take-file-back.not-lent', { article });
    taken.when('lend-file', { toOfficeId: OFFICE.police }).thenRefused('office.not-competent', { article });
    const lent = taken.given(deed('lend-file', { toOfficeId: OFFICE.procuracy }));
    lent.when('lend-file', { toOfficeId: OFFICE.procuracy }).thenRefused('lend-file.lent-already', { article });
  });

  it('sets no hearing in the past', () => {
    taken
      .when('schedule-appeal', { hearingOn: '2024-06-01' })
      .thenRefused('schedule.hearing-in-the-past', { article: 'Đ.346 khoản 3 BLTTHS' });
  });
});

describe('the decision of the court above (Điều 345, 348, 355–360)', () => {
  const article = 'Đ.345, 348, 355–359 BLTTHS';
  const told = criminalCase(...appealed('a', 'b'));
  const on = at(HEARING_ABOVE);

  it('is final on pronouncement, for each as decided', () => {
    const mixed = { results: [...results('upheld', 'a').results, ...results('annulled-terminated', 'b').results] };
    const done = told.when('decide-appeal', mixed, on).thenStatus('final');
    expect(done.file.defendants.map(({ status, outcome, finalOn }) => [status, outcome, finalOn])).toEqual([
      ['final', 'upheld', HEARING_ABOVE],
      ['final', 'annulled-terminated', HEARING_ABOVE],
    ]);
    expect(done.file.holderOfficeId).toBe(OFFICE.court);
  });

  it('is given in a hearing, on everybody, once each', () => {
    told
      .when('decide-appeal', results('upheld', 'a', 'b'), at('2024-09-01'))
      .thenRefused('decide-appeal.before-hearing', { hearing: HEARING_ABOVE });
    told
      .when('decide-appeal', results('upheld', 'a'), on)
      .thenRefused('results.missing', { article, defendants: ['b'] });
    told.when('decide-appeal', results('upheld', 'a', 'b', 'a'), on).thenRefused('results.twice', { article });
    told
      .when('decide-appeal', results('upheld', 'a', 'b', 'z'), on)
      .thenRefused('results.not-before-the-court', { article, defendants: ['z'] });
  });

  it('before a hearing is set only discontinues', () => {
    const early = criminalCase(...appealed('a').slice(0, -1));
    early
      .when('decide-appeal', results('upheld', 'a'))
      .thenRefused('decide-appeal.no-hearing', { article: 'Đ.346 khoản 2, Đ.348 BLTTHS' });
    early.when('decide-appeal', results('discontinued', 'a')).thenStatus('final');
  });

  it('reaches in favour those who did not appeal', () => {
    const other = criminalCase(
      ...judged('a', 'b'),
      deed(...appeal('defendant', 'a')),
      ...appealed('a').slice(-3),
      deed('finalise', { basis: 'no-appeal' }, { ...at('2024-07-08'), by: OFFICE.court }),
    );
    const both = { results: [...results('upheld', 'a').results, ...results('amended', 'b').results] };
    expect(accused(other.given(deed('decide-appeal', both, on)), 'b').outcome).toBe('amended');
    other.when('decide-appeal', results('upheld', 'a', 'b'), on).thenRefused('results.not-before-the-court');
  });

  it('sends the case one way, when no part of it is open elsewhere', () => {
    const apart = {
      results: [...results('annulled-retry', 'a').results, ...results('annulled-reinvestigate', 'b').results],
    };
    told.when('decide-appeal', apart, on).thenRefused('results.one-way', { article });
    const partly = criminalCase(...judged('a', 'b'), deed(...appeal('defendant', 'a')), ...appealed('a').slice(-3));
    partly
      .when('decide-appeal', results('annulled-retry', 'a'), on)
      .thenRefused('results.part-not-final', { article, defendants: ['b'] });
    told
      .when('decide-appeal', { ...results('annulled-retry', 'a', 'b'), toOfficeId: OFFICE.police }, on)
      .thenRefused('office.not-competent', { article });
  });

  it('that annuls begins the case again where it says, with nothing of the judgment left', () => {
    const again = (outcome: string) =>
      criminalCase(...appealed('a', 'b'), decided(outcome, 'a', 'b'), deed('accept-remand', {}, { on: 10 }));
    const anew = again('annulled-reinvestigate');
    expect([anew.status, anew.file.holderOfficeId]).toEqual(['under-investigation', OFFICE.police]);
    expect(anew.file.investigationClock).toEqual({ limit: 'reinvestigation', from: '2024-09-12', extensions: 0 });
    expect([anew.file.returns, anew.file.annulments]).toEqual([{ procuracy: 0, judge: 0, panel: 0 }, 1]);
    expect(anew.file.defendants.map(({ status, judgedOn, verdict }) => [status, judgedOn, verdict])).toEqual([
      ['approved', undefined, undefined],
      ['approved', undefined, undefined],
    ]);
    const retried = again('annulled-retry');
    expect([retried.status, retried.file.holderOfficeId]).toEqual(['accepted', OFFICE.court]);
    expect(retried.file.defendants.map(({ status }) => status)).toEqual(['indicted', 'indicted']);
  });
});
