import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string) => ({ on });
const A = { defendantIds: ['a'] };
const extend = (until: string, [asked, granted]: readonly [string, string]) => [
  deed('request-extension', { until }, at(asked)),
  deed('extend', { until }, at(granted)),
];
const detain = (until: string, on: string) => deed('extend-detention', { ...A, until }, at(on));

describe('11. an especially serious offence to its 20 months, the accused detained throughout', () => {
  // A ring that sold children; the supreme procuracy grants the last extension and detention to the end of it.
  const offence = { article: 151, clause: 3 };
  const investigated = caseTold(
    deed('institute', { offence }, at('2024-05-06')),
    deed('hold-person', { personId: 'a', number: '1', until: '2024-05-09' }, at('2024-05-06')),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2024-05-08')),
    deed('approve-charge', A, at('2024-05-09')),
    deed('order-detention', { defendantId: 'a', from: '2024-05-09', until: '2024-09-02' }, at('2024-05-09')),
    ...extend('2025-01-06', ['2024-08-20', '2024-08-22']),
    detain('2024-12-31', '2024-08-22'),
    ...extend('2025-05-06', ['2024-12-20', '2024-12-24']),
    detain('2025-04-30', '2024-12-24'),
    ...extend('2025-09-06', ['2025-04-18', '2025-04-22']),
    detain('2025-08-28', '2025-04-22'),
    ...extend('2026-01-06', ['2025-08-18', '2025-08-22']),
    detain('2026-01-06', '2025-08-25'),
    deed('conclude', {}, at('2025-12-30')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2025-12-31')),
  );

  it('is neither investigated nor detained beyond what Điều 172, 173 give', () => {
    const begun = caseTold(
      deed('institute', { offence }, at('2024-05-06')),
      deed('hold-person', { personId: 'a', number: '1', until: '2024-05-09' }, at('2024-05-06')),
      deed('charge', { defendantId: 'a', number: '1', offence }, at('2024-05-08')),
    );
    // 120 days less 3 of custody = 117, from 9 May: 2 September.
    begun
      .when('order-detention', { defendantId: 'a', from: '2024-05-09', until: '2024-09-03' }, at('2024-05-09'))
      .thenRefused('detention.too-long', { longest: '2024-09-02' });
    begun
      .when('extend', { until: '2025-01-07' }, at('2024-08-22'))
      .thenRefused('extend.too-long', { longest: '2025-01-06' });
  });

  it('ends final', () => {
    const told = investigated.given(
      deed('order-detention', { defendantId: 'a', from: '2026-01-07', until: '2026-01-30' }, at('2026-01-05')),
      deed('indict', {}, at('2026-01-29')),
      deed('hand-to-court', { toOfficeId: OFFICE.court }, at('2026-01-30')),
      deed('accept', {}, at('2026-01-30')),
      deed('assign-judge', { judgeId: 'judge-1' }, at('2026-01-30')),
      deed('order-detention', { defendantId: 'a', from: '2026-01-31', until: '2026-04-30' }, at('2026-01-30')),
      deed('schedule', { hearingOn: '2026-05-05' }, at('2026-04-20')),
      deed('order-detention', { defendantId: 'a', from: '2026-05-01', until: '2026-05-05' }, at('2026-04-29')),
      deed('judge', { verdicts: [{ defendantId: 'a', outcome: 'convicted' }] }, at('2026-05-05')),
      deed('order-detention', { defendantId: 'a', from: '2026-05-05', until: '2026-06-18' }, at('2026-05-05')),
      deed('finalise', { basis: 'no-appeal' }, at('2026-06-05')),
    );
    expect(told.status).toBe('final');
    expectLimits(told, [
      due('institution-to-procuracy', ['2024-05-06', '2024-05-07'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2024-05-06', '2026-01-06', '2025-12-30'],
        [
          '4 months = 2024-09-06, then to 2025-01-06, 2025-05-06, 2025-09-06, and by the supreme procuracy 2026-01-06',
          '172',
        ],
      ),
      due('custody-to-procuracy', ['2024-05-06', '2024-05-07'], ['12 hours, no day off moves them', '117']),
      due('custody', ['2024-05-06', '2024-05-09', '2024-05-09'], ['72 hours, no day off moves them', '118'], {
        who: 'a',
      }),
      due('charge-to-procuracy', ['2024-05-08', '2024-05-09'], ['24 hours, no day off moves them', '179']),
      due(
        'approval-of-charge',
        ['2024-05-08', '2024-05-13', '2024-05-09'],
        ['3 days = 2024-05-11, Saturday → 2024-05-13', '179'],
        { who: 'a' },
      ),
      due(
        'detention-for-investigation',
        ['2024-05-09', '2026-01-06', '2026-01-05'],
        [
          '117 days = 2024-09-02, 120 more = 2024-12-31, 120 more = 2025-04-30, 120 more = 2025-08-28, then to the end of the investigation',
          '173',
        ],
        { who: 'a' },
      ),
      due('end-of-investigation', ['2025-12-30', '2026-01-05'], ['2 days = 2026-01-01, a day off → 2026-01-05', '232']),
      due(
        'hand-over-to-procuracy',
        ['2025-12-30', '2026-01-05', '2025-12-31'],
        ['2 days = 2026-01-01, a day off → 2026-01-05', '232'],
      ),
      due('decision-to-prosecute', ['2025-12-31', '2026-01-30', '2026-01-29'], ['30 days = 2026-01-30', '240']),
      due(
        'detention-for-prosecution',
        ['2026-01-07', '2026-01-30', '2026-01-30'],
        ['as ordered, within 30 days from 2025-12-31', '241'],
        { who: 'a' },
      ),
      due('decision-of-prosecution', ['2026-01-29', '2026-02-02'], ['3 days = 2026-02-01, Sunday → 2026-02-02', '240']),
      due(
        'hand-over-to-court',
        ['2026-01-29', '2026-02-02', '2026-01-30'],
        ['3 days = 2026-02-01, Sunday → 2026-02-02', '244'],
      ),
      due('judge-assignment', ['2026-01-30', '2026-02-02', '2026-01-30'], ['3 days = 2026-02-02', '276']),
      due(
        'trial-preparation',
        ['2026-01-30', '2026-05-04', '2026-04-20'],
        ['3 months = 2026-04-30, a day off → 2026-05-04', '277'],
      ),
      due(
        'detention-for-trial',
        ['2026-01-31', '2026-04-30', '2026-04-29'],
        ['as ordered, within 3 months from 2026-01-30', '278'],
        { who: 'a' },
      ),
      due('hearing', ['2026-04-20', '2026-05-05', '2026-05-05'], ['15 days = 2026-05-05', '277']),
      due('detention-for-trial', ['2026-05-01', '2026-05-05', '2026-05-05'], ['as ordered, to the hearing', '278'], {
        who: 'a',
      }),
      due('judgment', ['2026-05-05', '2026-05-15'], ['10 days = 2026-05-15', '262']),
      due(
        'detention-after-judgment',
        ['2026-05-05', '2026-06-18', '2026-06-05'],
        ['45 days, the first counted, no day off moves them', '329'],
        { who: 'a' },
      ),
      due('appeal-period', ['2026-05-05', '2026-05-20', '2026-06-05'], ['15 days = 2026-05-20', '333'], { who: 'a' }),
      due('protest-period', ['2026-05-05', '2026-05-20', '2026-06-05'], ['15 days = 2026-05-20', '337'], { who: 'a' }),
      due('protest-period-above', ['2026-05-05', '2026-06-04', '2026-06-05'], ['30 days = 2026-06-04', '337'], {
        who: 'a',
      }),
      due('cassation-period', ['2026-06-05', '2027-06-07'], ['1 year = 2027-06-05, Saturday → 2027-06-07', '379'], {
        who: 'a',
      }),
      due(
        'decision-of-court-to-procuracy',
        ['2026-01-30', '2026-02-02'],
        ['2 days = 2026-02-01, Sunday → 2026-02-02', '286'],
      ),
      due('decision-of-court-to-procuracy', ['2026-04-20', '2026-04-22'], ['2 days = 2026-04-22', '286']),
      due(
        'decision-to-try',
        ['2026-04-20', '2026-04-24', '2026-05-05'],
        ['10 days before 2026-05-05 = 2026-04-25, Saturday → 2026-04-24 before it', '286'],
      ),
      due('measure-of-court', ['2026-01-30', '2026-01-31'], ['24 hours, no day off moves them', '286']),
      due('measure-of-court', ['2026-04-29', '2026-04-30'], ['24 hours, no day off moves them', '286']),
      due('measure-of-court', ['2026-05-05', '2026-05-06'], ['24 hours, no day off moves them', '286']),
    ]);
  });
});

describe('12. detention of a less serious offence, inclusive', () => {
  // Three days of custody, then what is left of two months: 1 month 27 days from 4 March, the example of TTLT 04/2018.
  const offence = { article: 347, clause: 1 };
  const held = caseTold(
    deed('institute', { offence }, at('2024-03-01')),
    deed('hold-person', { personId: 'a', number: '1', until: '2024-03-04' }, at('2024-03-01')),
    deed('charge', { defendantId: 'a', number: '1', offence }, at('2024-03-01')),
    deed('approve-charge', A, at('2024-03-04')),
  );
  const order = (until: string) => ({ defendantId: 'a', from: '2024-03-04', until });

  it('ends on 29 April 2024, a day off, and not later', () => {
    held
      .when('order-detention', order('2024-04-30'), at('2024-03-04'))
      .thenRefused('detention.too-long', { longest: '2024-04-29' });
    const told = held.given(
      deed('order-detention', order('2024-04-29'), at('2024-03-04')),
      ...extend('2024-07-01', ['2024-04-19', '2024-04-22']),
      detain('2024-05-29', '2024-04-22'),
      deed('end-detention', A, at('2024-05-29')),
      deed('terminate', { ground: 'not-proven' }, at('2024-07-01')),
      deed('confirm-termination', {}, at('2024-07-16')),
    );
    expect(told.status).toBe('investigation-terminated');
    expectLimits(told, [
      due('institution-to-procuracy', ['2024-03-01', '2024-03-02'], ['24 hours, no day off moves them', '154']),
      due(
        'investigation',
        ['2024-03-01', '2024-07-01', '2024-07-01'],
        ['2 months = 2024-05-01, 2 more = 2024-07-01', '172'],
      ),
      due('custody-to-procuracy', ['2024-03-01', '2024-03-02'], ['12 hours, no day off moves them', '117']),
      due('custody', ['2024-03-01', '2024-03-04', '2024-03-04'], ['72 hours, no day off moves them', '118'], {
        who: 'a',
      }),
      due('charge-to-procuracy', ['2024-03-01', '2024-03-02'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2024-03-01', '2024-03-04', '2024-03-04'], ['3 days = 2024-03-04', '179'], {
        who: 'a',
      }),
      due(
        'detention-for-investigation',
        ['2024-03-04', '2024-05-29', '2024-05-29'],
        ['60 days less 3 of custody = 57, the first counted = 2024-04-29, 30 more', '173'],
        { who: 'a' },
      ),
      due('end-of-investigation', ['2024-07-01', '2024-07-03'], ['2 days = 2024-07-03', '232']),
      due('review-of-termination', ['2024-07-01', '2024-07-16', '2024-07-16'], ['15 days = 2024-07-16', '230']),
    ]);
  });
});

describe('13. an unknown perpetrator, found, and fled', () => {
  // A child is swapped on 10 February 2024; the case begins on 29 February and is suspended on the last day.
  const offence = { article: 152, clause: 1 };
  const suspended = caseTold(
    deed('institute', { offence, committedOn: '2024-02-10' }, at('2024-02-29')),
    deed('suspend', { ground: 'accused-unknown' }, at('2024-05-29')),
  );

  it('is not suspended before its last day', () => {
    caseTold(deed('institute', { offence }, at('2024-02-29')))
      .when('suspend', { ground: 'accused-unknown' }, at('2024-05-28'))
      .thenRefused('suspend.limit-running', { end: '2024-05-29' });
  });

  it('ends suspended again, the resumed investigation lengthened once', () => {
    const fled = suspended.given(
      deed('resume', {}, at('2025-02-28')),
      deed('charge', { defendantId: 'a', number: '1', offence }, at('2025-03-05')),
      deed('approve-charge', A, at('2025-03-07')),
      ...extend('2025-06-28', ['2025-04-18', '2025-04-21']),
      deed('issue-wanted-notice', A, at('2025-06-16')),
    );
    // The 4 months end on Saturday 28 June 2025: the last day is Monday the 30th.
    const suspend = deed('suspend', { ground: 'accused-absconded' }, at('2025-06-30'));
    fled
      .when(suspend.name, suspend.payload, at('2025-06-28'))
      .thenRefused('suspend.limit-running', { end: '2025-06-30' });
    const told = fled.given(suspend);
    expect(told.status).toBe('investigation-suspended');
    expectLimits(told, [
      due(
        'limitation-of-prosecution',
        ['2024-02-10', '2034-02-10', '2025-03-05'],
        ['serious: 10 years, no day off moves them', '27'],
      ),
      due('institution-to-procuracy', ['2024-02-29', '2024-03-01'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2024-02-29', '2024-05-29', '2024-05-29'], ['3 months = 2024-05-29', '172'], {
        askBy: '2024-05-19',
      }),
      due('suspension-of-investigation', ['2024-05-29', '2024-05-31'], ['2 days = 2024-05-31', '229']),
      due(
        'suspension-review',
        ['2024-05-29', '2024-07-01', '2025-02-28'],
        ['1 month = 2024-06-29, Saturday → 2024-07-01', '7'],
      ),
      due(
        'resumption-of-investigation',
        ['2025-02-28', '2025-03-03'],
        ['2 days = 2025-03-02, Sunday → 2025-03-03', '235'],
      ),
      due(
        'investigation-resumed',
        ['2025-02-28', '2025-06-30', '2025-06-30'],
        ['2 months = 2025-04-28, 2 more: 2025-06-28, Saturday → 2025-06-30', '174'],
      ),
      due('charge-to-procuracy', ['2025-03-05', '2025-03-06'], ['24 hours, no day off moves them', '179']),
      due(
        'approval-of-charge',
        ['2025-03-05', '2025-03-10', '2025-03-07'],
        ['3 days = 2025-03-08, Saturday → 2025-03-10', '179'],
        { who: 'a' },
      ),
      due('suspension-of-investigation', ['2025-06-30', '2025-07-02'], ['2 days = 2025-07-02', '229']),
      due('suspension-review', ['2025-06-30', '2025-07-30'], ['1 month = 2025-07-30', '7']),
    ]);
  });
});
