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

describe('25. final on 29 February, reopened, and terminated after a new investigation', () => {
  // Forced labour, upheld on appeal on 29 February 2024; a year later a witness is found to have lied.
  const offence = { article: 297, clause: 1 };
  const final = caseTold(
    deed('institute', { offence }, at('2023-08-01')),
    ...accuse(offence, ['2023-08-04', '2023-08-07']),
    deed('conclude', {}, at('2023-09-22')),
    toProcuracy('2023-09-25'),
    deed('indict', {}, at('2023-10-13')),
    toCourt('2023-10-16'),
    deed('accept', {}, at('2023-10-16')),
    assign('2023-10-18'),
    deed('schedule', { hearingOn: '2023-11-27' }, at('2023-11-13')),
    convict('2023-11-27'),
    deed('appeal', { kind: 'appeal', by: 'defendant', ...A }, at('2023-12-11')),
    deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2024-01-03')),
    deed('accept-appeal', { level: 'province' }, at('2024-01-15')),
    deed('schedule-appeal', { hearingOn: '2024-02-29' }, at('2024-02-15')),
    deed('open-hearing', {}, at('2024-02-29')),
    deed('decide-appeal', result('upheld'), at('2024-02-29')),
  );
  const protest = (direction: string, reportedOn: string) => ({
    direction,
    reportedOn,
    toOfficeId: OFFICE.otherCourt,
    ...A,
  });

  it('is reopened against the convicted within a year of the report only', () => {
    final
      .when('protest-reopening', protest('against', '2024-05-20'), at('2025-05-21', OFFICE.otherProcuracy))
      .thenRefused('reopening.year-over');
  });

  it('ends terminated; a year from 29 February ends on 28 February', () => {
    const told = final.given(
      deed('protest-reopening', protest('in-favour', '2025-05-20'), at('2025-06-02', OFFICE.otherProcuracy)),
      deed('decide-reopening', result('annulled-reinvestigate'), at('2025-09-15')),
      deed('accept-remand', {}, at('2025-09-29')),
      deed('terminate', { ground: 'no-elements' }, at('2025-11-25')),
      deed('confirm-termination', {}, at('2025-12-05')),
    );
    expect(told.status).toBe('investigation-terminated');
    expectLimits(told, [
      due('institution-to-procuracy', ['2023-08-01', '2023-08-02'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2023-08-01', '2023-10-02', '2023-09-22'],
        ['2 months = 2023-10-01, Sunday → 2023-10-02', '172'],
        { askBy: '2023-09-21' },
      ),
      due('charge-to-procuracy', ['2023-08-04', '2023-08-05'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2023-08-04', '2023-08-07', '2023-08-07'], ['3 days = 2023-08-07', '179'], {
        who: 'a',
      }),
      due('end-of-investigation', ['2023-09-22', '2023-09-25'], ['2 days = 2023-09-24, Sunday → 2023-09-25', '232']),
      due(
        'hand-over-to-procuracy',
        ['2023-09-22', '2023-09-25', '2023-09-25'],
        ['2 days = 2023-09-24, Sunday → 2023-09-25', '232'],
      ),
      due(
        'decision-to-prosecute',
        ['2023-09-25', '2023-10-16', '2023-10-13'],
        ['20 days = 2023-10-15, Sunday → 2023-10-16', '240'],
      ),
      due('decision-of-prosecution', ['2023-10-13', '2023-10-16'], ['3 days = 2023-10-16', '240']),
      due('hand-over-to-court', ['2023-10-13', '2023-10-16', '2023-10-16'], ['3 days = 2023-10-16', '244']),
      due('judge-assignment', ['2023-10-16', '2023-10-19', '2023-10-18'], ['3 days = 2023-10-19', '276']),
      due('trial-preparation', ['2023-10-16', '2023-11-15', '2023-11-13'], ['30 days = 2023-11-15', '277']),
      due('hearing', ['2023-11-13', '2023-11-28', '2023-11-27'], ['15 days = 2023-11-28', '277']),
      due('judgment', ['2023-11-27', '2023-12-07'], ['10 days = 2023-12-07', '262']),
      due('appeal-period', ['2023-11-27', '2023-12-12', '2024-02-29'], ['15 days = 2023-12-12', '333'], { who: 'a' }),
      due('protest-period', ['2023-11-27', '2023-12-12', '2024-02-29'], ['15 days = 2023-12-12', '337'], { who: 'a' }),
      due('protest-period-above', ['2023-11-27', '2023-12-27', '2024-02-29'], ['30 days = 2023-12-27', '337'], {
        who: 'a',
      }),
      due(
        'hand-over-to-appellate-court',
        ['2023-12-27', '2024-01-03', '2024-01-03'],
        ['from the end of the last period: 7 days = 2024-01-03', '339'],
      ),
      due('appeal-preparation', ['2024-01-15', '2024-02-29', '2024-02-15'], ['45 days = 2024-02-29', '346']),
      due('appeal-hearing', ['2024-01-15', '2024-03-15', '2024-02-29'], ['60 days = 2024-03-15', '346']),
      due('appeal-opening', ['2024-02-15', '2024-03-01', '2024-02-29'], ['15 days = 2024-03-01', '346']),
      due('judgment', ['2024-02-29', '2024-03-11'], ['10 days = 2024-03-10, Sunday → 2024-03-11', '262']),
      due('cassation-period', ['2024-02-29', '2025-02-28', '2025-06-02'], ['1 year = 2025-02-28', '379'], { who: 'a' }),
      due('reopening-hearing', ['2025-06-02', '2025-10-02', '2025-09-15'], ['4 months = 2025-10-02', '403']),
      due('remand-hand-over', ['2025-09-15', '2025-09-30', '2025-09-29'], ['15 days = 2025-09-30', '396']),
      due(
        'reinvestigation',
        ['2025-09-29', '2025-12-01', '2025-11-25'],
        ['2 months = 2025-11-29, Saturday → 2025-12-01', '174'],
        { askBy: '2025-11-19' },
      ),
      due('end-of-investigation', ['2025-11-25', '2025-11-27'], ['2 days = 2025-11-27', '232']),
      due('review-of-termination', ['2025-11-25', '2025-12-10', '2025-12-05'], ['15 days = 2025-12-10', '230']),
      due('decision-of-court-to-procuracy', ['2023-10-18', '2023-10-20'], ['2 days = 2023-10-20', '286']),
      due('decision-of-court-to-procuracy', ['2023-11-13', '2023-11-15'], ['2 days = 2023-11-15', '286']),
      due(
        'decision-to-try',
        ['2023-11-13', '2023-11-17', '2023-11-27'],
        ['10 days before 2023-11-27 = 2023-11-17', '286'],
      ),
    ]);
  });
});
