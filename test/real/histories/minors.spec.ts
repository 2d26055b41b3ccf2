import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string) => ({ on });
const A = { defendantIds: ['a'] };
const offence = { article: 153, clause: 1 };
const young = { defendantId: 'a', number: '1', offence, minor: true };

describe('17. an accused of 16 years, in a case instituted on 5 January 2026', () => {
  // Taking a child of 15 away, a serious offence: every limit of Điều 172, 240, 277, 346 is halved (Luật 59/2024/QH15).
  const told = caseTold(
    deed('institute', { offence }, at('2026-01-05')),
    deed('charge', young, at('2026-01-12')),
    deed('approve-charge', A, at('2026-01-14')),
    deed('request-extension', { until: '2026-04-04' }, at('2026-02-10')),
    deed('extend', { until: '2026-04-04' }, at('2026-02-12')),
    deed('conclude', {}, at('2026-04-03')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2026-04-06')),
    deed('extend-prosecution', { until: '2026-04-21' }, at('2026-04-15')),
    deed('indict', {}, at('2026-04-21')),
    deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2026-04-23')),
    deed('accept', {}, at('2026-04-23')),
    deed('assign-judge', { judgeId: 'judge-1' }, at('2026-04-24')),
    deed('schedule', { hearingOn: '2026-05-28' }, at('2026-05-14')),
    deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at('2026-05-28')),
    deed('appeal', { kind: 'appeal', by: 'defendant', ...A }, at('2026-06-10')),
    deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2026-07-03')),
    deed('accept-appeal', { level: 'province' }, at('2026-07-06')),
    deed('schedule-appeal', { hearingOn: '2026-08-04' }, at('2026-07-27')),
    deed('open-hearing', {}, at('2026-08-04')),
    deed('decide-appeal', { results: [{ defendantId: 'a', outcome: 'amended' }] }, at('2026-08-04')),
  );

  it('ends final; half of 3 months is 1 month 15 days, half of 45 days 22', () => {
    expect(told.status).toBe('final');
    expectLimits(told, [
      due('institution-to-procuracy', ['2026-01-05', '2026-01-06'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2026-01-05', '2026-04-06', '2026-04-03'],
        [
          'half of 3 months = 2026-02-20, half of 3 months more = 2026-03-20 and 15 days: 2026-04-04, Saturday → 2026-04-06',
          '172',
        ],
        { askBy: '2026-03-25' },
      ),
      due('charge-to-procuracy', ['2026-01-12', '2026-01-13'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2026-01-12', '2026-01-15', '2026-01-14'], ['3 days = 2026-01-15', '179'], {
        who: 'a',
      }),
      due('end-of-investigation', ['2026-04-03', '2026-04-06'], ['2 days = 2026-04-05, Sunday → 2026-04-06', '232']),
      due(
        'hand-over-to-procuracy',
        ['2026-04-03', '2026-04-06', '2026-04-06'],
        ['2 days = 2026-04-05, Sunday → 2026-04-06', '232'],
      ),
      due('decision-to-prosecute', ['2026-04-06', '2026-04-21', '2026-04-21'], ['10 days = 2026-04-16, 5 more', '240']),
      due('decision-of-prosecution', ['2026-04-21', '2026-04-24'], ['3 days = 2026-04-24', '240']),
      due('hand-over-to-court', ['2026-04-21', '2026-04-24', '2026-04-23'], ['3 days = 2026-04-24', '244']),
      due(
        'judge-assignment',
        ['2026-04-23', '2026-04-28', '2026-04-24'],
        ['3 days = 2026-04-26, Sunday → 2026-04-28', '276'],
      ),
      due('trial-preparation', ['2026-04-23', '2026-05-15', '2026-05-14'], ['22 days = 2026-05-15', '277']),
      due('hearing', ['2026-05-14', '2026-05-29', '2026-05-28'], ['15 days = 2026-05-29', '277']),
      due('judgment', ['2026-05-28', '2026-06-08'], ['10 days = 2026-06-07, Sunday → 2026-06-08', '262']),
      due('appeal-period', ['2026-05-28', '2026-06-12', '2026-08-04'], ['15 days = 2026-06-12', '333'], { who: 'a' }),
      due('protest-period', ['2026-05-28', '2026-06-12', '2026-08-04'], ['15 days = 2026-06-12', '337'], { who: 'a' }),
      due(
        'protest-period-above',
        ['2026-05-28', '2026-06-29', '2026-08-04'],
        ['30 days = 2026-06-27, Saturday → 2026-06-29', '337'],
        { who: 'a' },
      ),
      due(
        'hand-over-to-appellate-court',
        ['2026-06-29', '2026-07-06', '2026-07-03'],
        ['from the end of the last period, 2026-06-27 moved to 2026-06-29: 7 days = 2026-07-06', '339'],
      ),
      due('appeal-preparation', ['2026-07-06', '2026-07-28', '2026-07-27'], ['22 days = 2026-07-28', '346']),
      due('appeal-hearing', ['2026-07-06', '2026-08-05', '2026-08-04'], ['30 days = 2026-08-05', '346']),
      due('appeal-opening', ['2026-07-27', '2026-08-11', '2026-08-04'], ['15 days = 2026-08-11', '346']),
      due('judgment', ['2026-08-04', '2026-08-14'], ['10 days = 2026-08-14', '262']),
      due('cassation-period', ['2026-08-04', '2027-08-04'], ['1 year = 2027-08-04', '379'], { who: 'a' }),
      due(
        'decision-of-court-to-procuracy',
        ['2026-04-24', '2026-04-28'],
        ['2 days = 2026-04-26, Sunday → 2026-04-28', '286'],
      ),
      due(
        'decision-of-court-to-procuracy',
        ['2026-05-14', '2026-05-18'],
        ['2 days = 2026-05-16, Saturday → 2026-05-18', '286'],
      ),
      due(
        'decision-to-try',
        ['2026-05-14', '2026-05-18', '2026-05-28'],
        ['10 days before 2026-05-28 = 2026-05-18', '286'],
      ),
    ]);
  });

  it('is not extended beyond half, nor halved before the accused is known to be under 18', () => {
    const begun = caseTold(deed('institute', { offence }, at('2026-01-05')));
    expectLimits(begun, [
      due('institution-to-procuracy', ['2026-01-05', '2026-01-06'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2026-01-05', '2026-04-06'], ['3 months = 2026-04-05, Sunday → 2026-04-06', '172'], {
        askBy: '2026-03-26',
      }),
    ]);
    const charged = begun.given(deed('charge', young, at('2026-01-12')));
    charged
      .when('extend', { until: '2026-04-05' }, at('2026-02-12'))
      .thenRefused('extend.too-long', { longest: '2026-04-04' });
    expectLimits(charged, [
      due('institution-to-procuracy', ['2026-01-05', '2026-01-06'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2026-01-05', '2026-02-23'],
        ['1 month 15 days = 2026-02-20, a day off → 2026-02-23', '172'],
        { askBy: '2026-02-10' },
      ),
      due('charge-to-procuracy', ['2026-01-12', '2026-01-13'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2026-01-12', '2026-01-15'], ['3 days = 2026-01-15', '179'], { who: 'a' }),
    ]);
    const lifted = charged.given(deed('lift-minor-limits', { ground: 'especially-complex' }, at('2026-01-20')));
    expectLimits(lifted, [
      due('institution-to-procuracy', ['2026-01-05', '2026-01-06'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2026-01-05', '2026-04-06'], ['3 months = 2026-04-05, Sunday → 2026-04-06', '172'], {
        askBy: '2026-03-26',
      }),
      due('charge-to-procuracy', ['2026-01-12', '2026-01-13'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2026-01-12', '2026-01-15'], ['3 days = 2026-01-15', '179'], { who: 'a' }),
    ]);
  });
});

describe('18. the same, in a case pending since 30 December 2025', () => {
  // It keeps the limits of the Code (Điều 179 khoản 1 điểm a Luật 59/2024/QH15); detention is two thirds (Điều 419).
  const told = caseTold(
    deed('institute', { offence }, at('2025-12-30')),
    deed('charge', young, at('2026-01-06')),
    deed('approve-charge', A, at('2026-01-08')),
    deed('order-detention', { defendantId: 'a', from: '2026-01-08', until: '2026-03-08' }, at('2026-01-08')),
    deed('end-detention', A, at('2026-03-02')),
    deed('conclude', {}, at('2026-03-27')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2026-03-30')),
    deed('indict', {}, at('2026-04-17')),
    deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2026-04-20')),
    deed('accept', {}, at('2026-04-20')),
    deed('assign-judge', { judgeId: 'judge-1' }, at('2026-04-22')),
    deed('withdraw-prosecution', {}, at('2026-05-05')),
    deed('terminate', { ground: 'prosecution-withdrawn' }, at('2026-05-06')),
  );

  it('ends terminated by the court after the prosecution was withdrawn', () => {
    expect(told.status).toBe('trial-terminated');
    expectLimits(told, [
      due('protest-of-decision', ['2026-05-06', '2026-05-13'], ['7 days = 2026-05-13', '337']),
      due('protest-of-decision-above', ['2026-05-06', '2026-05-21'], ['15 days = 2026-05-21', '337']),
      due('institution-to-procuracy', ['2025-12-30', '2025-12-31'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2025-12-30', '2026-03-30', '2026-03-27'], ['3 months = 2026-03-30', '172'], {
        askBy: '2026-03-20',
      }),
      due('charge-to-procuracy', ['2026-01-06', '2026-01-07'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2026-01-06', '2026-01-09', '2026-01-08'], ['3 days = 2026-01-09', '179'], {
        who: 'a',
      }),
      due(
        'detention-of-minor',
        ['2026-01-08', '2026-03-08', '2026-03-02'],
        ['two thirds of 90 days: 60 days, the first counted, no day off moves them', '419'],
        { who: 'a', askBy: '2026-02-26' },
      ),
      due('end-of-investigation', ['2026-03-27', '2026-03-30'], ['2 days = 2026-03-29, Sunday → 2026-03-30', '232']),
      due(
        'hand-over-to-procuracy',
        ['2026-03-27', '2026-03-30', '2026-03-30'],
        ['2 days = 2026-03-29, Sunday → 2026-03-30', '232'],
      ),
      due(
        'decision-to-prosecute',
        ['2026-03-30', '2026-04-20', '2026-04-17'],
        ['20 days = 2026-04-19, Sunday → 2026-04-20', '240'],
      ),
      due('decision-of-prosecution', ['2026-04-17', '2026-04-20'], ['3 days = 2026-04-20', '240']),
      due('hand-over-to-court', ['2026-04-17', '2026-04-20', '2026-04-20'], ['3 days = 2026-04-20', '244']),
      due('judge-assignment', ['2026-04-20', '2026-04-23', '2026-04-22'], ['3 days = 2026-04-23', '276']),
      due('trial-preparation', ['2026-04-20', '2026-06-04', '2026-05-06'], ['45 days = 2026-06-04', '277']),
      due(
        'decision-of-court-to-parties',
        ['2026-05-06', '2026-05-11'],
        ['3 days = 2026-05-09, Saturday → 2026-05-11', '286'],
      ),
      due('decision-of-court-to-procuracy', ['2026-05-06', '2026-05-08'], ['2 days = 2026-05-08', '286']),
      due('decision-of-court-to-procuracy', ['2026-04-22', '2026-04-24'], ['2 days = 2026-04-24', '286']),
    ]);
  });
});
