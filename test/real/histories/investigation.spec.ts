import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string, by?: number) => (by === undefined ? { on } : { on, by });
const A = { defendantIds: ['a'] };
const charge = (offence: object, on: string) => deed('charge', { defendantId: 'a', number: '1', offence }, at(on));
const approve = (on: string) => deed('approve-charge', A, at(on));
const extend = (until: string, [asked, granted]: readonly [string, string]) => [
  deed('request-extension', { until }, at(asked)),
  deed('extend', { until }, at(granted)),
];

describe('8. a less serious offence to its 4 months, returned twice by the procuracy', () => {
  // An investigator posted to the commune institutes illegal stay; the evidence is thin and the file goes back and forth.
  const offence = { article: 347, clause: 1 };
  const toProcuracy = (on: string) => deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at(on));
  const returned = caseTold(
    deed('institute', { offence, communeInvestigator: true, committedOn: '2025-07-10' }, at('2025-07-15')),
    charge(offence, '2025-07-22'),
    approve('2025-07-25'),
    ...extend('2025-11-15', ['2025-09-05', '2025-09-10']),
    deed('conclude', {}, at('2025-11-14')),
    toProcuracy('2025-11-14'),
    deed('extend-prosecution', { until: '2025-12-14' }, at('2025-12-03')),
    deed('return-for-supplement', { ground: 'evidence-lacking' }, at('2025-12-15')),
    deed('conclude', {}, at('2026-02-12')),
    toProcuracy('2026-02-13'),
    deed('return-for-supplement', { ground: 'procedural-violation' }, at('2026-03-05')),
    deed('conclude', {}, at('2026-04-29')),
    toProcuracy('2026-05-04'),
  );

  it('is not returned a third time, nor investigated longer than 4 months', () => {
    returned
      .when('return-for-supplement', { ground: 'evidence-lacking' }, at('2026-05-22'))
      .thenRefused('return.cap', { most: 2 });
    caseTold(deed('institute', { offence }, at('2025-07-15')))
      .when('extend', { until: '2025-11-16' }, at('2025-09-01'))
      .thenRefused('extend.too-long', { longest: '2025-11-15' });
    caseTold(deed('institute', { offence }, at('2025-07-15')))
      .when('request-extension', { until: '2025-11-15' }, at('2025-09-06'))
      .thenRefused('extend.asked-late', { askBy: '2025-09-05' });
  });

  it('ends final without an appeal', () => {
    const told = returned.given(
      deed('indict', {}, at('2026-05-22')),
      deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2026-05-25')),
      deed('accept', {}, at('2026-05-25')),
      deed('assign-judge', { judgeId: 'judge-1' }, at('2026-05-27')),
      deed('schedule', { hearingOn: '2026-06-29' }, at('2026-06-15')),
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at('2026-06-29')),
      deed('finalise', { basis: 'no-appeal' }, at('2026-07-30')),
    );
    expect(told.status).toBe('final');
    expectLimits(told, [
      due(
        'limitation-of-prosecution',
        ['2025-07-10', '2030-07-10', '2025-07-22'],
        ['until somebody is charged: 5 years, no day off moves them', '27'],
      ),
      due('institution-to-procuracy', ['2025-07-15', '2025-07-16'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2025-07-15', '2025-11-17', '2025-11-14'],
        ['2 months = 2025-09-15, 2 more = 2025-11-15: 2025-11-15, Saturday → 2025-11-17', '172'],
      ),
      due('charge-to-procuracy', ['2025-07-22', '2025-07-23'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-07-22', '2025-07-25', '2025-07-25'], ['3 days = 2025-07-25', '179'], {
        who: 'a',
      }),
      due('end-of-investigation', ['2025-11-14', '2025-11-17'], ['2 days = 2025-11-16, Sunday → 2025-11-17', '232']),
      due(
        'hand-over-to-procuracy',
        ['2025-11-14', '2025-11-17', '2025-11-14'],
        ['2 days = 2025-11-16, Sunday → 2025-11-17', '232'],
      ),
      due(
        'decision-to-prosecute',
        ['2025-11-14', '2025-12-15', '2025-12-15'],
        ['20 days = 2025-12-04, 10 more: 2025-12-14, Sunday → 2025-12-15', '240'],
      ),
      due('decision-of-prosecution', ['2025-12-15', '2025-12-18'], ['3 days = 2025-12-18', '240']),
      due(
        'supplement-for-procuracy',
        ['2025-12-15', '2026-02-23', '2026-02-12'],
        ['2 months = 2026-02-15, Sunday → 2026-02-23', '174'],
      ),
      due('end-of-investigation', ['2026-02-12', '2026-02-23'], ['2 days = 2026-02-14, Saturday → 2026-02-23', '232']),
      due(
        'hand-over-to-procuracy',
        ['2026-02-12', '2026-02-23', '2026-02-13'],
        ['2 days = 2026-02-14, Saturday → 2026-02-23', '232'],
      ),
      due('decision-to-prosecute', ['2026-02-13', '2026-03-05', '2026-03-05'], ['20 days = 2026-03-05', '240']),
      due('decision-of-prosecution', ['2026-03-05', '2026-03-09'], ['3 days = 2026-03-08, Sunday → 2026-03-09', '240']),
      due('supplement-for-procuracy', ['2026-03-05', '2026-05-05', '2026-04-29'], ['2 months = 2026-05-05', '174']),
      due('end-of-investigation', ['2026-04-29', '2026-05-04'], ['2 days = 2026-05-01, a day off → 2026-05-04', '232']),
      due(
        'hand-over-to-procuracy',
        ['2026-04-29', '2026-05-04', '2026-05-04'],
        ['2 days = 2026-05-01, a day off → 2026-05-04', '232'],
      ),
      due(
        'decision-to-prosecute',
        ['2026-05-04', '2026-05-25', '2026-05-22'],
        ['20 days = 2026-05-24, Sunday → 2026-05-25', '240'],
      ),
      due('decision-of-prosecution', ['2026-05-22', '2026-05-25'], ['3 days = 2026-05-25', '240']),
      due('hand-over-to-court', ['2026-05-22', '2026-05-25', '2026-05-25'], ['3 days = 2026-05-25', '244']),
      due('judge-assignment', ['2026-05-25', '2026-05-28', '2026-05-27'], ['3 days = 2026-05-28', '276']),
      due('trial-preparation', ['2026-05-25', '2026-06-24', '2026-06-15'], ['30 days = 2026-06-24', '277']),
      due('hearing', ['2026-06-15', '2026-06-30', '2026-06-29'], ['15 days = 2026-06-30', '277']),
      due('judgment', ['2026-06-29', '2026-07-09'], ['10 days = 2026-07-09', '262']),
      due('appeal-period', ['2026-06-29', '2026-07-14', '2026-07-30'], ['15 days = 2026-07-14', '333'], { who: 'a' }),
      due('protest-period', ['2026-06-29', '2026-07-14', '2026-07-30'], ['15 days = 2026-07-14', '337'], { who: 'a' }),
      due('protest-period-above', ['2026-06-29', '2026-07-29', '2026-07-30'], ['30 days = 2026-07-29', '337'], {
        who: 'a',
      }),
      due('cassation-period', ['2026-07-30', '2027-07-30'], ['1 year = 2027-07-30', '379'], { who: 'a' }),
      due('decision-of-court-to-procuracy', ['2026-05-27', '2026-05-29'], ['2 days = 2026-05-29', '286']),
      due('decision-of-court-to-procuracy', ['2026-06-15', '2026-06-17'], ['2 days = 2026-06-17', '286']),
      due(
        'decision-to-try',
        ['2026-06-15', '2026-06-19', '2026-06-29'],
        ['10 days before 2026-06-29 = 2026-06-19', '286'],
      ),
    ]);
  });
});

describe('9. a serious offence to its 8 months, begun by the border guard', () => {
  // Smuggling people out of the country; the border guard hands over within 7 days and the clock goes on at the police.
  const offence = { article: 348, clause: 1 };
  const told = caseTold(
    deed('institute', { offence }, at('2024-04-02', OFFICE.borderGuard)),
    deed('transfer', { toOfficeId: OFFICE.police }, at('2024-04-08')),
    deed('accept-transfer', {}, at('2024-04-10', OFFICE.police)),
    charge(offence, '2024-04-16'),
    approve('2024-04-19'),
    ...extend('2024-10-02', ['2024-06-21', '2024-06-26']),
    ...extend('2024-12-02', ['2024-09-20', '2024-09-27']),
    deed('conclude', {}, at('2024-11-29')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2024-12-02')),
    deed('terminate', { ground: 'exemption' }, at('2024-12-23')),
  );

  it('ends terminated by the procuracy', () => {
    expect(told.status).toBe('prosecution-terminated');
    expectLimits(told, [
      due('institution-to-procuracy', ['2024-04-02', '2024-04-03'], ['24 hours, no day off moves them', '154']),
      due('border-guard-hand-over', ['2024-04-02', '2024-04-09', '2024-04-08'], ['7 days = 2024-04-09', '164']),
      due(
        'investigation',
        ['2024-04-02', '2024-12-02', '2024-11-29'],
        ['3 months = 2024-07-02, 3 more = 2024-10-02, 2 more = 2024-12-02', '172'],
      ),
      due(
        'answer-to-case-transfer',
        ['2024-04-08', '2024-04-15', '2024-04-10'],
        ['5 days = 2024-04-13, Saturday → 2024-04-15', '29'],
      ),
      due('charge-to-procuracy', ['2024-04-16', '2024-04-17'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2024-04-16', '2024-04-19', '2024-04-19'], ['3 days = 2024-04-19', '179'], {
        who: 'a',
      }),
      due('end-of-investigation', ['2024-11-29', '2024-12-02'], ['2 days = 2024-12-01, Sunday → 2024-12-02', '232']),
      due(
        'hand-over-to-procuracy',
        ['2024-11-29', '2024-12-02', '2024-12-02'],
        ['2 days = 2024-12-01, Sunday → 2024-12-02', '232'],
      ),
      due(
        'decision-to-prosecute',
        ['2024-12-02', '2024-12-23', '2024-12-23'],
        ['20 days = 2024-12-22, Sunday → 2024-12-23', '240'],
      ),
      due('decision-of-prosecution', ['2024-12-23', '2024-12-26'], ['3 days = 2024-12-26', '240']),
    ]);
  });

  it('is not extended a third time, and only serious trafficking articles are the border guard’s', () => {
    caseTold(
      deed('institute', { offence }, at('2024-04-02', OFFICE.police)),
      ...extend('2024-10-02', ['2024-06-21', '2024-06-26']),
      ...extend('2024-12-02', ['2024-09-20', '2024-09-27']),
    )
      .when('extend', { until: '2024-12-03' }, at('2024-11-01'))
      .thenRefused('extend.no-more');
    caseTold()
      .when('institute', { offence: { article: 297, clause: 1 } }, at('2024-04-02', OFFICE.borderGuard))
      .thenRefused('institute.offence-of-others');
  });
});

describe('10. a very serious offence to its 12 months, one accused tried in absence', () => {
  // Trafficking by two; one flees, is wanted in vain, and is investigated and tried without being there.
  const offence = { article: 150, clause: 1 };
  const told = caseTold(
    deed('institute', { offence }, at('2025-01-15')),
    charge(offence, '2025-01-21'),
    approve('2025-01-24'),
    deed('charge', { defendantId: 'b', number: '2', offence }, at('2025-02-03')),
    deed('approve-charge', { defendantIds: ['b'] }, at('2025-02-05')),
    deed('issue-wanted-notice', { defendantIds: ['b'] }, at('2025-03-03')),
    ...extend('2025-09-15', ['2025-05-05', '2025-05-12']),
    deed('proceed-in-absentia', { defendantIds: ['b'] }, at('2025-07-02')),
    ...extend('2026-01-15', ['2025-09-05', '2025-09-10']),
    deed('conclude', {}, at('2026-01-14')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2026-01-15')),
    deed('extend-prosecution', { until: '2026-03-01' }, at('2026-02-13')),
    deed('indict', {}, at('2026-03-02')),
    deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2026-03-05')),
    deed('accept', {}, at('2026-03-05')),
    deed('assign-judge', { judgeId: 'judge-1' }, at('2026-03-06')),
    deed('schedule', { hearingOn: '2026-05-18' }, at('2026-05-04')),
    deed(
      'judge',
      {
        verdicts: [
          { defendantId: 'a', outcome: 'convicted' },
          { defendantId: 'b', outcome: 'convicted', absentia: 'wanted-in-vain' },
        ],
      },
      at('2026-05-18'),
    ),
    deed('record-receipt', { defendantIds: ['b'] }, at('2026-05-25')),
    deed('finalise', { basis: 'no-appeal' }, at('2026-06-18')),
  );

  it('ends final; the 15 days of the absent run from the receipt', () => {
    expect(told.status).toBe('final');
    expectLimits(told, [
      due('institution-to-procuracy', ['2025-01-15', '2025-01-16'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2025-01-15', '2026-01-15', '2026-01-14'],
        ['4 months = 2025-05-15, 4 more = 2025-09-15, 4 more', '172'],
      ),
      due('charge-to-procuracy', ['2025-01-21', '2025-01-22'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-01-21', '2025-01-24', '2025-01-24'], ['3 days = 2025-01-24', '179'], {
        who: 'a',
      }),
      due('charge-to-procuracy', ['2025-02-03', '2025-02-04'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-02-03', '2025-02-06', '2025-02-05'], ['3 days = 2025-02-06', '179'], {
        who: 'b',
      }),
      due('end-of-investigation', ['2026-01-14', '2026-01-16'], ['2 days = 2026-01-16', '232']),
      due('hand-over-to-procuracy', ['2026-01-14', '2026-01-16', '2026-01-15'], ['2 days = 2026-01-16', '232']),
      due(
        'decision-to-prosecute',
        ['2026-01-15', '2026-03-02', '2026-03-02'],
        ['30 days = 2026-02-14, 15 more: 2026-03-01, Sunday → 2026-03-02', '240'],
      ),
      due('decision-of-prosecution', ['2026-03-02', '2026-03-05'], ['3 days = 2026-03-05', '240']),
      due('hand-over-to-court', ['2026-03-02', '2026-03-05', '2026-03-05'], ['3 days = 2026-03-05', '244']),
      due(
        'judge-assignment',
        ['2026-03-05', '2026-03-09', '2026-03-06'],
        ['3 days = 2026-03-08, Sunday → 2026-03-09', '276'],
      ),
      due('trial-preparation', ['2026-03-05', '2026-05-05', '2026-05-04'], ['2 months = 2026-05-05', '277']),
      due('hearing', ['2026-05-04', '2026-05-19', '2026-05-18'], ['15 days = 2026-05-19', '277']),
      due('judgment', ['2026-05-18', '2026-05-28'], ['10 days = 2026-05-28', '262']),
      due('appeal-period', ['2026-05-18', '2026-06-02', '2026-06-18'], ['15 days = 2026-06-02', '333'], { who: 'a' }),
      due('appeal-period', ['2026-05-25', '2026-06-09', '2026-06-18'], ['15 days = 2026-06-09', '333'], { who: 'b' }),
      due('protest-period', ['2026-05-18', '2026-06-02', '2026-06-18'], ['15 days = 2026-06-02', '337'], { who: 'a' }),
      due('protest-period', ['2026-05-18', '2026-06-02', '2026-06-18'], ['15 days = 2026-06-02', '337'], { who: 'b' }),
      due('protest-period-above', ['2026-05-18', '2026-06-17', '2026-06-18'], ['30 days = 2026-06-17', '337'], {
        who: 'a',
      }),
      due('protest-period-above', ['2026-05-18', '2026-06-17', '2026-06-18'], ['30 days = 2026-06-17', '337'], {
        who: 'b',
      }),
      due('cassation-period', ['2026-06-18', '2027-06-18'], ['1 year = 2027-06-18', '379'], { who: 'a' }),
      due('cassation-period', ['2026-06-18', '2027-06-18'], ['1 year = 2027-06-18', '379'], { who: 'b' }),
      due(
        'decision-of-court-to-procuracy',
        ['2026-03-06', '2026-03-09'],
        ['2 days = 2026-03-08, Sunday → 2026-03-09', '286'],
      ),
      due('decision-of-court-to-procuracy', ['2026-05-04', '2026-05-06'], ['2 days = 2026-05-06', '286']),
      due(
        'decision-to-try',
        ['2026-05-04', '2026-05-08', '2026-05-18'],
        ['10 days before 2026-05-18 = 2026-05-08', '286'],
      ),
    ]);
  });

  it('does not go on in absence before 1 July 2025', () => {
    caseTold(deed('institute', { offence }, at('2025-01-15')), charge(offence, '2025-01-21'))
      .when('proceed-in-absentia', A, at('2025-06-30'))
      .thenRefused('day.before-the-law', { since: '2025-07-01' });
  });
});
