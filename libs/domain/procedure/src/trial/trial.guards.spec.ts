import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import {
  HEARING,
  accepted,
  atProcuracy,
  judged,
  scheduled,
} from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const convict = (...ids: readonly string[]) => ({
  verdicts: ids.map((defendantId) => ({ defendantId, outcome: 'convicted' })),
});
const back = (by: 'judge' | 'panel') => deed('return-by-court', { by, ground: 'other-offence' });
const toCourtAgain = [deed('indict'), deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept')];

describe('a hearing (Điều 277)', () => {
  const told = criminalCase(...accepted('a'));

  it('is not set before the decision that sets it', () => {
    told
      .when('schedule', { hearingOn: '2024-03-31' }, { on: '2024-04-01' })
      .thenRefused('schedule.hearing-in-the-past', {
        article: 'Đ.277 khoản 3 BLTTHS',
      });
    told.when('schedule', { hearingOn: '2024-04-01' }, { on: '2024-04-01' }).thenStatus('scheduled');
  });

  it('is set again when adjourned (Điều 297)', () => {
    const adjourned = criminalCase(...scheduled('a'))
      .when('schedule', { hearingOn: '2024-07-01' })
      .thenStatus('scheduled');
    expect(adjourned.file.hearingOn).toBe('2024-07-01');
  });
});

describe('a return by the court (Điều 174 khoản 2, 280, 326)', () => {
  const article = 'Đ.174 khoản 2, Đ.280, 326 BLTTHS';

  it('is allowed once to the judge and once to the panel', () => {
    const once = criminalCase(...accepted('a'), back('judge'), ...toCourtAgain);
    once.when('return-by-court', back('judge').payload).thenRefused('return.cap', { article, most: 1 });
    const panel = deed('return-by-court', back('panel').payload, { on: HEARING });
    const twice = once.given(deed('schedule', { hearingOn: HEARING }), panel, ...toCourtAgain);
    expect(twice.file.returns).toEqual({ procuracy: 0, judge: 1, panel: 1 });
    const heard = twice.given(deed('schedule', { hearingOn: '2024-06-20' }));
    heard.when('return-by-court', back('panel').payload).thenRefused('return.cap', { article, most: 1 });
  });

  it('is the panel’s only once there is one', () => {
    criminalCase(...accepted('a'))
      .when('return-by-court', back('panel').payload)
      .thenRefused('return.no-panel-yet', { article });
    criminalCase(...accepted('a'), deed('schedule', { hearingOn: HEARING }))
      .when('return-by-court', back('panel').payload)
      .thenRefused('return.no-panel-yet', { article });
  });

  it('goes to the procuracy that prosecuted, or names one', () => {
    const told = criminalCase(...accepted('a'));
    expect(told.given(back('judge')).file.holderOfficeId).toBe(OFFICE.procuracy);
    const elsewhere = deed('return-by-court', { ...back('judge').payload, toOfficeId: OFFICE.otherProcuracy });
    expect(told.given(elsewhere).file.procuracyOfficeId).toBe(OFFICE.otherProcuracy);
    told
      .when('return-by-court', { ...back('judge').payload, toOfficeId: OFFICE.police })
      .thenRefused('office.not-competent');
    const persons = [{ defendantId: 'a', number: '1' }];
    const carried = criminalCase(deed('carry-over', { status: 'accepted', persons }, { by: OFFICE.court }));
    carried.when('return-by-court', back('judge').payload).thenRefused('office.not-competent');
  });
});

describe('a judgment (Điều 250, 260, 326)', () => {
  const told = criminalCase(...scheduled('a', 'b'));
  const article = 'Đ.260, 326 BLTTHS';

  it('is not given before the hearing', () => {
    told
      .when('judge', convict('a', 'b'), { on: '2024-06-02' })
      .thenRefused('judge.before-hearing', { hearing: HEARING });
    told.when('judge', convict('a', 'b'), { on: HEARING }).thenStatus('judged');
  });

  it('decides once on everybody before the court', () => {
    const at = { on: HEARING };
    told.when('judge', convict('a'), at).thenRefused('judge.verdict-missing', { article, defendants: ['b'] });
    told.when('judge', convict('a', 'b', 'a'), at).thenRefused('judge.twice', { article });
    told.when('judge', convict('a', 'b', 'z'), at).thenRefused('judge.not-indicted', { article, defendants: ['z'] });
    const without = told.given(deed('terminate', { ground: 'deceased', defendantIds: ['b'] }));
    without.when('judge', convict('a', 'b'), at).thenRefused('judge.not-indicted', { defendants: ['b'] });
    without.when('judge', convict('a'), at).thenStatus('judged');
  });

  it('keeps the outcome and the offence that the court found', () => {
    const offence = { article: 150, clause: 3 };
    const verdicts = [
      { defendantId: 'a', outcome: 'convicted', offence },
      { defendantId: 'b', outcome: 'acquitted' },
    ];
    const [a, b] = told.given(deed('judge', { verdicts }, { on: HEARING })).file.defendants;
    expect([a?.verdict, a?.offence, a?.judgedOn]).toEqual(['convicted', offence, HEARING]);
    expect([b?.verdict, b?.offence]).toEqual(['acquitted', { article: 150, clause: 1 }]);
  });
});

describe('finality (Điều 333, 337, 343, 355)', () => {
  const told = criminalCase(...judged('a', 'b', 'c'));
  const article = 'Đ.333, 337, 343, 355 BLTTHS';
  const final = (payload: object, on?: number) =>
    ['finalise', { basis: 'no-appeal', ...payload }, on === undefined ? {} : { on }] as const;

  it('comes without appeal when the procuracy above can no longer protest: after 30 days', () => {
    told.when(...final({}, 15)).thenRefused('final.appeal-period-running', { article, days: 30 });
    told.when(...final({}, 30)).thenRefused('final.appeal-period-running');
    told.when(...final({}, 31)).thenStatus('final');
  });

  it('comes for each part of the judgment by itself', () => {
    const appealed = told.given(deed('appeal', { kind: 'appeal', defendantIds: ['a'] }, { on: 3 }));
    const part = appealed.when(...final({}, 31)).thenStatus('appealed');
    expect(part.file.defendants.map(({ status }) => status)).toEqual(['appealed', 'final', 'final']);
    part.when('finalise', { basis: 'appellate-judgment', outcome: 'upheld' }).thenStatus('final');
    const other = appealed.when(...final({ defendantIds: ['b'] }, 31)).thenStatus('appealed');
    const decided = other.when('finalise', { basis: 'appellate-judgment', outcome: 'amended' }).thenStatus('judged');
    decided.when('finalise', { basis: 'no-appeal', defendantIds: ['c'] }).thenStatus('final');
  });

  it('comes only to a judgment of that kind', () => {
    told.when('finalise', { basis: 'appellate-judgment' }).thenRefused('final.no-such-judgment', { article });
    told.when(...final({ defendantIds: ['z'] }, 31)).thenRefused('final.no-such-judgment', { defendants: ['z'] });
    const appealed = told.given(deed('appeal', { kind: 'protest', defendantIds: ['a', 'b', 'c'] }, { on: 20 }));
    appealed.when(...final({}, 31)).thenRefused('final.no-such-judgment');
    told.when(...final({ outcome: 'upheld' }, 31)).thenRefused('final.outcome-without-appeal', { article });
  });

  it('ends what can be appealed', () => {
    const part = told.given(deed(...final({ defendantIds: ['a'] }, 31)));
    part.when('appeal', { kind: 'appeal', defendantIds: ['a'] }).thenRefused('appeal.not-judged', {
      article: 'Đ.331, 333, 336, 337 BLTTHS',
      defendants: ['a'],
    });
    part.when('appeal', { kind: 'appeal', defendantIds: ['b'] }).thenStatus('appealed');
  });
});

describe('a case that ends at the court', () => {
  it('needs no accused beyond those it tries', () => {
    const told = criminalCase(
      ...atProcuracy('a'),
      ...toCourtAgain,
      deed('withdraw-prosecution'),
      deed('terminate', { ground: 'prosecution-withdrawn' }),
    );
    expect(told.status).toBe('trial-terminated');
    expect(told.given(deed('resume')).status).toBe('accepted');
  });

  it('ends for a withdrawal only of whom the procuracy withdrew (Điều 282 khoản 1 điểm b)', () => {
    const one = criminalCase(...accepted('a', 'b'), deed('withdraw-prosecution', { defendantIds: ['a'] }));
    const ground = 'prosecution-withdrawn';
    one.when('terminate', { ground }).thenRefused('terminate.not-withdrawn', {
      article: 'Đ.282 khoản 1 điểm b, Đ.285 BLTTHS',
      defendants: ['b'],
    });
    one.when('terminate', { ground, defendantIds: ['a'] }).thenStatus('accepted');
    const persons = [{ defendantId: 'a', number: '1' }];
    criminalCase(deed('carry-over', { status: 'accepted', persons }, { by: OFFICE.court }))
      .when('terminate', { ground })
      .thenStatus('trial-terminated');
  });

  it('is withdrawn before its hearing is opened, not after, and anew once it was indicted again (Điều 285)', () => {
    const opened = criminalCase(...scheduled('a'), deed('open-hearing', {}, { on: HEARING }));
    opened
      .when('withdraw-prosecution')
      .thenRefused('withdraw.hearing-opened', { article: 'Đ.285 BLTTHS', opened: HEARING });
    criminalCase(...accepted('a'), deed('withdraw-prosecution'), back('judge'), ...toCourtAgain)
      .when('withdraw-prosecution')
      .thenStatus('accepted');
  });
});
