import { accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { accepted, atProcuracy } from '../../../../../test/support/procedure/lawful-files.js';
import { limitsOf } from '../index.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const byCourt = deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' });

/** Handed over on 7 January 2024 for a very serious offence: 30 days end on 6 February, 15 more on the 21st. */
const told = criminalCase(...atProcuracy('a', 'b'));

describe('a file that the procuracy does not take (Điều 238)', () => {
  it('stays with the investigators, who hand it in again', () => {
    const refused = told.when('refuse-file', { because: 'incomplete' }).thenStatus('concluded');
    expect(refused.file.holderOfficeId).toBe(OFFICE.police);
    refused.when('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }).thenStatus('at-procuracy');
  });

  it('is not one that a court returned, nor one whose investigators nobody knows', () => {
    criminalCase(...accepted('a'), byCourt)
      .when('refuse-file', { because: 'incomplete' })
      .thenRefused('refuse-file.from-court', { article: 'Đ.238, 246 BLTTHS' });
    const persons = [{ defendantId: 'a', number: '1' }];
    criminalCase(deed('carry-over', { status: 'at-procuracy', persons }, { by: OFFICE.procuracy }))
      .when('refuse-file', { because: 'incomplete' })
      .thenRefused('office.not-competent', { article: 'Đ.238 BLTTHS' });
  });
});

describe('the time to prosecute (Điều 240)', () => {
  const extend = (until: string) => told.when('extend-prosecution', { until });

  it('is extended once, by what the law grants', () => {
    const article = 'Đ.240 khoản 1, Đ.249 khoản 4 BLTTHS';
    extend('2024-02-22').thenRefused('extend.too-long', { article, longest: '2024-02-21' });
    extend('2024-02-06').thenRefused('extend.not-later', { article });
    const extended = extend('2024-02-21').thenStatus('at-procuracy');
    extended.when('extend-prosecution', { until: '2024-03-01' }).thenRefused('extend.no-more', { article });
  });

  it('is not extended after a return by the court', () => {
    criminalCase(...accepted('a'), byCourt)
      .when('extend-prosecution', { until: '2024-06-30' })
      .thenRefused('extend.no-more', { article: 'Đ.174 khoản 2, Đ.246 BLTTHS' });
  });

  it('is not judged where an old register does not tell the receipt', () => {
    const persons = [{ defendantId: 'a', number: '1' }];
    const carried = criminalCase(deed('carry-over', { status: 'at-procuracy', persons }, { by: OFFICE.procuracy }));
    carried.when('extend-prosecution', { until: '2026-01-01' }).thenStatus('at-procuracy');
  });
});

describe('the hand-over to the court (Điều 244)', () => {
  const article = 'Đ.244 BLTTHS';
  const indicted = told.given(deed('indict', {}, { on: '2024-01-10' }));
  const limitsOfHandOver = (one: typeof told) =>
    limitsOf('case', one.log, { agencyOf }).filter(({ id }) => id === 'hand-over-to-court');

  it('is due in 3 days, of a complex case on the day to which it was extended, the 10th at the latest', () => {
    expect(limitsOfHandOver(indicted)).toMatchObject([{ dueOn: '2024-01-13', furthestOn: '2024-01-20' }]);
    const later = indicted.when('extend-prosecution', { until: '2024-01-20' }).thenStatus('indicted');
    const handedOver = later.given(deed('hand-to-court', { toOfficeId: OFFICE.court }, { on: '2024-01-18' }));
    expect(limitsOfHandOver(handedOver)).toMatchObject([
      { dueOn: '2024-01-20', stoppedOn: '2024-01-18', reckoning: { extendedTo: ['2024-01-20'] } },
    ]);
    // The time to prosecute was over with the indictment.
    const ended = limitsOf('case', later.log, { agencyOf }).find(({ id }) => id === 'decision-to-prosecute');
    expect(ended).toMatchObject({ dueOn: '2024-02-06', reckoning: { extendedTo: [] } });
  });

  it('is extended once, and anew after a return', () => {
    indicted
      .when('extend-prosecution', { until: '2024-01-21' })
      .thenRefused('extend.too-long', { article, longest: '2024-01-20' });
    indicted.when('extend-prosecution', { until: '2024-01-13' }).thenRefused('extend.not-later', { article });
    const later = indicted.given(deed('extend-prosecution', { until: '2024-01-15' }));
    later.when('extend-prosecution', { until: '2024-01-16' }).thenRefused('extend.no-more', { article });
    later
      .given(deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept'), byCourt)
      .given(deed('indict', {}, { on: '2024-03-01' }))
      .when('extend-prosecution', { until: '2024-03-11' })
      .thenStatus('indicted');
  });

  it('is not extended in the summary procedure', () => {
    const light = { article: 347, clause: 1 };
    criminalCase(
      deed('institute', { offence: light }),
      deed('charge', { defendantId: 'a', number: '1', offence: light }),
      deed('approve-charge', { defendantIds: ['a'] }),
      deed('apply-summary-procedure'),
      deed('conclude'),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }),
      deed('indict', {}, { on: '2024-01-09' }),
    )
      .when('extend-prosecution', { until: '2024-01-15' })
      .thenRefused('extend.no-more', { article: 'Đ.461 khoản 3 BLTTHS' });
  });
});

describe('a transfer for prosecution (Điều 239)', () => {
  it('goes to another procuracy', () => {
    const article = 'Đ.239 BLTTHS';
    told
      .when('transfer-for-prosecution', { toOfficeId: OFFICE.procuracy })
      .thenRefused('transfer.to-itself', { article });
    for (const toOfficeId of [OFFICE.police, OFFICE.court, 999]) {
      told.when('transfer-for-prosecution', { toOfficeId }).thenRefused('office.not-competent', { article });
    }
    const there = told.given(
      deed('transfer-for-prosecution', { toOfficeId: OFFICE.otherProcuracy }, { on: '2024-02-01' }),
    );
    expect([there.file.holderOfficeId, there.file.procuracyOfficeId]).toEqual([
      OFFICE.otherProcuracy,
      OFFICE.otherProcuracy,
    ]);
    // The limit counts anew: 30 days from 1 February.
    there.when('extend-prosecution', { until: '2024-03-18' }).thenRefused('extend.too-long', { longest: '2024-03-17' });
  });
});

describe('a return by the court that the procuracy declines (Điều 246, 280)', () => {
  const article = 'Đ.246, 280 khoản 3 BLTTHS';
  const because = { because: 'the evidence suffices' };

  it('gives the court back what it had, with the same indictment', () => {
    told.when('decline-return', because).thenRefused('decline-return.not-returned', { article });
    const back = criminalCase(
      ...accepted('a', 'b'),
      deed('suspend', { ground: 'illness', defendantIds: ['b'] }),
      byCourt,
    );
    const declined = back.when('decline-return', because).thenStatus('handed-to-court');
    expect([declined.file.holderOfficeId, declined.file.courtReturn]).toEqual([OFFICE.court, undefined]);
    expect(declined.file.defendants.map(({ status }) => status)).toEqual(['indicted', 'suspended']);
    const again = declined.given(deed('accept'), deed('resume', { defendantIds: ['b'] }));
    expect(accused(again, 'b').status).toBe('indicted');
  });

  it('leaves no accused undecided', () => {
    const late = criminalCase(
      ...atProcuracy('a', 'b'),
      deed('suspend', { ground: 'illness', defendantIds: ['b'] }),
      deed('indict'),
      deed('hand-to-court', { toOfficeId: OFFICE.court }),
      deed('accept'),
      byCourt,
      deed('resume', { defendantIds: ['b'] }),
    );
    late.when('decline-return', because).thenRefused('indict.undecided-accused', { article, defendants: ['b'] });
  });
});

describe('a withdrawal of the prosecution (Điều 285)', () => {
  const atCourt = criminalCase(...accepted('a', 'b'));
  const article = 'Đ.285 BLTTHS';

  it('is the procuracy’s that prosecuted, of whom it indicted, once', () => {
    atCourt.when('withdraw-prosecution', {}, { by: OFFICE.otherProcuracy }).thenRefused('step.not-your-office');
    atCourt.when('withdraw-prosecution', { defendantIds: ['z'] }).thenRefused('withdraw.not-indicted', {
      article,
      defendants: ['z'],
    });
    const one = atCourt.when('withdraw-prosecution', { defendantIds: ['a'] }).thenStatus('accepted');
    expect(accused(one, 'a').prosecutionWithdrawnOn).toBeDefined();
    one.when('withdraw-prosecution', { defendantIds: ['a'] }).thenRefused('withdraw.not-indicted', { article });
    const all = one.when('withdraw-prosecution').thenStatus('accepted');
    all.when('withdraw-prosecution').thenRefused('withdraw.not-indicted');
    all.when('terminate', { ground: 'prosecution-withdrawn' }).thenStatus('trial-terminated');
  });
});
