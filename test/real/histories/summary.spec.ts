import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string) => ({ on });
const A = { defendantIds: ['a'] };
const toProcuracy = (on: string) => deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at(on));
const toCourt = (on: string) => deed('hand-to-court', { toOfficeId: OFFICE.court }, at(on));
const judge = (outcome: string, on: string) => deed('judge', { verdicts: [{ defendantId: 'a', outcome }] }, at(on));
const assign = (on: string) => deed('assign-judge', { judgeId: 'judge-1' }, at(on));

describe('16. the summary procedure over New Year 2026', () => {
  // Caught in the act on Sunday 21 December 2025; the 20 days end on the Saturday that is worked for 2 January.
  const offence = { article: 347, clause: 1 };
  const told = caseTold(
    deed('institute', { offence, inFlagrante: true }, at('2025-12-21')),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2025-12-22')),
    deed('approve-charge', A, at('2025-12-23')),
    deed('apply-summary-procedure', {}, at('2025-12-23')),
    deed('conclude', {}, at('2026-01-09')),
    toProcuracy('2026-01-09'),
    deed('indict', {}, at('2026-01-13')),
    toCourt('2026-01-14'),
    deed('accept', {}, at('2026-01-14')),
    assign('2026-01-15'),
    deed('schedule', { hearingOn: '2026-01-30' }, at('2026-01-23')),
    judge('convicted', '2026-01-30'),
    deed('appeal', { kind: 'appeal', by: 'defendant', ...A }, at('2026-02-23')),
    deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at('2026-03-05')),
    deed('accept-appeal', { level: 'province' }, at('2026-03-06')),
    deed('lend-file', { toOfficeId: OFFICE.otherProcuracy }, at('2026-03-06')),
    deed('take-file-back', {}, at('2026-03-11')),
    deed('schedule-appeal', { hearingOn: '2026-03-26' }, at('2026-03-19')),
    deed('open-hearing', {}, at('2026-03-26')),
    deed('decide-appeal', { results: [{ defendantId: 'a', outcome: 'amended' }] }, at('2026-03-26')),
  );

  it('ends final; the 15 days to appeal end after Tết, and the short way goes on before the court above', () => {
    expect(told.status).toBe('final');
    expectLimits(told, [
      due('institution-to-procuracy', ['2025-12-21', '2025-12-22'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2025-12-21', '2026-02-23', '2025-12-23'],
        ['2 months = 2026-02-21, Saturday → 2026-02-23', '172'],
        { askBy: '2026-02-11' },
      ),
      due('charge-to-procuracy', ['2025-12-22', '2025-12-23'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-12-22', '2025-12-25', '2025-12-23'], ['3 days = 2025-12-25', '179'], {
        who: 'a',
      }),
      due('summary-procedure', ['2025-12-23', '2025-12-24'], ['24 hours, no day off moves them', '457']),
      due(
        'investigation-summary',
        ['2025-12-21', '2026-01-10', '2026-01-09'],
        ['20 days = 2026-01-10, a Saturday that is worked', '460'],
      ),
      due('end-of-investigation', ['2026-01-09', '2026-01-12'], ['2 days = 2026-01-11, Sunday → 2026-01-12', '232']),
      due(
        'hand-over-to-procuracy-summary',
        ['2026-01-09', '2026-01-10', '2026-01-09'],
        ['24 hours, no day off moves them', '460'],
      ),
      due('decision-to-prosecute-summary', ['2026-01-09', '2026-01-14', '2026-01-13'], ['5 days = 2026-01-14', '461']),
      due('decision-of-prosecution', ['2026-01-13', '2026-01-16'], ['3 days = 2026-01-16', '240']),
      due(
        'hand-over-to-court-summary',
        ['2026-01-13', '2026-01-14', '2026-01-14'],
        ['24 hours, no day off moves them', '461'],
      ),
      due(
        'judge-assignment',
        ['2026-01-14', '2026-01-19', '2026-01-15'],
        ['3 days = 2026-01-17, Saturday → 2026-01-19', '276'],
      ),
      due(
        'trial-preparation-summary',
        ['2026-01-14', '2026-01-26', '2026-01-23'],
        ['10 days = 2026-01-24, Saturday → 2026-01-26', '462'],
      ),
      due('hearing-summary', ['2026-01-23', '2026-01-30', '2026-01-30'], ['7 days = 2026-01-30', '462']),
      due('judgment', ['2026-01-30', '2026-02-09'], ['10 days = 2026-02-09', '262']),
      due(
        'appeal-period',
        ['2026-01-30', '2026-02-23', '2026-03-26'],
        ['15 days = 2026-02-14, Saturday → 2026-02-23', '333'],
        { who: 'a' },
      ),
      due(
        'protest-period',
        ['2026-01-30', '2026-02-23', '2026-03-26'],
        ['15 days = 2026-02-14, Saturday → 2026-02-23', '337'],
        { who: 'a' },
      ),
      due(
        'protest-period-above',
        ['2026-01-30', '2026-03-02', '2026-03-26'],
        ['30 days = 2026-03-01, Sunday → 2026-03-02', '337'],
        { who: 'a' },
      ),
      due(
        'hand-over-to-appellate-court',
        ['2026-03-02', '2026-03-09', '2026-03-05'],
        ['from the end of the last period, 2026-03-01 moved to 2026-03-02: 7 days = 2026-03-09', '339'],
      ),
      due(
        'appeal-preparation-summary',
        ['2026-03-06', '2026-03-23', '2026-03-19'],
        ['15 days = 2026-03-21, Saturday → 2026-03-23', '464'],
      ),
      due('file-study-summary', ['2026-03-06', '2026-03-11', '2026-03-11'], ['5 days = 2026-03-11', '464']),
      due('appeal-opening-summary', ['2026-03-19', '2026-03-26', '2026-03-26'], ['7 days = 2026-03-26', '464']),
      due('judgment', ['2026-03-26', '2026-04-06'], ['10 days = 2026-04-05, Sunday → 2026-04-06', '262']),
      due('cassation-period', ['2026-03-26', '2027-03-26'], ['1 year = 2027-03-26', '379'], { who: 'a' }),
      due(
        'decision-of-court-to-procuracy',
        ['2026-01-15', '2026-01-19'],
        ['2 days = 2026-01-17, Saturday → 2026-01-19', '286'],
      ),
      due('decision-to-try-summary', ['2026-01-23', '2026-01-24'], ['24 hours, no day off moves them', '462']),
    ]);
  });
});

describe('27. the summary procedure revoked at the investigation', () => {
  const offence = { article: 347, clause: 1 };
  const told = caseTold(
    deed('institute', { offence }, at('2025-06-02')),
    deed('apply-summary-procedure', {}, at('2025-06-03')),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2025-06-04')),
    deed('approve-charge', A, at('2025-06-05')),
    deed('revoke-summary-procedure', {}, at('2025-06-16')),
  );

  it('counts on by the ordinary limit from the institution, not anew', () => {
    expectLimits(told, [
      due('institution-to-procuracy', ['2025-06-02', '2025-06-03'], ['24 hours', '154']),
      due('investigation', ['2025-06-02', '2025-08-04', '2025-06-03'], ['2 months = Saturday 2025-08-02', '172'], {
        askBy: '2025-07-23',
      }),
      due('summary-procedure', ['2025-06-03', '2025-06-04'], ['24 hours', '457']),
      due('charge-to-procuracy', ['2025-06-04', '2025-06-05'], ['24 hours', '179']),
      due('approval-of-charge', ['2025-06-04', '2025-06-09', '2025-06-05'], ['3 days = Saturday 2025-06-07', '179'], {
        who: 'a',
      }),
      due('investigation-summary', ['2025-06-02', '2025-06-23', '2025-06-16'], ['20 days = Sunday 2025-06-22', '460']),
      due('investigation', ['2025-06-02', '2025-08-04'], ['2 months = Saturday 2025-08-02', '172'], {
        askBy: '2025-07-23',
      }),
    ]);
  });
});
