import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string) => ({ on });
const A = { defendantIds: ['a'] };
const toProcuracy = (on: string) => deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at(on));
const toCourt = (on: string) => deed('hand-to-court', { toOfficeId: OFFICE.court }, at(on));
const assign = (on: string) => deed('assign-judge', { judgeId: 'judge-1' }, at(on));
const judge = (outcome: string, on: string) => deed('judge', { verdicts: [{ defendantId: 'a', outcome }] }, at(on));
const sendUp = (on: string) => deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at(on));

describe('23. annulled on appeal for a new investigation, then acquitted', () => {
  // Trade in organs, a serious offence; the appeal is made on the Monday after the fifteenth day.
  const offence = { article: 154, clause: 1 };
  const told = caseTold(
    deed('institute', { offence }, at('2024-02-01')),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2024-02-05')),
    deed('approve-charge', A, at('2024-02-07')),
    deed('conclude', {}, at('2024-04-26')),
    toProcuracy('2024-05-02'),
    deed('indict', {}, at('2024-05-20')),
    toCourt('2024-05-22'),
    deed('accept', {}, at('2024-05-22')),
    assign('2024-05-24'),
    deed('schedule', { hearingOn: '2024-07-19' }, at('2024-07-05')),
    judge('convicted', '2024-07-19'),
    deed('appeal', { kind: 'appeal', by: 'defendant', ...A }, at('2024-08-05')),
    sendUp('2024-08-23'),
    deed('accept-appeal', { level: 'province' }, at('2024-08-26')),
    deed('schedule-appeal', { hearingOn: '2024-10-23' }, at('2024-10-09')),
    deed('open-hearing', {}, at('2024-10-23')),
    deed('decide-appeal', { results: [{ defendantId: 'a', outcome: 'annulled-reinvestigate' }] }, at('2024-10-23')),
    deed('accept-remand', {}, at('2024-11-05')),
    deed('conclude', {}, at('2025-02-04')),
    toProcuracy('2025-02-05'),
    deed('indict', {}, at('2025-02-24')),
    toCourt('2025-02-26'),
    deed('accept', {}, at('2025-02-27')),
    assign('2025-02-28'),
    deed('schedule', { hearingOn: '2025-04-25' }, at('2025-04-11')),
    judge('acquitted', '2025-04-25'),
    deed('finalise', { basis: 'no-appeal' }, at('2025-05-27')),
  );

  it('ends final; the new investigation has the whole limit from the receipt (Điều 174 khoản 3)', () => {
    expect(told.status).toBe('final');
    expectLimits(told, [
      due('institution-to-procuracy', ['2024-02-01', '2024-02-02'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2024-02-01', '2024-05-02', '2024-04-26'],
        ['3 months = 2024-05-01, a day off → 2024-05-02', '172'],
        { askBy: '2024-04-21' },
      ),
      due('charge-to-procuracy', ['2024-02-05', '2024-02-06'], ['24 hours, no day off moves them', '179']),
      due(
        'approval-of-charge',
        ['2024-02-05', '2024-02-15', '2024-02-07'],
        ['3 days = 2024-02-08, a day off → 2024-02-15', '179'],
        { who: 'a' },
      ),
      due('end-of-investigation', ['2024-04-26', '2024-05-02'], ['2 days = 2024-04-28, Sunday → 2024-05-02', '232']),
      due(
        'hand-over-to-procuracy',
        ['2024-04-26', '2024-05-02', '2024-05-02'],
        ['2 days = 2024-04-28, Sunday → 2024-05-02', '232'],
      ),
      due('decision-to-prosecute', ['2024-05-02', '2024-05-22', '2024-05-20'], ['20 days = 2024-05-22', '240']),
      due('decision-of-prosecution', ['2024-05-20', '2024-05-23'], ['3 days = 2024-05-23', '240']),
      due('hand-over-to-court', ['2024-05-20', '2024-05-23', '2024-05-22'], ['3 days = 2024-05-23', '244']),
      due(
        'judge-assignment',
        ['2024-05-22', '2024-05-27', '2024-05-24'],
        ['3 days = 2024-05-25, Saturday → 2024-05-27', '276'],
      ),
      due(
        'trial-preparation',
        ['2024-05-22', '2024-07-08', '2024-07-05'],
        ['45 days = 2024-07-06, Saturday → 2024-07-08', '277'],
      ),
      due(
        'hearing',
        ['2024-07-05', '2024-07-22', '2024-07-19'],
        ['15 days = 2024-07-20, Saturday → 2024-07-22', '277'],
      ),
      due('judgment', ['2024-07-19', '2024-07-29'], ['10 days = 2024-07-29', '262']),
      due(
        'appeal-period',
        ['2024-07-19', '2024-08-05', '2024-10-23'],
        ['15 days = 2024-08-03, Saturday → 2024-08-05', '333'],
        { who: 'a' },
      ),
      due(
        'protest-period',
        ['2024-07-19', '2024-08-05', '2024-10-23'],
        ['15 days = 2024-08-03, Saturday → 2024-08-05', '337'],
        { who: 'a' },
      ),
      due(
        'protest-period-above',
        ['2024-07-19', '2024-08-19', '2024-10-23'],
        ['30 days = 2024-08-18, Sunday → 2024-08-19', '337'],
        { who: 'a' },
      ),
      due(
        'hand-over-to-appellate-court',
        ['2024-08-19', '2024-08-26', '2024-08-23'],
        ['from the end of the last period, 2024-08-18 moved to 2024-08-19: 7 days = 2024-08-26', '339'],
      ),
      due('appeal-preparation', ['2024-08-26', '2024-10-10', '2024-10-09'], ['45 days = 2024-10-10', '346']),
      due('appeal-hearing', ['2024-08-26', '2024-10-25', '2024-10-23'], ['60 days = 2024-10-25', '346']),
      due('appeal-opening', ['2024-10-09', '2024-10-24', '2024-10-23'], ['15 days = 2024-10-24', '346']),
      due('judgment', ['2024-10-23', '2024-11-04'], ['10 days = 2024-11-02, Saturday → 2024-11-04', '262']),
      due('remand-hand-over', ['2024-10-23', '2024-11-07', '2024-11-05'], ['15 days = 2024-11-07', '358']),
      due('reinvestigation', ['2024-11-05', '2025-02-05', '2025-02-04'], ['3 months = 2025-02-05', '174'], {
        askBy: '2025-01-26',
      }),
      due('end-of-investigation', ['2025-02-04', '2025-02-06'], ['2 days = 2025-02-06', '232']),
      due('hand-over-to-procuracy', ['2025-02-04', '2025-02-06', '2025-02-05'], ['2 days = 2025-02-06', '232']),
      due('decision-to-prosecute', ['2025-02-05', '2025-02-25', '2025-02-24'], ['20 days = 2025-02-25', '240']),
      due('decision-of-prosecution', ['2025-02-24', '2025-02-27'], ['3 days = 2025-02-27', '240']),
      due('hand-over-to-court', ['2025-02-24', '2025-02-27', '2025-02-26'], ['3 days = 2025-02-27', '244']),
      due(
        'judge-assignment',
        ['2025-02-27', '2025-03-03', '2025-02-28'],
        ['3 days = 2025-03-02, Sunday → 2025-03-03', '276'],
      ),
      due(
        'trial-preparation',
        ['2025-02-27', '2025-04-14', '2025-04-11'],
        ['45 days = 2025-04-13, Sunday → 2025-04-14', '277'],
      ),
      due(
        'hearing',
        ['2025-04-11', '2025-04-26', '2025-04-25'],
        ['15 days = 2025-04-26, a Saturday that is worked', '277'],
      ),
      due('judgment', ['2025-04-25', '2025-05-05'], ['10 days = 2025-05-05', '262']),
      due(
        'appeal-period',
        ['2025-04-25', '2025-05-12', '2025-05-27'],
        ['15 days = 2025-05-10, Saturday → 2025-05-12', '333'],
        { who: 'a' },
      ),
      due(
        'protest-period',
        ['2025-04-25', '2025-05-12', '2025-05-27'],
        ['15 days = 2025-05-10, Saturday → 2025-05-12', '337'],
        { who: 'a' },
      ),
      due(
        'protest-period-above',
        ['2025-04-25', '2025-05-26', '2025-05-27'],
        ['30 days = 2025-05-25, Sunday → 2025-05-26', '337'],
        { who: 'a' },
      ),
      due('cassation-period', ['2025-05-27', '2026-05-27'], ['1 year = 2026-05-27', '379'], { who: 'a' }),
      due(
        'decision-of-court-to-procuracy',
        ['2024-05-24', '2024-05-27'],
        ['2 days = 2024-05-26, Sunday → 2024-05-27', '286'],
      ),
      due(
        'decision-of-court-to-procuracy',
        ['2024-07-05', '2024-07-08'],
        ['2 days = 2024-07-07, Sunday → 2024-07-08', '286'],
      ),
      due(
        'decision-of-court-to-procuracy',
        ['2025-02-28', '2025-03-03'],
        ['2 days = 2025-03-02, Sunday → 2025-03-03', '286'],
      ),
      due(
        'decision-of-court-to-procuracy',
        ['2025-04-11', '2025-04-14'],
        ['2 days = 2025-04-13, Sunday → 2025-04-14', '286'],
      ),
      due(
        'decision-to-try',
        ['2024-07-05', '2024-07-09', '2024-07-19'],
        ['10 days before 2024-07-19 = 2024-07-09', '286'],
      ),
      due(
        'decision-to-try',
        ['2025-04-11', '2025-04-15', '2025-04-25'],
        ['10 days before 2025-04-25 = 2025-04-15', '286'],
      ),
    ]);
  });
});
