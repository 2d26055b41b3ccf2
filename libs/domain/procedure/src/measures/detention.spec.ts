import { addDays, day } from '#libs/domain/kernel';
import { type FileLimit, isDetained, limitsOf } from '../index.js';
import { charge } from '../../../../../test/support/procedure/lawful-files.js';
import { type CaseNarrative, accused, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const LESS = { article: 347, clause: 1 };
const SERIOUS = { article: 152, clause: 1 };
const VERY = { article: 150, clause: 1 };
const ESPECIALLY = { article: 151, clause: 2 };

const at = (on: string) => ({ on });
const limit = (told: CaseNarrative, id: string): FileLimit[] =>
  limitsOf('case', told.log, { agencyOf }).filter((one) => one.id === id);
const charged = (offence: object, on: string, minor = false) => [
  deed('charge', { defendantId: 'a', number: '1', offence, minor }, at(on)),
  deed('approve-charge', { defendantIds: ['a'] }, { on: 0 }),
];
/** A case of 1 March 2018 whose accused is charged on 4 March. */
const opened = (offence: object, minor = false, on = '2018-03-01'): CaseNarrative =>
  criminalCase(deed('institute', { offence }, at(on))).given(...charged(offence, on, minor));
const order = (from: string, until: string, on = from) =>
  deed('order-detention', { defendantId: 'a', from, until }, at(on));
const extend = (until: string, on: string | number = 1) =>
  deed('extend-detention', { defendantIds: ['a'], until }, { on });
const hold = (from: string, until: string) => deed('hold-person', { personId: 'a', number: 'TG-1', until }, at(from));

describe('detention counts its first day, a month as 30 days, custody one to one (Điều 17 TTLT 04/2018)', () => {
  it('3 days of custody until 4/3/2018: 1 month 27 days from then end on 29/4/2018', () => {
    const told = criminalCase(deed('institute', { offence: LESS }, at('2018-03-01'))).given(
      hold('2018-03-01', '2018-03-04'),
      ...charged(LESS, '2018-03-04'),
    );
    told.when(...asked(order('2018-03-04', '2018-04-30'))).thenRefused('detention.too-long', { longest: '2018-04-29' });
    const detained = told.given(order('2018-03-04', '2018-04-29'));
    expect(limit(detained, 'detention-for-investigation')).toMatchObject([
      { defendantId: 'a', startedOn: '2018-03-04', dueOn: '2018-04-29', askBy: '2018-04-19', article: 'Đ.173 BLTTHS' },
    ]);
    // 29/4/2018 was a Sunday.
    const [limitOn] = limitsOf('case', detained.log, { agencyOf, isDayOff: (on) => on === '2018-04-29' }).filter(
      ({ id }) => id === 'detention-for-investigation',
    );
    expect(limitOn?.dueOn).toBe('2018-04-29');
  });

  it('6 days of custody, set free, detained from 11/4/2018: 1 month 24 days end on 3/6/2018', () => {
    const told = criminalCase(deed('institute', { offence: LESS }, at('2018-03-05'))).given(
      hold('2018-03-05', '2018-03-08'),
      deed('extend-custody', { personId: 'a', until: '2018-03-11' }, at('2018-03-07')),
      ...charged(LESS, '2018-03-10'),
      deed('release', { personId: 'a' }, at('2018-03-11')),
    );
    told.when(...asked(order('2018-04-11', '2018-06-04'))).thenRefused('detention.too-long', { longest: '2018-06-03' });
    expect(told.given(order('2018-04-11', '2018-06-03')).status).toBe('under-investigation');
  });

  it('an earlier order counts as well', () => {
    const told = opened(LESS).given(
      order('2018-03-02', '2018-04-30'),
      deed('end-detention', { defendantIds: ['a'] }, at('2018-03-31')),
    );
    // 30 days were used of 60: 30 are left from 1 May.
    told.when(...asked(order('2018-05-01', '2018-05-31'))).thenRefused('detention.too-long', { longest: '2018-05-30' });
    expect(accused(told.given(order('2018-05-01', '2018-05-30')), 'a').detention).toMatchObject({ daysBefore: 30 });
  });
});

describe('detention for the investigation (Điều 173)', () => {
  it.each([
    ['less serious', LESS, [60, 90]],
    ['serious', SERIOUS, [90, 150]],
    ['very serious', VERY, [120, 210]],
    ['especially serious', ESPECIALLY, [120, 240, 360, 480]],
  ] as const)('of a %s offence lasts so many days at most', (_name, offence, most) => {
    const from = '2018-03-01';
    const last = (days: number) => addDays(day(from), days - 1);
    const next = (days: number) => addDays(day(from), days);
    const told = opened(offence);
    told.when(...asked(order(from, next(most[0])))).thenRefused('detention.too-long', { longest: last(most[0]) });
    const longest = most.slice(1).reduce(
      (so, days) => {
        so.when(...asked(extend(next(days)))).thenRefused('extend.too-long', { longest: last(days) });
        return so.given(extend(last(days)));
      },
      told.given(order(from, last(most[0]))),
    );
    expect(limit(longest, 'detention-for-investigation')).toMatchObject([{ dueOn: last(most.at(-1) ?? 0) }]);
    if (offence === ESPECIALLY) {
      // Then only to the end of the investigation: 4 months from 1/3/2018, nobody extended it here.
      longest.when(...asked(extend('2020-01-01'))).thenRefused('extend.too-long', { longest: '2018-07-01' });
    } else {
      longest.when(...asked(extend('2020-01-01'))).thenRefused('extend.no-more');
    }
  });

  it('of an accused under 18 lasts two thirds, where the case is older than 2026 (Điều 419)', () => {
    const told = opened(VERY, true);
    told.when(...asked(order('2018-03-01', '2018-05-20'))).thenRefused('detention.too-long', { longest: '2018-05-19' });
    const detained = told.given(order('2018-03-01', '2018-05-19'));
    expect(limit(detained, 'detention-of-minor')).toMatchObject([{ dueOn: '2018-05-19', furthestOn: '2018-07-18' }]);
    expect(limit(detained, 'detention-for-investigation')).toEqual([]);
    const since = opened(VERY, true, '2026-03-01').given(order('2026-03-01', '2026-05-20'));
    expect(limit(since, 'detention-for-investigation')).toEqual([]);
    expect(limit(since, 'detention-of-minor')).toMatchObject([
      {
        dueOn: '2026-05-20',
        reckoning: { length: { months: 4 } },
        article: 'Đ.173 BLTTHS; Luật 59/2024/QH15 Chương VII Mục 1 [M]',
      },
    ]);
    // 4 months are 120 days, as of an adult.
    opened(VERY, true, '2026-03-01')
      .when(...asked(order('2026-03-01', '2026-06-29')))
      .thenRefused('detention.too-long', { longest: '2026-06-28' });
  });

  it('is not ordered twice, nor of somebody who is not accused, nor backwards', () => {
    const told = opened(VERY);
    told.when(...asked(order('2018-03-05', '2018-03-04'))).thenRefused('detention.days-out-of-order');
    told
      .when('order-detention', { defendantId: 'x', from: '2018-03-05', until: '2018-03-06' })
      .thenRefused('defendant.not-active', { defendants: ['x'] });
    told.when(...asked(extend('2018-08-01'))).thenRefused('detention.not-detained', { defendants: ['a'] });
    told.when('end-detention', { defendantIds: ['a'] }).thenRefused('detention.not-detained');
    const detained = told.given(order('2018-03-02', '2018-05-01'));
    detained.when(...asked(order('2018-03-05', '2018-05-02'))).thenRefused('detention.already');
    detained.when(...asked(extend('2018-05-01'))).thenRefused('extend.not-later');
  });

  it('ends when the accused is set free or proceedings against him end', () => {
    const detained = opened(VERY).given(order('2018-03-02', '2018-05-01'));
    expect(isDetained(accused(detained, 'a'))).toBe(true);
    const free = detained.given(deed('end-detention', { defendantIds: ['a'] }, at('2018-04-01')));
    expect(limit(free, 'detention-for-investigation')).toMatchObject([{ stoppedOn: '2018-04-01' }]);
    const ended = detained.given(deed('terminate', { ground: 'no-elements' }, at('2018-04-02')));
    expect(limit(ended, 'detention-for-investigation')).toMatchObject([{ stoppedOn: '2018-04-02' }]);
    expect(isDetained(accused(ended, 'a'))).toBe(false);
    const again = ended.given(deed('resume', {}, at('2018-04-20')));
    expect(isDetained(accused(again, 'a'))).toBe(false);
    expect(accused(again, 'a').detention?.endedOn).toBe('2018-04-02');
  });

  it('resumed or supplementary lasts no longer than that investigation (Điều 174 khoản 4)', () => {
    const resumed = opened(VERY).given(
      deed('suspend', { ground: 'illness' }, at('2018-04-01')),
      deed('resume', {}, at('2018-09-01')),
    );
    resumed
      .when(...asked(order('2018-09-02', '2018-12-02')))
      .thenRefused('detention.too-long', { longest: '2018-12-01' });
  });
});

describe('a changed offence and detention (Điều 14 TTLT 04/2018)', () => {
  const changed = (offence: object, on: string, kind = 'changed') => [
    deed('change-charge', { defendantId: 'a', offence, kind }, at(on)),
    deed('approve-charge', { defendantIds: ['a'] }, { on: 0 }),
  ];

  it('graver: the graver limit minus the days detained', () => {
    // 1 March to 29 April are 60 days; very serious has 120, and 90 more.
    const told = opened(LESS).given(order('2018-03-01', '2018-04-29'), ...changed(VERY, '2018-03-30'));
    expect(limit(told, 'detention-for-investigation')).toMatchObject([{ dueOn: '2018-04-29' }]);
    told.when(...asked(extend('2018-09-27'))).thenRefused('extend.too-long', { longest: '2018-09-26' });
    expect(told.given(extend('2018-06-28')).status).toBe('under-investigation');
  });

  it('lighter: the lighter limit at once, whatever the order says', () => {
    const told = opened(VERY).given(order('2018-03-01', '2018-06-28'), ...changed(LESS, '2018-04-10'));
    expect(limit(told, 'detention-for-investigation').map(({ dueOn, stoppedOn }) => [dueOn, stoppedOn])).toEqual([
      ['2018-06-28', '2018-04-10'],
      ['2018-04-29', undefined],
    ]);
    expect(accused(told, 'a').detention?.until).toBe('2018-04-29');
  });

  it('added: the gravest, but not beyond the investigation', () => {
    // Instituted on 1 March, very serious: the investigation ends on 1 July.
    const told = opened(LESS).given(...changed(VERY, '2018-04-01', 'added'));
    told.when(...asked(order('2018-04-02', '2018-07-02'))).thenRefused('detention.too-long', { longest: '2018-07-01' });
  });
});

describe('detention by the procuracy and the courts', () => {
  const handed = opened(VERY).given(
    order('2018-03-02', '2018-05-01'),
    deed('conclude', {}, at('2018-04-01')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2018-04-02')),
  );
  const tried = handed.given(
    deed('indict', {}, at('2018-04-10')),
    deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2018-04-11')),
    deed('accept', {}, at('2018-04-12')),
  );
  const judged = tried.given(
    deed('schedule', { hearingOn: '2018-05-04' }, at('2018-04-20')),
    deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at('2018-05-04')),
  );

  it('for the prosecution lasts no longer than the time to decide (Điều 241)', () => {
    handed
      .when(...asked(order('2018-04-03', '2018-05-03')))
      .thenRefused('detention.too-long', { longest: '2018-05-02' });
    const detained = handed.given(order('2018-04-03', '2018-05-02'));
    expect(limit(detained, 'detention-for-investigation')).toMatchObject([{ stoppedOn: '2018-04-03' }]);
    expect(limit(detained, 'detention-for-prosecution')).toMatchObject([
      { dueOn: '2018-05-02', article: 'Đ.241 BLTTHS' },
    ]);
    const longer = detained.given(
      deed('extend-prosecution', { until: '2018-05-17' }, at('2018-04-30')),
      order('2018-04-30', '2018-05-17'),
    );
    expect(limit(longer, 'detention-for-prosecution').map(({ dueOn }) => dueOn)).toEqual(['2018-05-02', '2018-05-17']);
  });

  it('for the trial no longer than the preparation, or until the hearing (Điều 278)', () => {
    tried
      .when(...asked(order('2018-04-12', '2018-06-13')))
      .thenRefused('detention.too-long', { longest: '2018-06-12' });
    const detained = tried.given(order('2018-04-12', '2018-06-12'));
    expect(limit(detained, 'detention-for-trial')).toMatchObject([{ dueOn: '2018-06-12' }]);
    const late = tried.given(deed('schedule', { hearingOn: '2018-06-20' }, at('2018-06-10')));
    late.when(...asked(order('2018-06-11', '2018-06-21'))).thenRefused('detention.too-long', { longest: '2018-06-20' });
  });

  it('after the judgment 45 days from its pronouncement (Điều 329)', () => {
    judged
      .when(...asked(order('2018-05-04', '2018-06-18')))
      .thenRefused('detention.too-long', { longest: '2018-06-17' });
    expect(limit(judged.given(order('2018-05-04', '2018-06-17')), 'detention-after-judgment')).toMatchObject([
      { dueOn: '2018-06-17', article: 'Đ.329 BLTTHS' },
    ]);
  });

  it('on appeal no longer than the appeal takes (Điều 347)', () => {
    const above = judged.given(
      deed('appeal', { kind: 'appeal', by: 'defendant', defendantIds: ['a'] }, at('2018-05-10')),
      deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2018-06-04')),
      deed('accept-appeal', { level: 'province' }, at('2018-06-06')),
    );
    above
      .when(...asked(order('2018-06-06', '2018-08-05')))
      .thenRefused('detention.too-long', { longest: '2018-08-04' });
    expect(limit(above.given(order('2018-06-06', '2018-08-04')), 'detention-on-appeal')).toHaveLength(1);
  });
});

/** @returns a deed as the parts of a question. */
function asked({ name, payload, on }: ReturnType<typeof deed>) {
  return [name, payload, on === undefined ? {} : { on }] as const;
}

it('a moved accused takes the detention along', () => {
  const detained = opened(VERY).given(charge('b'), order('2018-03-04', '2018-05-01'));
  expect(accused(detained, 'a').detention).toEqual({
    phase: 'investigation',
    from: '2018-03-04',
    until: '2018-05-01',
    extensions: 0,
    daysBefore: 0,
  });
  const severed = criminalCase(
    deed(
      'sever-off',
      {
        parentCaseId: 'case-1',
        stage: 'under-investigation',
        persons: [
          {
            defendantId: 'x',
            number: '1',
            status: 'approved',
            minor: false,
            chargedOn: '2018-03-01',
            detention: accused(detained, 'a').detention,
          },
        ],
      },
      at('2018-03-20'),
    ),
  );
  expect(limit(severed, 'detention-for-investigation')).toMatchObject([
    { defendantId: 'x', startedOn: '2018-03-04', dueOn: '2018-05-01' },
  ]);
});
