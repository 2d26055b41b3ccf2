import { judged } from '../../../../../test/support/procedure/lawful-files.js';
import { Narrative, accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { CASE_LIFECYCLE } from '../index.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';

/** Final since 4 July 2024. */
const final = criminalCase(...judged('a', 'b'), deed('finalise', { basis: 'no-appeal' }, { on: 31 }));
const by = OFFICE.otherProcuracy;
const protest = (direction: string, more: object = {}) => ({
  defendantIds: ['a'],
  direction,
  toOfficeId: OFFICE.otherCourt,
  ...more,
});
const results = (outcome: string, ...ids: readonly string[]) => ({
  results: ids.map((defendantId) => ({ defendantId, outcome })),
});

describe('a cassation (Điều 370–388)', () => {
  it('to the detriment of the convicted is asked for within a year', () => {
    final.when('protest-cassation', protest('against'), { on: '2025-07-04', by }).thenStatus('in-cassation');
    final
      .when('protest-cassation', protest('against'), { on: '2025-07-05', by })
      .thenRefused('cassation.year-over', { article: 'Đ.379 khoản 1 BLTTHS', defendants: ['a'] });
    final.when('protest-cassation', protest('in-favour'), { on: '2026-07-05', by }).thenStatus('in-cassation');
  });

  it('is asked for by a procuracy or a court, of a court, against what is final', () => {
    final.when('protest-cassation', protest('in-favour'), { by: OFFICE.police }).thenRefused('step.not-your-office');
    final
      .when('protest-cassation', protest('in-favour', { toOfficeId: OFFICE.police }), { by })
      .thenRefused('office.not-competent', { article: 'Đ.370, 382 BLTTHS' });
    final
      .when('protest-cassation', protest('in-favour', { defendantIds: ['z'] }), { by })
      .thenRefused('review.not-final', { article: 'Đ.370, 382 BLTTHS', defendants: ['z'] });
  });

  it('leaves others final, decides on those it names and may reach the others', () => {
    const article = 'Đ.387, 388 BLTTHS';
    const told = final.given(deed('protest-cassation', protest('in-favour'), { on: '2024-12-02', by }));
    expect(told.file.defendants.map(({ status }) => status)).toEqual(['in-cassation', 'final']);
    told
      .when('decide-cassation', results('amended', 'b'))
      .thenRefused('results.missing', { article, defendants: ['a'] });
    told
      .when('decide-cassation', results('rejected', 'a', 'b'))
      .thenRefused('results.not-before-the-court', { article });
    const rejected = told.when('decide-cassation', results('rejected', 'a'), { on: '2025-03-03' }).thenStatus('final');
    expect([accused(rejected, 'a').finalOn, rejected.file.holderOfficeId]).toEqual(['2024-07-04', OFFICE.court]);
    const amended = told
      .when('decide-cassation', results('amended', 'a', 'b'), { on: '2025-03-03' })
      .thenStatus('final');
    expect(amended.file.defendants.map(({ finalOn }) => finalOn)).toEqual(['2025-03-03', '2025-03-03']);
  });

  it('that annuls begins the case again for those whom it names, the others staying final', () => {
    const told = final.given(
      deed('protest-cassation', protest('in-favour'), { by }),
      deed('decide-cassation', results('annulled-reinvestigate', 'a')),
      deed('accept-remand'),
    );
    expect(told.status).toBe('under-investigation');
    expect(told.file.defendants.map(({ status }) => status)).toEqual(['approved', 'final']);
    told.when('terminate', { ground: 'no-elements', defendantIds: ['a'] }).thenStatus('investigation-terminated');
  });

  it('that sends a case back to an appeal names a court where there was none', () => {
    const told = final.given(deed('protest-cassation', protest('in-favour'), { by }));
    told.when('decide-cassation', results('annulled-reappeal', 'a')).thenRefused('office.not-competent');
    const to = { ...results('annulled-reappeal', 'a'), toOfficeId: OFFICE.otherCourt };
    const back = told.given(deed('decide-cassation', to), deed('accept-remand'));
    expect([back.status, back.file.appellateOfficeId]).toEqual(['appeal-accepted', OFFICE.otherCourt]);
    expect(back.file.defendants.map(({ status }) => status)).toEqual(['appealed', 'final']);
  });
});

describe('a reopening (Điều 397–403)', () => {
  const article = 'Đ.401 khoản 1 BLTTHS';

  it('is the procuracy’s alone', () => {
    final
      .when('protest-reopening', protest('in-favour'), { by: OFFICE.otherCourt })
      .thenRefused('step.not-your-office');
  });

  it('to the detriment of the convicted is asked for within a year of the report', () => {
    const against = (reportedOn?: string) => protest('against', reportedOn ? { reportedOn } : {});
    const at = { on: '2026-03-02', by };
    final.when('protest-reopening', against(), at).thenRefused('reopening.report-missing', { article });
    final.when('protest-reopening', against('2025-03-01'), at).thenRefused('reopening.year-over', { article });
    final.when('protest-reopening', against('2026-03-03'), at).thenRefused('reopening.reported-later', { article });
    final.when('protest-reopening', against('2025-03-02'), at).thenStatus('in-reopening');
    final.when('protest-reopening', protest('in-favour'), at).thenStatus('in-reopening');
  });

  it('is decided on as Điều 402 says', () => {
    const told = final.given(deed('protest-reopening', protest('in-favour'), { by }));
    told.when('decide-reopening', results('amended', 'a')).thenRefused('step.malformed', { fields: ['results'] });
    told.when('decide-reopening', results('annulled-terminated', 'a')).thenStatus('final');
    told.when('decide-reopening', results('annulled-retry', 'a')).thenStatus('remanded');
    told.when('decide-reopening', results('discontinued', 'b')).thenRefused('results.not-before-the-court', {
      article: 'Đ.402 BLTTHS',
      defendants: ['b'],
    });
  });
});

describe('the year whose last day is a day off (Điều 134 khoản 1)', () => {
  // 4 July 2025 and 2 March 2026 stand for days off; the next days are none.
  const isDayOff = (on: string): boolean => on === '2025-07-04' || on === '2026-03-02';
  const told = new Narrative(CASE_LIFECYCLE, final.file, final.log, { isDayOff });

  it('ends on the next working day, as the limit shown does', () => {
    told.when('protest-cassation', protest('against'), { on: '2025-07-05', by }).thenStatus('in-cassation');
    told
      .when('protest-cassation', protest('against'), { on: '2025-07-06', by })
      .thenRefused('cassation.year-over', { defendants: ['a'] });
    const against = protest('against', { reportedOn: '2025-03-02' });
    told.when('protest-reopening', against, { on: '2026-03-03', by }).thenStatus('in-reopening');
    told.when('protest-reopening', against, { on: '2026-03-04', by }).thenRefused('reopening.year-over');
  });
});
