import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string) => ({ on });
const of = (id: string) => ({ defendantIds: [id] });
const accuse = (id: string, number: string, offence: object, [on, approved]: readonly [string, string]) => [
  deed('charge', { defendantId: id, number, offence }, at(on)),
  deed('approve-charge', of(id), at(approved)),
];
const toProcuracy = (on: string) => deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at(on));
const toCourt = (on: string) => deed('hand-to-court', { toOfficeId: OFFICE.court }, at(on));
const assign = (on: string) => deed('assign-judge', { judgeId: 'judge-1' }, at(on));
const judge = (outcomes: Readonly<Record<string, string>>, on: string) =>
  deed(
    'judge',
    { verdicts: Object.entries(outcomes).map(([defendantId, outcome]) => ({ defendantId, outcome })) },
    at(on),
  );
const sendUp = (on: string) => deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, at(on));

describe('22. adjournment, deliberation, acquittal, protest, and a part that is final', () => {
  // Three kept a brothel: one appeals, one is acquitted and protested against, one lets it be and appeals too late.
  const offence = { article: 327, clause: 2 };
  const judged = caseTold(
    deed('institute', { offence }, at('2025-03-03')),
    ...accuse('a', '1', offence, ['2025-03-10', '2025-03-12']),
    ...accuse('b', '2', offence, ['2025-03-13', '2025-03-14']),
    ...accuse('c', '3', offence, ['2025-03-17', '2025-03-19']),
    deed('conclude', {}, at('2025-06-30')),
    toProcuracy('2025-07-01'),
    deed('indict', {}, at('2025-07-30')),
    toCourt('2025-08-01'),
    deed('accept', {}, at('2025-08-01')),
    assign('2025-08-04'),
    deed('schedule', { hearingOn: '2025-10-09' }, at('2025-09-25')),
    deed('adjourn', { hearingOn: '2025-11-07', ground: 'counsel-absent' }, at('2025-10-09')),
    deed('open-hearing', {}, at('2025-11-07')),
    deed('prolong-deliberation', { until: '2025-11-14' }, at('2025-11-07')),
    judge({ a: 'convicted', b: 'acquitted', c: 'convicted' }, '2025-11-14'),
  );
  const attacked = judged.given(
    deed('appeal', { kind: 'appeal', by: 'defendant', ...of('a') }, at('2025-12-01')),
    deed('appeal', { kind: 'protest', by: 'procuracy-above', ...of('b') }, at('2025-12-15')),
  );

  it('is attacked until the first working day after the period, and final only then', () => {
    judged
      .when('appeal', { kind: 'appeal', by: 'defendant', ...of('a') }, at('2025-12-02'))
      .thenRefused('appeal.period-over');
    judged
      .when('appeal', { kind: 'protest', by: 'procuracy-above', ...of('b') }, at('2025-12-16'))
      .thenRefused('appeal.period-over');
    attacked
      .when('finalise', { basis: 'no-appeal', ...of('c') }, at('2025-12-15'))
      .thenRefused('final.appeal-period-running');
  });

  it('ends final: amended, upheld, and for the third since December', () => {
    const told = attacked.given(
      deed('finalise', { basis: 'no-appeal', ...of('c') }, at('2025-12-16')),
      sendUp('2025-12-19'),
      deed('appeal', { kind: 'appeal', by: 'defendant', late: true, ...of('c') }, at('2025-12-22')),
      deed('send-late-appeal', of('c'), at('2025-12-24')),
      deed('accept-appeal', { level: 'province' }, at('2025-12-26')),
      deed('lend-file', { toOfficeId: OFFICE.otherProcuracy }, at('2025-12-29')),
      deed('refuse-late-appeal', of('c'), at('2026-01-05')),
      deed('take-file-back', {}, at('2026-01-12')),
      deed('schedule-appeal', { hearingOn: '2026-02-12' }, at('2026-02-05')),
      deed('open-hearing', {}, at('2026-02-12')),
      deed(
        'decide-appeal',
        {
          results: [
            { defendantId: 'a', outcome: 'amended' },
            { defendantId: 'b', outcome: 'upheld' },
          ],
        },
        at('2026-02-12'),
      ),
    );
    expect([told.status, told.file.defendants.map(({ finalOn }) => finalOn)]).toEqual([
      'final',
      ['2026-02-12', '2026-02-12', '2025-12-16'],
    ]);
    expectLimits(told, [
      due('institution-to-procuracy', ['2025-03-03', '2025-03-04'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2025-03-03', '2025-07-03', '2025-06-30'], ['4 months = 2025-07-03', '172'], {
        askBy: '2025-06-23',
      }),
      due('charge-to-procuracy', ['2025-03-10', '2025-03-11'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-03-10', '2025-03-13', '2025-03-12'], ['3 days = 2025-03-13', '179'], {
        who: 'a',
      }),
      due('charge-to-procuracy', ['2025-03-13', '2025-03-14'], ['24 hours, no day off moves them', '179']),
      due(
        'approval-of-charge',
        ['2025-03-13', '2025-03-17', '2025-03-14'],
        ['3 days = 2025-03-16, Sunday → 2025-03-17', '179'],
        { who: 'b' },
      ),
      due('charge-to-procuracy', ['2025-03-17', '2025-03-18'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-03-17', '2025-03-20', '2025-03-19'], ['3 days = 2025-03-20', '179'], {
        who: 'c',
      }),
      due('end-of-investigation', ['2025-06-30', '2025-07-02'], ['2 days = 2025-07-02', '232']),
      due('hand-over-to-procuracy', ['2025-06-30', '2025-07-02', '2025-07-01'], ['2 days = 2025-07-02', '232']),
      due('decision-to-prosecute', ['2025-07-01', '2025-07-31', '2025-07-30'], ['30 days = 2025-07-31', '240']),
      due(
        'decision-of-prosecution',
        ['2025-07-30', '2025-08-04'],
        ['3 days = 2025-08-02, Saturday → 2025-08-04', '240'],
      ),
      due(
        'hand-over-to-court',
        ['2025-07-30', '2025-08-04', '2025-08-01'],
        ['3 days = 2025-08-02, Saturday → 2025-08-04', '244'],
      ),
      due('judge-assignment', ['2025-08-01', '2025-08-04', '2025-08-04'], ['3 days = 2025-08-04', '276']),
      due('trial-preparation', ['2025-08-01', '2025-10-01', '2025-09-25'], ['2 months = 2025-10-01', '277']),
      due('hearing', ['2025-09-25', '2025-10-10', '2025-10-09'], ['15 days = 2025-10-10', '277']),
      due(
        'hearing-after-adjournment',
        ['2025-10-09', '2025-11-10', '2025-11-07'],
        ['30 days = 2025-11-08, Saturday → 2025-11-10', '297'],
      ),
      due('deliberation', ['2025-11-07', '2025-11-14', '2025-11-14'], ['7 days = 2025-11-14', '326']),
      due('judgment', ['2025-11-14', '2025-11-24'], ['10 days = 2025-11-24', '262']),
      due(
        'appeal-period',
        ['2025-11-14', '2025-12-01', '2026-02-12'],
        ['15 days = 2025-11-29, Saturday → 2025-12-01', '333'],
        { who: 'a' },
      ),
      due(
        'appeal-period',
        ['2025-11-14', '2025-12-01', '2026-02-12'],
        ['15 days = 2025-11-29, Saturday → 2025-12-01', '333'],
        { who: 'b' },
      ),
      due(
        'appeal-period',
        ['2025-11-14', '2025-12-01', '2025-12-16'],
        ['15 days = 2025-11-29, Saturday → 2025-12-01', '333'],
        { who: 'c' },
      ),
      due(
        'protest-period',
        ['2025-11-14', '2025-12-01', '2026-02-12'],
        ['15 days = 2025-11-29, Saturday → 2025-12-01', '337'],
        { who: 'a' },
      ),
      due(
        'protest-period',
        ['2025-11-14', '2025-12-01', '2026-02-12'],
        ['15 days = 2025-11-29, Saturday → 2025-12-01', '337'],
        { who: 'b' },
      ),
      due(
        'protest-period',
        ['2025-11-14', '2025-12-01', '2025-12-16'],
        ['15 days = 2025-11-29, Saturday → 2025-12-01', '337'],
        { who: 'c' },
      ),
      due(
        'protest-period-above',
        ['2025-11-14', '2025-12-15', '2026-02-12'],
        ['30 days = 2025-12-14, Sunday → 2025-12-15', '337'],
        { who: 'a' },
      ),
      due(
        'protest-period-above',
        ['2025-11-14', '2025-12-15', '2026-02-12'],
        ['30 days = 2025-12-14, Sunday → 2025-12-15', '337'],
        { who: 'b' },
      ),
      due(
        'protest-period-above',
        ['2025-11-14', '2025-12-15', '2025-12-16'],
        ['30 days = 2025-12-14, Sunday → 2025-12-15', '337'],
        { who: 'c' },
      ),
      due(
        'hand-over-to-appellate-court',
        ['2025-12-15', '2025-12-22', '2025-12-19'],
        ['from the end of the last period, 2025-12-14 moved to 2025-12-15: 7 days = 2025-12-22', '339'],
      ),
      due('cassation-period', ['2025-12-16', '2026-12-16'], ['1 year = 2026-12-16', '379'], { who: 'c' }),
      due('late-appeal-hand-over', ['2025-12-22', '2025-12-25', '2025-12-24'], ['3 days = 2025-12-25', '335'], {
        who: 'c',
      }),
      due(
        'late-appeal-decision',
        ['2025-12-24', '2026-01-05', '2026-01-05'],
        ['10 days = 2026-01-03, Saturday → 2026-01-05', '335'],
        { who: 'c' },
      ),
      due('appeal-preparation', ['2025-12-26', '2026-02-09', '2026-02-05'], ['45 days = 2026-02-09', '346']),
      due('appeal-hearing', ['2025-12-26', '2026-02-24', '2026-02-12'], ['60 days = 2026-02-24', '346']),
      due('file-study', ['2025-12-29', '2026-01-13', '2026-01-12'], ['15 days = 2026-01-13', '341']),
      due(
        'appeal-opening',
        ['2026-02-05', '2026-02-23', '2026-02-12'],
        ['15 days = 2026-02-20, a day off → 2026-02-23', '346'],
      ),
      due('judgment', ['2026-02-12', '2026-02-23'], ['10 days = 2026-02-22, Sunday → 2026-02-23', '262']),
      due('cassation-period', ['2026-02-12', '2027-02-12'], ['1 year = 2027-02-12', '379'], { who: 'a' }),
      due('cassation-period', ['2026-02-12', '2027-02-12'], ['1 year = 2027-02-12', '379'], { who: 'b' }),
      due('decision-of-court-to-procuracy', ['2025-08-04', '2025-08-06'], ['2 days = 2025-08-06', '286']),
      due(
        'decision-of-court-to-procuracy',
        ['2025-09-25', '2025-09-29'],
        ['2 days = 2025-09-27, Saturday → 2025-09-29', '286'],
      ),
      due(
        'decision-to-try',
        ['2025-09-25', '2025-09-29', '2025-10-09'],
        ['10 days before 2025-10-09 = 2025-09-29', '286'],
      ),
    ]);
  });
});
