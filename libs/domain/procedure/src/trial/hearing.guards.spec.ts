import { HEARING, accepted, scheduled } from '../../../../../test/support/procedure/lawful-files.js';
import { Narrative, accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { CASE_LIFECYCLE } from '../index.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
const toCourtAgain = [deed('indict'), deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept')];

describe('the extension of the preparation (Điều 277 khoản 1)', () => {
  // Very serious: docketed on 9 January 2024, 2 months end on 9 March, 30 days more on 8 April.
  const told = criminalCase(...accepted('a'));
  const article = 'Đ.277 khoản 1, 2 BLTTHS';

  it('is one, by 30 days', () => {
    expect(told.file.preparation?.from).toBe('2024-01-09');
    const extend = (until: string) => told.when('extend-preparation', { until }, at('2024-03-01'));
    extend('2024-03-09').thenRefused('extend.not-later', { article });
    extend('2024-04-09').thenRefused('extend.too-long', { article, longest: '2024-04-08' });
    const once = extend('2024-04-08').thenStatus('accepted');
    once.when('extend-preparation', { until: '2024-04-20' }).thenRefused('extend.no-more', { article });
  });

  it('is none when the file came back from a supplementary investigation', () => {
    const back = told.given(deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }), ...toCourtAgain);
    back
      .when('extend-preparation', { until: '2024-04-20' })
      .thenRefused('extend.no-more', { article: 'Đ.277 khoản 2 BLTTHS' });
  });
});

describe('a return for want of competence (Điều 274)', () => {
  it('goes to a procuracy and is none of the returns that are capped', () => {
    const told = criminalCase(...accepted('a'));
    const back = told.when('return-for-competence').thenStatus('at-procuracy');
    expect([back.file.holderOfficeId, back.file.returns.judge]).toEqual([OFFICE.procuracy, 0]);
    expect(accused(back, 'a').status).toBe('approved');
    told
      .when('return-for-competence', { toOfficeId: OFFICE.police })
      .thenRefused('office.not-competent', { article: 'Đ.274 BLTTHS' });
  });
});

describe('a hearing (Điều 250, 277, 297, 326)', () => {
  const told = criminalCase(...scheduled('a'));
  const article = 'Đ.250, 277 khoản 3, Đ.346 khoản 3 BLTTHS';

  it('is opened on its day, once', () => {
    told.when('open-hearing', {}, at('2024-06-02')).thenRefused('open-hearing.before-its-day', { article });
    const open = told.when('open-hearing', {}, at(HEARING)).thenStatus('scheduled');
    open.when('open-hearing').thenRefused('open-hearing.twice', { article: 'Đ.250 BLTTHS', opened: HEARING });
  });

  it('is put off by 30 days at most, and then begins anew', () => {
    const open = told.given(deed('open-hearing', {}, at(HEARING)));
    const put = (hearingOn: string) => open.when('adjourn', { hearingOn, ground: 'witness-absent' }, at(HEARING));
    put(HEARING).thenRefused('adjourn.not-later', { article: 'Đ.297 khoản 2, Đ.352 BLTTHS' });
    put('2024-07-04').thenRefused('adjourn.too-long', { latest: '2024-07-03' });
    told
      .when('adjourn', { hearingOn: '2024-06-17', ground: 'witness-absent' }, at('2024-05-31'))
      .thenRefused('adjourn.before-hearing', { article, hearing: HEARING });
    told.when('schedule', { hearingOn: '2024-06-17' }, at('2024-05-31')).thenStatus('scheduled');
    const later = put('2024-07-03').thenStatus('scheduled');
    expect([later.file.hearingOn, later.file.hearingOpenedOn]).toEqual(['2024-07-03', undefined]);
  });

  it('ends in a deliberation of 7 days at most', () => {
    const prolong = (until: string, on: string = HEARING) => told.when('prolong-deliberation', { until }, at(on));
    prolong('2024-06-10').thenStatus('scheduled');
    prolong('2024-06-11').thenRefused('deliberate.too-long', { article: 'Đ.326 BLTTHS', latest: '2024-06-10' });
    prolong(HEARING).thenRefused('deliberate.not-later', { article: 'Đ.326 BLTTHS' });
    prolong('2024-05-04', '2024-05-03').thenRefused('deliberate.before-hearing', { article });
  });
});

describe('a judgment on several charges, or in absence (Điều 290, 298, 299)', () => {
  const told = criminalCase(...scheduled('a'));
  const judge = (verdict: object, from = told) =>
    from.when('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted', ...verdict }] }, at(HEARING));
  const OWN = { article: 150, clause: 1 };
  const GRAVER = { article: 151, clause: 3 };

  it('convicts whom it convicts of one charge at least', () => {
    const charges = [
      { offence: OWN, outcome: 'convicted' },
      { offence: { article: 348, clause: 1 }, outcome: 'acquitted' },
    ];
    expect(accused(judge({ charges }).thenStatus('judged'), 'a').chargeVerdicts).toEqual(charges);
    judge({ outcome: 'acquitted', charges }).thenRefused('judge.charges-disagree', {
      article: 'Đ.260, 326 BLTTHS',
      defendants: ['a'],
    });
    judge({ charges: [charges[0], charges[0]] }).thenRefused('judge.charges-disagree');
  });

  it('knows who was absent', () => {
    expect(accused(judge({ absent: true }).then, 'a').absent).toBe(true);
    expect(accused(judge({ absentia: 'abroad' }).then, 'a').absent).toBe(true);
    expect(accused(judge({}).then, 'a').absent).toBeUndefined();
    judge({ absentia: 'ill' }).thenRefused('step.malformed', { fields: ['verdicts'] });
  });

  it('finds a graver offence only after the procuracy was asked to indict for it', () => {
    judge({ offence: { article: 150, clause: 3 } }).thenStatus('judged');
    judge({ offence: { article: 152, clause: 1 } }).thenStatus('judged');
    judge({ offence: GRAVER }).thenRefused('judge.graver-offence', {
      article: 'Đ.298 khoản 3 BLTTHS',
      defendants: ['a'],
    });
    const asked = criminalCase(
      ...accepted('a'),
      deed('return-by-court', { by: 'judge', ground: 'graver-offence' }),
      deed('decline-return', { because: 'no such evidence' }),
      deed('accept'),
      deed('schedule', { hearingOn: HEARING }),
    );
    judge({ offence: GRAVER }, asked).thenStatus('judged');
    asked
      .when('return-by-court', { by: 'panel', ground: 'graver-offence' })
      .thenRefused('return.graver-offence-once', { article: 'Đ.298 khoản 3 BLTTHS' });
  });
});

describe('whom the court suspended before it judged the others', () => {
  const judgedOthers = criminalCase(
    ...scheduled('a', 'b'),
    deed('suspend', { ground: 'illness', defendantIds: ['b'] }),
    deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at(HEARING)),
  );
  const over = judgedOthers.given(deed('finalise', { basis: 'no-appeal' }, { on: 31 }));

  it('is tried once their judgment is final', () => {
    judgedOthers
      .when('resume', { defendantIds: ['b'] })
      .thenRefused('resume.judgment-pending', { article: 'Đ.283, 343 BLTTHS' });
    const told = over.when('resume', { defendantIds: ['b'] }).thenStatus('accepted');
    expect(told.file.defendants.map(({ status }) => status)).toEqual(['final', 'indicted']);
    const alone = [{ defendantId: 'b', outcome: 'acquitted' }];
    told
      .given(deed('schedule', { hearingOn: '2024-09-02' }))
      .when('judge', { verdicts: alone }, at('2024-09-02'))
      .thenStatus('judged');
  });

  it('or not at all', () => {
    const article = 'Đ.282 BLTTHS';
    over.when('terminate', { ground: 'deceased' }).thenRefused('terminate.name-the-suspended', { article });
    over
      .when('terminate', { ground: 'deceased', defendantIds: ['a'] })
      .thenRefused('terminate.name-the-suspended', { article, defendants: ['a'] });
    over.when('terminate', { ground: 'deceased', defendantIds: ['b'] }).thenStatus('final');
  });
});

describe('a last day that is a day off (Điều 134 khoản 1)', () => {
  const bare = criminalCase(...scheduled('a'));
  // 3 July and 10 June 2024: 30 and 7 days after the hearing of 3 June.
  const isDayOff = (on: string): boolean => on === '2024-07-03' || on === '2024-06-10';
  const told = new Narrative(CASE_LIFECYCLE, bare.file, bare.log, { isDayOff });

  it('moves to the next working day, as the limit shown does', () => {
    const put = (hearingOn: string) => told.when('adjourn', { hearingOn, ground: 'witness-absent' }, at(HEARING));
    put('2024-07-04').thenStatus('scheduled');
    put('2024-07-05').thenRefused('adjourn.too-long', { latest: '2024-07-04' });
    const prolong = (until: string) => told.when('prolong-deliberation', { until }, at(HEARING));
    prolong('2024-06-11').thenStatus('scheduled');
    prolong('2024-06-12').thenRefused('deliberate.too-long', { latest: '2024-06-11' });
  });
});
