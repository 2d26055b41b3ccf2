import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string, by?: number) => (by === undefined ? { on } : { on, by });
const A = { defendantIds: ['a'] };
const accuse = (offence: object, [on, approved]: readonly [string, string]) => [
  deed('charge', { defendantId: 'a', number: '1', offence }, at(on)),
  deed('approve-charge', A, at(approved)),
];
const toProcuracy = (on: string) => deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at(on));
const toCourt = (on: string) => deed('hand-to-court', { toOfficeId: OFFICE.court }, at(on));
const assign = (on: string) => deed('assign-judge', { judgeId: 'judge-1' }, at(on));
const convict = (on: string) => deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at(on));
const result = (outcome: string) => ({ results: [{ defendantId: 'a', outcome }] });

describe('24. retried after the appeal, and again after a cassation in favour', () => {
  // Trafficking of several persons; first the appellate court, then the Supreme Court finds the trial wanting.
  const offence = { article: 150, clause: 2 };
  const final = caseTold(
    deed('institute', { offence }, at('2024-01-31')),
    ...accuse(offence, ['2024-02-01', '2024-02-05']),
    deed('conclude', {}, at('2024-05-30')),
    toProcuracy('2024-06-03'),
    deed('indict', {}, at('2024-07-01')),
    toCourt('2024-07-04'),
    deed('accept', {}, at('2024-07-04')),
    assign('2024-07-05'),
    deed('schedule', { hearingOn: '2024-09-18' }, at('2024-09-04')),
    convict('2024-09-18'),
    deed('appeal', { kind: 'appeal', by: 'defendant', ...A }, at('2024-10-02')),
    deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2024-10-22')),
    deed('accept-appeal', { level: 'province' }, at('2024-10-23')),
    deed('schedule-appeal', { hearingOn: '2024-12-19' }, at('2024-12-05')),
    deed('open-hearing', {}, at('2024-12-19')),
    deed('decide-appeal', result('annulled-retry'), at('2024-12-19')),
    deed('accept-remand', {}, at('2025-01-02')),
    assign('2025-01-03'),
    deed('schedule', { hearingOn: '2025-03-14' }, at('2025-02-28')),
    convict('2025-03-14'),
    deed('finalise', { basis: 'no-appeal' }, at('2025-04-15')),
  );
  const protest = (direction: string) => ({ direction, toOfficeId: OFFICE.otherCourt, ...A });

  it('is attacked to the detriment of the convicted within a year of finality, in favour at any time', () => {
    const by = OFFICE.otherProcuracy;
    final
      .when('protest-cassation', protest('against'), at('2026-04-16', by))
      .thenRefused('cassation.year-over', { defendants: ['a'] });
    final.when('protest-cassation', protest('against'), at('2026-04-15', by)).thenStatus('in-cassation');
    final.when('protest-cassation', protest('in-favour'), at('2026-04-16', by)).thenStatus('in-cassation');
  });

  it('ends final after the third trial', () => {
    const told = final.given(
      deed('protest-cassation', protest('in-favour'), at('2025-11-17', OFFICE.otherProcuracy)),
      deed('decide-cassation', result('annulled-retry'), at('2026-03-10')),
      deed('accept-remand', {}, at('2026-03-24')),
      assign('2026-03-27'),
      deed('schedule', { hearingOn: '2026-06-03' }, at('2026-05-20')),
      convict('2026-06-03'),
      deed('finalise', { basis: 'no-appeal' }, at('2026-07-06')),
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
        ['2024-05-30', '2024-06-03', '2024-06-03'],
        ['2 days = 2024-06-01, Saturday → 2024-06-03', '232'],
      ),
      due('decision-to-prosecute', ['2024-06-03', '2024-07-03', '2024-07-01'], ['30 days = 2024-07-03', '240']),
      due('decision-of-prosecution', ['2024-07-01', '2024-07-04'], ['3 days = 2024-07-04', '240']),
      due('hand-over-to-court', ['2024-07-01', '2024-07-04', '2024-07-04'], ['3 days = 2024-07-04', '244']),
      due(
        'judge-assignment',
        ['2024-07-04', '2024-07-08', '2024-07-05'],
        ['3 days = 2024-07-07, Sunday → 2024-07-08', '276'],
      ),
      due('trial-preparation', ['2024-07-04', '2024-09-04', '2024-09-04'], ['2 months = 2024-09-04', '277']),
      due('hearing', ['2024-09-04', '2024-09-19', '2024-09-18'], ['15 days = 2024-09-19', '277']),
      due('judgment', ['2024-09-18', '2024-09-30'], ['10 days = 2024-09-28, Saturday → 2024-09-30', '262']),
      due('appeal-period', ['2024-09-18', '2024-10-03', '2024-12-19'], ['15 days = 2024-10-03', '333'], { who: 'a' }),
      due('protest-period', ['2024-09-18', '2024-10-03', '2024-12-19'], ['15 days = 2024-10-03', '337'], { who: 'a' }),
      due('protest-period-above', ['2024-09-18', '2024-10-18', '2024-12-19'], ['30 days = 2024-10-18', '337'], {
        who: 'a',
      }),
      due(
        'hand-over-to-appellate-court',
        ['2024-10-18', '2024-10-25', '2024-10-22'],
        ['from the end of the last period: 7 days = 2024-10-25', '339'],
      ),
      due(
        'appeal-preparation',
        ['2024-10-23', '2024-12-09', '2024-12-05'],
        ['45 days = 2024-12-07, Saturday → 2024-12-09', '346'],
      ),
      due(
        'appeal-hearing',
        ['2024-10-23', '2024-12-23', '2024-12-19'],
        ['60 days = 2024-12-22, Sunday → 2024-12-23', '346'],
      ),
      due('appeal-opening', ['2024-12-05', '2024-12-20', '2024-12-19'], ['15 days = 2024-12-20', '346']),
      due('judgment', ['2024-12-19', '2024-12-30'], ['10 days = 2024-12-29, Sunday → 2024-12-30', '262']),
      due('remand-hand-over', ['2024-12-19', '2025-01-03', '2025-01-02'], ['15 days = 2025-01-03', '358']),
      due(
        'judge-assignment',
        ['2025-01-02', '2025-01-06', '2025-01-03'],
        ['3 days = 2025-01-05, Sunday → 2025-01-06', '276'],
      ),
      due(
        'trial-preparation',
        ['2025-01-02', '2025-03-03', '2025-02-28'],
        ['2 months = 2025-03-02, Sunday → 2025-03-03', '277'],
      ),
      due(
        'hearing',
        ['2025-02-28', '2025-03-17', '2025-03-14'],
        ['15 days = 2025-03-15, Saturday → 2025-03-17', '277'],
      ),
      due('judgment', ['2025-03-14', '2025-03-24'], ['10 days = 2025-03-24', '262']),
      due(
        'appeal-period',
        ['2025-03-14', '2025-03-31', '2025-04-15'],
        ['15 days = 2025-03-29, Saturday → 2025-03-31', '333'],
        { who: 'a' },
      ),
      due(
        'protest-period',
        ['2025-03-14', '2025-03-31', '2025-04-15'],
        ['15 days = 2025-03-29, Saturday → 2025-03-31', '337'],
        { who: 'a' },
      ),
      due(
        'protest-period-above',
        ['2025-03-14', '2025-04-14', '2025-04-15'],
        ['30 days = 2025-04-13, Sunday → 2025-04-14', '337'],
        { who: 'a' },
      ),
      due('cassation-period', ['2025-04-15', '2026-04-15', '2025-11-17'], ['1 year = 2026-04-15', '379'], { who: 'a' }),
      due('cassation-hearing', ['2025-11-17', '2026-03-17', '2026-03-10'], ['4 months = 2026-03-17', '385']),
      due('remand-hand-over', ['2026-03-10', '2026-03-25', '2026-03-24'], ['15 days = 2026-03-25', '396']),
      due('judge-assignment', ['2026-03-24', '2026-03-27', '2026-03-27'], ['3 days = 2026-03-27', '276']),
      due(
        'trial-preparation',
        ['2026-03-24', '2026-05-25', '2026-05-20'],
        ['2 months = 2026-05-24, Sunday → 2026-05-25', '277'],
      ),
      due('hearing', ['2026-05-20', '2026-06-04', '2026-06-03'], ['15 days = 2026-06-04', '277']),
      due('judgment', ['2026-06-03', '2026-06-15'], ['10 days = 2026-06-13, Saturday → 2026-06-15', '262']),
      due('appeal-period', ['2026-06-03', '2026-06-18', '2026-07-06'], ['15 days = 2026-06-18', '333'], { who: 'a' }),
      due('protest-period', ['2026-06-03', '2026-06-18', '2026-07-06'], ['15 days = 2026-06-18', '337'], { who: 'a' }),
      due('protest-period-above', ['2026-06-03', '2026-07-03', '2026-07-06'], ['30 days = 2026-07-03', '337'], {
        who: 'a',
      }),
      due('cassation-period', ['2026-07-06', '2027-07-06'], ['1 year = 2027-07-06', '379'], { who: 'a' }),
      due(
        'decision-of-court-to-procuracy',
        ['2024-07-05', '2024-07-08'],
        ['2 days = 2024-07-07, Sunday → 2024-07-08', '286'],
      ),
      due('decision-of-court-to-procuracy', ['2024-09-04', '2024-09-06'], ['2 days = 2024-09-06', '286']),
      due(
        'decision-of-court-to-procuracy',
        ['2025-01-03', '2025-01-06'],
        ['2 days = 2025-01-05, Sunday → 2025-01-06', '286'],
      ),
      due(
        'decision-of-court-to-procuracy',
        ['2025-02-28', '2025-03-03'],
        ['2 days = 2025-03-02, Sunday → 2025-03-03', '286'],
      ),
      due(
        'decision-of-court-to-procuracy',
        ['2026-03-27', '2026-03-30'],
        ['2 days = 2026-03-29, Sunday → 2026-03-30', '286'],
      ),
      due('decision-of-court-to-procuracy', ['2026-05-20', '2026-05-22'], ['2 days = 2026-05-22', '286']),
      due(
        'decision-to-try',
        ['2024-09-04', '2024-09-06', '2024-09-18'],
        ['10 days before 2024-09-18 = 2024-09-08, Sunday → 2024-09-06 before it', '286'],
      ),
      due(
        'decision-to-try',
        ['2025-02-28', '2025-03-04', '2025-03-14'],
        ['10 days before 2025-03-14 = 2025-03-04', '286'],
      ),
      due(
        'decision-to-try',
        ['2026-05-20', '2026-05-22', '2026-06-03'],
        ['10 days before 2026-06-03 = 2026-05-24, Sunday → 2026-05-22 before it', '286'],
      ),
    ]);
  });
});
