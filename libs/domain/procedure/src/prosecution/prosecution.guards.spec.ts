import { criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { accepted, atProcuracy, charge } from '../../../../../test/support/procedure/lawful-files.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

const returned = deed('return-for-supplement', { ground: 'evidence-lacking' });
const againToProcuracy = [deed('conclude'), deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy })];
const byCourt = (by: 'judge' | 'panel') => deed('return-by-court', { by, ground: 'procedural-violation' });

describe('an indictment (Điều 236, 240, 243)', () => {
  const told = criminalCase(...atProcuracy('a', 'b'));
  const article = 'Đ.236, 240, 243 BLTTHS';

  it('decides on every accused against whom proceedings go on', () => {
    told
      .when('indict', { defendantIds: ['a'] })
      .thenRefused('indict.undecided-accused', { article, defendants: ['b'] });
    told
      .given(deed('suspend', { ground: 'illness', defendantIds: ['b'] }))
      .when('indict')
      .thenStatus('indicted');
    told.when('indict', { defendantIds: ['b', 'a'] }).thenStatus('indicted');
  });

  it('is brought against the approved accused of this case only', () => {
    told
      .when('indict', { defendantIds: ['a', 'b', 'z'] })
      .thenRefused('indict.not-approved', { article, defendants: ['z'] });
    const without = told.given(deed('terminate', { ground: 'exemption', defendantIds: ['b'] }));
    without.when('indict', { defendantIds: ['a', 'b'] }).thenRefused('indict.not-approved', { defendants: ['b'] });
  });

  it('is brought again after a court returned the file', () => {
    const back = criminalCase(...accepted('a', 'b'), byCourt('judge'));
    expect(back.file.defendants.map(({ status }) => status)).toEqual(['approved', 'approved']);
    const again = back.when('indict').thenStatus('indicted');
    again
      .given(deed('hand-to-court', { toOfficeId: OFFICE.court }))
      .when('accept')
      .thenStatus('accepted');
  });

  it('goes to a court', () => {
    for (const toOfficeId of [OFFICE.procuracy, OFFICE.police, 999]) {
      told.given(deed('indict')).when('hand-to-court', { toOfficeId }).thenRefused('office.not-competent', {
        article: 'Đ.244, 268, 269 BLTTHS',
      });
    }
  });
});

describe('a return for supplementary investigation (Điều 174 khoản 2, 245)', () => {
  const once = criminalCase(...atProcuracy('a'), returned);

  it('is allowed twice', () => {
    const twice = once.given(...againToProcuracy, returned);
    expect([twice.status, twice.file.returns.procuracy]).toEqual(['under-investigation', 2]);
    twice
      .given(...againToProcuracy)
      .when('return-for-supplement', returned.payload)
      .thenRefused('return.cap', {
        article: 'Đ.174 khoản 2, Đ.245 BLTTHS',
        most: 2,
      });
  });

  it('goes to the office that investigated, or to another one that may', () => {
    expect(once.file.holderOfficeId).toBe(OFFICE.police);
    const told = criminalCase(...atProcuracy('a'));
    const elsewhere = told.given(
      deed('return-for-supplement', { ...returned.payload, toOfficeId: OFFICE.borderGuard }),
    );
    expect(elsewhere.file.investigatingOfficeId).toBe(OFFICE.borderGuard);
    for (const toOfficeId of [OFFICE.court, OFFICE.communePolice, 999]) {
      told.when('return-for-supplement', { ...returned.payload, toOfficeId }).thenRefused('office.not-competent');
    }
  });

  it('names the office where a case carried over does not tell it', () => {
    const persons = [{ defendantId: 'a', number: '1' }];
    const carried = criminalCase(deed('carry-over', { status: 'at-procuracy', persons }, { by: OFFICE.procuracy }));
    carried.when('return-for-supplement', returned.payload).thenRefused('office.not-competent');
    carried
      .when('return-for-supplement', { ...returned.payload, toOfficeId: OFFICE.police })
      .thenStatus('under-investigation');
  });

  it('that passes on what a court asked is the court’s, not the procuracy’s (Điều 14 khoản 3 TTLT 02/2017)', () => {
    const twice = criminalCase(...atProcuracy('a'), returned, ...againToProcuracy, returned, ...againToProcuracy);
    const atCourt = twice.given(deed('indict'), deed('hand-to-court', { toOfficeId: OFFICE.court }), deed('accept'));
    const passedOn = atCourt
      .given(byCourt('judge'))
      .when('return-for-supplement', returned.payload)
      .thenStatus('under-investigation');
    expect([passedOn.file.returns, passedOn.file.courtReturn]).toEqual([
      { procuracy: 2, judge: 1, panel: 0 },
      undefined,
    ]);
    passedOn
      .given(...againToProcuracy)
      .when('return-for-supplement', returned.payload)
      .thenRefused('return.cap');
    const answered = atCourt.given(byCourt('judge'), deed('indict'));
    expect(answered.file.courtReturn).toBeUndefined();
  });

  it('allows a further accused, who is prosecuted with the others', () => {
    const told = once.given(
      charge('b'),
      deed('approve-charge', { defendantIds: ['b'] }),
      ...againToProcuracy,
      deed('indict'),
    );
    expect(told.file.defendants.map(({ status }) => status)).toEqual(['indicted', 'indicted']);
  });
});
