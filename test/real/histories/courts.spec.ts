import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string, by?: number) => (by === undefined ? { on } : { on, by });
const A = { defendantIds: ['a'] };
const toProcuracy = (on: string) => deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at(on));
const toCourt = (on: string) => deed('hand-to-court', { toOfficeId: OFFICE.court }, at(on));
const judge = (outcome: string, on: string) => deed('judge', { verdicts: [{ defendantId: 'a', outcome }] }, at(on));
const assign = (on: string) => deed('assign-judge', { judgeId: 'judge-1' }, at(on));

describe('14. instituted by a trial panel, suspended for illness, resumed, not proven', () => {
  // A witness turns out to have forced others to work; the accused falls ill before the 2 months are over.
  const offence = { article: 297, clause: 1 };
  const told = caseTold(
    deed('institute', { offence }, at('2025-10-06', OFFICE.court)),
    deed('transfer', { toOfficeId: OFFICE.police }, at('2025-10-07')),
    deed('accept-transfer', {}, at('2025-10-09', OFFICE.police)),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2025-10-20')),
    deed('approve-charge', A, at('2025-10-22')),
    deed('suspend', { ground: 'illness' }, at('2025-11-10')),
    deed('resume', {}, at('2026-01-12')),
    deed('request-extension', { until: '2026-04-12' }, at('2026-03-02')),
    deed('extend', { until: '2026-04-12' }, at('2026-03-05')),
  );

  it('is not terminated as unproven before the limit has run out', () => {
    // 3 months from 12 January end on Sunday 12 April 2026: the last day is Monday the 13th.
    for (const on of ['2026-04-10', '2026-04-12']) {
      told.when('terminate', { ground: 'not-proven' }, at(on)).thenRefused('terminate.limit-running', {
        end: '2026-04-13',
      });
    }
  });

  it('ends terminated; resumed it had 2 months and 1 more', () => {
    const ended = told.given(
      deed('terminate', { ground: 'not-proven' }, at('2026-04-13')),
      deed('confirm-termination', {}, at('2026-04-20')),
    );
    expect(ended.status).toBe('investigation-terminated');
    expectLimits(ended, [
      due('institution-to-procuracy', ['2025-10-06', '2025-10-07'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2025-10-06', '2025-12-08', '2025-11-10'],
        ['2 months = 2025-12-06, Saturday → 2025-12-08', '172'],
        { askBy: '2025-11-26' },
      ),
      due(
        'answer-to-case-transfer',
        ['2025-10-07', '2025-10-13', '2025-10-09'],
        ['5 days = 2025-10-12, Sunday → 2025-10-13', '29'],
      ),
      due('charge-to-procuracy', ['2025-10-20', '2025-10-21'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-10-20', '2025-10-23', '2025-10-22'], ['3 days = 2025-10-23', '179'], {
        who: 'a',
      }),
      due('suspension-of-investigation', ['2025-11-10', '2025-11-12'], ['2 days = 2025-11-12', '229']),
      due('suspension-review', ['2025-11-10', '2025-12-10', '2026-01-12'], ['1 month = 2025-12-10', '7']),
      due('resumption-of-investigation', ['2026-01-12', '2026-01-14'], ['2 days = 2026-01-14', '235']),
      due(
        'investigation-resumed',
        ['2026-01-12', '2026-04-13', '2026-04-13'],
        ['2 months = 2026-03-12, 1 more: 2026-04-12, Sunday → 2026-04-13', '174'],
      ),
      due('end-of-investigation', ['2026-04-13', '2026-04-15'], ['2 days = 2026-04-15', '232']),
      due('review-of-termination', ['2026-04-13', '2026-04-28', '2026-04-20'], ['15 days = 2026-04-28', '230']),
    ]);
  });
});

describe('15. returned by the judge, returned by the panel, and judged on the old indictment', () => {
  // Organising illegal departure; the procuracy follows the judge, and declines what the panel asks.
  const offence = { article: 349, clause: 2 };
  const heard = caseTold(
    deed('institute', { offence }, at('2024-01-31')),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2024-02-01')),
    deed('approve-charge', A, at('2024-02-05')),
    deed('conclude', {}, at('2024-05-30')),
    toProcuracy('2024-05-31'),
    deed('indict', {}, at('2024-06-28')),
    toCourt('2024-07-01'),
    deed('accept', {}, at('2024-07-01')),
    assign('2024-07-03'),
    deed('return-by-court', { by: 'judge', ground: 'evidence-lacking' }, at('2024-08-15')),
    deed('return-for-supplement', { ground: 'evidence-lacking' }, at('2024-08-20')),
    deed('conclude', {}, at('2024-09-18')),
    toProcuracy('2024-09-20'),
    deed('indict', {}, at('2024-10-10')),
    toCourt('2024-10-11'),
    deed('accept', {}, at('2024-10-14')),
    assign('2024-10-15'),
    deed('schedule', { hearingOn: '2024-11-12' }, at('2024-10-28')),
    deed('return-by-court', { by: 'panel', ground: 'procedural-violation' }, at('2024-11-12')),
    deed('decline-return', { because: 'the violation changes nothing' }, at('2024-11-25')),
    deed('accept', {}, at('2024-11-27')),
    assign('2024-11-28'),
    deed('schedule', { hearingOn: '2024-12-24' }, at('2024-12-10')),
  );

  it('is returned once by the judge and once by the panel', () => {
    for (const by of ['judge', 'panel']) {
      heard
        .when('return-by-court', { by, ground: 'evidence-lacking' }, at('2024-12-24'))
        .thenRefused('return.cap', { most: 1 });
    }
  });

  it('ends final; 4 months from 31 January end on 31 May, 15 days after each return', () => {
    const told = heard.given(
      judge('convicted', '2024-12-24'),
      deed('finalise', { basis: 'no-appeal' }, at('2025-01-24')),
    );
    expect(told.status).toBe('final');
    expectLimits(told, [
      due('institution-to-procuracy', ['2024-01-31', '2024-02-01'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2024-01-31', '2024-05-31', '2024-05-30'], ['4 months = 2024-05-31', '172'], {
        askBy: '2024-05-21',
      }),
      due('charge-to-procuracy', ['2024-02-01', '2024-02-02'], ['24 hours, no day off moves them', '179']),
      due(
        'approval-of-charge',
        ['2024-02-01', '2024-02-05', '2024-02-05'],
        ['3 days = 2024-02-04, Sunday → 2024-02-05', '179'],
        { who: 'a' },
      ),
      due('end-of-investigation', ['2024-05-30', '2024-06-03'], ['2 days = 2024-06-01, Saturday → 2024-06-03', '232']),
      due(
        'hand-over-to-procuracy',
        ['2024-05-30', '2024-06-03', '2024-05-31'],
        ['2 days = 2024-06-01, Saturday → 2024-06-03', '232'],
      ),
      due(
        'decision-to-prosecute',
        ['2024-05-31', '2024-07-01', '2024-06-28'],
        ['30 days = 2024-06-30, Sunday → 2024-07-01', '240'],
      ),
      due('decision-of-prosecution', ['2024-06-28', '2024-07-01'], ['3 days = 2024-07-01', '240']),
      due('hand-over-to-court', ['2024-06-28', '2024-07-01', '2024-07-01'], ['3 days = 2024-07-01', '244']),
      due('judge-assignment', ['2024-07-01', '2024-07-04', '2024-07-03'], ['3 days = 2024-07-04', '276']),
      due(
        'trial-preparation',
        ['2024-07-01', '2024-09-04', '2024-08-15'],
        ['2 months = 2024-09-01, Sunday → 2024-09-04', '277'],
      ),
      due(
        'answer-to-court',
        ['2024-08-15', '2024-09-16', '2024-08-20'],
        ['1 month = 2024-09-15, Sunday → 2024-09-16', '174'],
      ),
      due('decision-of-prosecution', ['2024-08-20', '2024-08-23'], ['3 days = 2024-08-23', '240']),
      due('supplement-for-court', ['2024-08-20', '2024-09-20', '2024-09-18'], ['1 month = 2024-09-20', '174']),
      due('end-of-investigation', ['2024-09-18', '2024-09-20'], ['2 days = 2024-09-20', '232']),
      due('hand-over-to-procuracy', ['2024-09-18', '2024-09-20', '2024-09-20'], ['2 days = 2024-09-20', '232']),
      due(
        'decision-to-prosecute',
        ['2024-09-20', '2024-10-21', '2024-10-10'],
        ['30 days = 2024-10-20, Sunday → 2024-10-21', '240'],
      ),
      due('decision-of-prosecution', ['2024-10-10', '2024-10-14'], ['3 days = 2024-10-13, Sunday → 2024-10-14', '240']),
      due(
        'hand-over-to-court',
        ['2024-10-10', '2024-10-14', '2024-10-11'],
        ['3 days = 2024-10-13, Sunday → 2024-10-14', '244'],
      ),
      due('judge-assignment', ['2024-10-14', '2024-10-17', '2024-10-15'], ['3 days = 2024-10-17', '276']),
      due(
        'trial-preparation-after-return',
        ['2024-10-14', '2024-10-29', '2024-10-28'],
        ['15 days = 2024-10-29', '277'],
      ),
      due('hearing', ['2024-10-28', '2024-11-12', '2024-11-12'], ['15 days = 2024-11-12', '277']),
      due('answer-to-court', ['2024-11-12', '2024-12-12', '2024-11-25'], ['1 month = 2024-12-12', '174']),
      due(
        'judge-assignment',
        ['2024-11-27', '2024-12-02', '2024-11-28'],
        ['3 days = 2024-11-30, Saturday → 2024-12-02', '276'],
      ),
      due(
        'trial-preparation-after-return',
        ['2024-11-27', '2024-12-12', '2024-12-10'],
        ['15 days = 2024-12-12', '277'],
      ),
      due('hearing', ['2024-12-10', '2024-12-25', '2024-12-24'], ['15 days = 2024-12-25', '277']),
      due('judgment', ['2024-12-24', '2025-01-03'], ['10 days = 2025-01-03', '262']),
      due('appeal-period', ['2024-12-24', '2025-01-08', '2025-01-24'], ['15 days = 2025-01-08', '333'], { who: 'a' }),
      due('protest-period', ['2024-12-24', '2025-01-08', '2025-01-24'], ['15 days = 2025-01-08', '337'], { who: 'a' }),
      due('protest-period-above', ['2024-12-24', '2025-01-23', '2025-01-24'], ['30 days = 2025-01-23', '337'], {
        who: 'a',
      }),
      due('cassation-period', ['2025-01-24', '2026-01-26'], ['1 year = 2026-01-24, Saturday → 2026-01-26', '379'], {
        who: 'a',
      }),
      due('decision-of-court-to-procuracy', ['2024-07-03', '2024-07-05'], ['2 days = 2024-07-05', '286']),
      due('decision-of-court-to-procuracy', ['2024-10-15', '2024-10-17'], ['2 days = 2024-10-17', '286']),
      due('decision-of-court-to-procuracy', ['2024-10-28', '2024-10-30'], ['2 days = 2024-10-30', '286']),
      due(
        'decision-of-court-to-procuracy',
        ['2024-11-28', '2024-12-02'],
        ['2 days = 2024-11-30, Saturday → 2024-12-02', '286'],
      ),
      due('decision-of-court-to-procuracy', ['2024-12-10', '2024-12-12'], ['2 days = 2024-12-12', '286']),
      due(
        'decision-to-try',
        ['2024-10-28', '2024-11-01', '2024-11-12'],
        ['10 days before 2024-11-12 = 2024-11-02, Saturday → 2024-11-01 before it', '286'],
      ),
      due(
        'decision-to-try',
        ['2024-12-10', '2024-12-13', '2024-12-24'],
        ['10 days before 2024-12-24 = 2024-12-14, Saturday → 2024-12-13 before it', '286'],
      ),
    ]);
  });
});
