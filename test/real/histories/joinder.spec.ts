import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, due, expectLimits } from './history.js';

const at = (on: string, by?: number) => (by === undefined ? { on } : { on, by });
const SMUGGLING = { article: 348, clause: 1 };
const TRAFFICKING = { article: 150, clause: 1 };
const A = { defendantIds: ['a'] };
const extend = (until: string, [asked, granted]: readonly [string, string]) => [
  deed('request-extension', { until }, at(asked)),
  deed('extend', { until }, at(granted)),
];
const reclassify = (offence: object, on: string) => [
  deed('change-institution', { offence, kind: 'changed' }, at(on)),
  deed('change-charge', { defendantId: 'a', offence, kind: 'changed' }, at(on)),
];

describe('19. two cases joined, and one accused severed again', () => {
  // Smuggling of 10 March 2025 and trafficking of 5 May 2025 turn out to be one ring; later the smuggler goes his own way.
  const person = (id: string, number: string) => ({
    defendantId: id,
    number,
    status: 'approved',
    offence: SMUGGLING,
    charges: [SMUGGLING],
    minor: false,
    chargedOn: '2025-03-14',
  });
  const joined = caseTold(
    deed('institute', { offence: SMUGGLING }, at('2025-03-10')),
    deed('charge', { defendantId: 'a', number: '1', offence: SMUGGLING }, at('2025-03-14')),
    deed('approve-charge', A, at('2025-03-17')),
    deed('join', { intoCaseId: 'ring', movedTo: [{ defendantId: 'a', newId: 'a2', number: '2' }] }, at('2025-06-02')),
  );
  const ring = caseTold(
    deed('institute', { offence: TRAFFICKING }, at('2025-05-05')),
    deed('charge', { defendantId: 'b', number: '1', offence: TRAFFICKING }, at('2025-05-08')),
    deed('approve-charge', { defendantIds: ['b'] }, at('2025-05-09')),
    deed(
      'absorb',
      { fromCaseId: 'smuggling', institutedOn: '2025-03-10', offence: SMUGGLING, persons: [person('a2', '2')] },
      at('2025-06-02'),
    ),
    ...extend('2025-11-10', ['2025-06-27', '2025-07-04']),
    deed('sever', { toCaseId: 'smuggler', persons: [{ defendantId: 'a2', newId: 'a3' }] }, at('2025-08-04')),
    deed('conclude', {}, at('2025-11-07')),
    deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2025-11-10')),
  );
  const smuggler = caseTold(
    deed(
      'sever-off',
      {
        parentCaseId: 'ring',
        stage: 'under-investigation',
        institutedOn: '2025-03-10',
        offence: SMUGGLING,
        clock: { limit: 'investigation', from: '2025-03-10', extensions: 1, until: '2025-11-10' },
        persons: [person('a3', '1')],
      },
      at('2025-08-04', OFFICE.police),
    ),
    deed('terminate', { ground: 'exemption' }, at('2025-11-10')),
    deed('confirm-termination', {}, at('2025-11-20')),
  );

  it('the one ends joined', () => {
    expect(joined.status).toBe('joined');
    expectLimits(joined, [
      due('institution-to-procuracy', ['2025-03-10', '2025-03-11'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2025-03-10', '2025-06-10', '2025-06-02'], ['3 months = 2025-06-10', '172'], {
        askBy: '2025-05-31',
      }),
      due('charge-to-procuracy', ['2025-03-14', '2025-03-15'], ['24 hours, no day off moves them', '179']),
      due('approval-of-charge', ['2025-03-14', '2025-03-17', '2025-03-17'], ['3 days = 2025-03-17', '179'], {
        who: 'a',
      }),
      due('joinder-to-procuracy', ['2025-06-02', '2025-06-03'], ['24 hours, no day off moves them', '170']),
    ]);
  });

  it('the other runs from the first institution, by the gravest offence, and reaches the procuracy', () => {
    expect(ring.status).toBe('at-procuracy');
    expectLimits(ring, [
      due('institution-to-procuracy', ['2025-05-05', '2025-05-06'], ['24 hours, no day off moves them', '154']),
      due('investigation', ['2025-05-05', '2025-09-05', '2025-06-02'], ['4 months = 2025-09-05', '172'], {
        askBy: '2025-08-26',
      }),
      due('charge-to-procuracy', ['2025-05-08', '2025-05-09'], ['24 hours, no day off moves them', '179']),
      due(
        'approval-of-charge',
        ['2025-05-08', '2025-05-12', '2025-05-09'],
        ['3 days = 2025-05-11, Sunday → 2025-05-12', '179'],
        { who: 'b' },
      ),
      due(
        'investigation',
        ['2025-03-10', '2025-11-10', '2025-11-07'],
        ['4 months from the first institution = 2025-07-10, 4 more', '172'],
        { askBy: '2025-10-31' },
      ),
      due('joinder-to-procuracy', ['2025-08-04', '2025-08-05'], ['24 hours, no day off moves them', '170']),
      due('end-of-investigation', ['2025-11-07', '2025-11-10'], ['2 days = 2025-11-09, Sunday → 2025-11-10', '232']),
      due(
        'hand-over-to-procuracy',
        ['2025-11-07', '2025-11-10', '2025-11-10'],
        ['2 days = 2025-11-09, Sunday → 2025-11-10', '232'],
      ),
      due('decision-to-prosecute', ['2025-11-10', '2025-12-10'], ['30 days = 2025-12-10', '240']),
    ]);
  });

  it('the severed one has used its 8 months, and ends terminated', () => {
    expect(smuggler.status).toBe('investigation-terminated');
    expectLimits(smuggler, [
      due(
        'investigation',
        ['2025-03-10', '2025-11-10', '2025-11-10'],
        ['a serious offence has 8 months at most, nothing is left to ask for', '172'],
      ),
      due('end-of-investigation', ['2025-11-10', '2025-11-12'], ['2 days = 2025-11-12', '232']),
      due('review-of-termination', ['2025-11-10', '2025-11-25', '2025-11-20'], ['15 days = 2025-11-25', '230']),
    ]);
  });
});

describe('20. a graver offence', () => {
  // What was smuggling turns out to be trafficking; the time used counts (Điều 14 khoản 2 TTLT 04/2018).
  const begun = caseTold(
    deed('institute', { offence: SMUGGLING }, at('2025-02-03')),
    deed('charge', { defendantId: 'a', number: '1', offence: SMUGGLING }, at('2025-02-10')),
    deed('approve-charge', A, at('2025-02-12')),
  );
  const sinceTheBeginning = [
    due('institution-to-procuracy', ['2025-02-03', '2025-02-04'], ['24 hours, no day off moves them', '154']),
    due('charge-to-procuracy', ['2025-02-10', '2025-02-11'], ['24 hours, no day off moves them', '179']),
    due('approval-of-charge', ['2025-02-10', '2025-02-13', '2025-02-12'], ['3 days = 2025-02-13', '179'], { who: 'a' }),
  ];

  it('has the graver limit at once where nothing was extended', () => {
    const told = begun.given(...reclassify(TRAFFICKING, '2025-04-14'), deed('approve-charge', A, at('2025-04-16')));
    expect(told.status).toBe('under-investigation');
    expectLimits(told, [
      ...sinceTheBeginning,
      due('investigation', ['2025-02-03', '2025-06-03'], ['4 months = 2025-06-03', '172'], { askBy: '2025-05-24' }),
      due('institution-to-procuracy', ['2025-04-14', '2025-04-15'], ['24 hours, no day off moves them', '156']),
      due('charge-to-procuracy', ['2025-04-14', '2025-04-15'], ['24 hours, no day off moves them', '180']),
      due('approval-of-charge', ['2025-04-14', '2025-04-17', '2025-04-16'], ['3 days = 2025-04-17', '180'], {
        who: 'a',
      }),
    ]);
  });

  it('keeps the end that was granted, and may be extended as the graver one is; it ends concluded', () => {
    const graver = begun.given(
      ...extend('2025-08-03', ['2025-04-18', '2025-04-22']),
      ...reclassify(TRAFFICKING, '2025-06-16'),
      deed('approve-charge', A, at('2025-06-18')),
    );
    const changed = [
      ...sinceTheBeginning,
      due('institution-to-procuracy', ['2025-06-16', '2025-06-17'], ['24 hours, no day off moves them', '156']),
      due('charge-to-procuracy', ['2025-06-16', '2025-06-17'], ['24 hours, no day off moves them', '180']),
      due('approval-of-charge', ['2025-06-16', '2025-06-19', '2025-06-18'], ['3 days = 2025-06-19', '180'], {
        who: 'a',
      }),
    ];
    expectLimits(graver, [
      ...changed,
      due(
        'investigation',
        ['2025-02-03', '2025-08-04'],
        [
          '3 months = 2025-05-03, 3 more, of a very serious one 4 months = 2025-06-03 are used: 2025-08-03, Sunday → 2025-08-04',
          '172',
        ],
        { askBy: '2025-07-24' },
      ),
    ]);
    const told = graver.given(
      ...extend('2025-12-03', ['2025-07-23', '2025-07-28']),
      deed('conclude', {}, at('2025-12-02')),
    );
    expect(told.status).toBe('concluded');
    expectLimits(told, [
      ...changed,
      due(
        'investigation',
        ['2025-02-03', '2025-12-03', '2025-12-02'],
        ['2025-08-03 and 4 months, 12 months = 2026-02-03 at most', '172'],
        { askBy: '2025-11-23' },
      ),
      due('end-of-investigation', ['2025-12-02', '2025-12-04'], ['2 days = 2025-12-04', '232']),
      due('hand-over-to-procuracy', ['2025-12-02', '2025-12-04'], ['2 days = 2025-12-04', '232']),
    ]);
  });
});

describe('21. a lighter offence', () => {
  // What was trafficking turns out to be forced labour: the lighter limits apply at once (Điều 14 khoản 4 TTLT 04/2018).
  const FORCED_LABOUR = { article: 297, clause: 2 };
  const told = caseTold(
    deed('institute', { offence: TRAFFICKING }, at('2024-08-12')),
    deed('charge', { defendantId: 'a', number: '1', offence: TRAFFICKING }, at('2024-08-16')),
    deed('approve-charge', A, at('2024-08-19')),
    deed('order-detention', { defendantId: 'a', from: '2024-08-19', until: '2024-12-16' }, at('2024-08-19')),
    ...extend('2025-04-12', ['2024-12-02', '2024-12-05']),
    deed('extend-detention', { ...A, until: '2025-03-16' }, at('2024-12-05')),
    ...reclassify(FORCED_LABOUR, '2025-01-06'),
    deed('approve-charge', A, at('2025-01-08')),
    deed('end-detention', A, at('2025-01-15')),
  );
  const before = [
    due('institution-to-procuracy', ['2024-08-12', '2024-08-13'], ['24 hours, no day off moves them', '154']),
    due('charge-to-procuracy', ['2024-08-16', '2024-08-17'], ['24 hours, no day off moves them', '179']),
    due('approval-of-charge', ['2024-08-16', '2024-08-19', '2024-08-19'], ['3 days = 2024-08-19', '179'], { who: 'a' }),
    due(
      'detention-for-investigation',
      ['2024-08-19', '2025-03-16', '2025-01-06'],
      ['120 days = 2024-12-16, 90 more', '173'],
      { who: 'a' },
    ),
    due('institution-to-procuracy', ['2025-01-06', '2025-01-07'], ['24 hours, no day off moves them', '156']),
    due('charge-to-procuracy', ['2025-01-06', '2025-01-07'], ['24 hours, no day off moves them', '180']),
    due('approval-of-charge', ['2025-01-06', '2025-01-09', '2025-01-08'], ['3 days = 2025-01-09', '180'], { who: 'a' }),
    due(
      'detention-for-investigation',
      ['2024-08-19', '2025-01-15', '2025-01-15'],
      ['90 and 60 days of a serious one: 150 days, the first counted, no day off moves them', '173'],
      { who: 'a' },
    ),
  ];

  it('falls to what as many extensions give the lighter one, and may be extended once more', () => {
    expectLimits(told, [
      ...before,
      due('investigation', ['2024-08-12', '2025-02-12'], ['3 months = 2024-11-12, 3 more', '172'], {
        askBy: '2025-02-02',
      }),
    ]);
    const ended = told.given(
      ...extend('2025-04-12', ['2025-01-22', '2025-01-24']),
      deed('conclude', {}, at('2025-04-11')),
      deed('hand-to-procuracy', { toOfficeId: OFFICE.procuracy }, at('2025-04-14')),
    );
    expect(ended.status).toBe('at-procuracy');
    expectLimits(ended, [
      ...before,
      due(
        'investigation',
        ['2024-08-12', '2025-04-14', '2025-04-11'],
        ['3, 3 and 2 months of a serious one: 2025-04-12, Saturday → 2025-04-14', '172'],
      ),
      due('end-of-investigation', ['2025-04-11', '2025-04-14'], ['2 days = 2025-04-13, Sunday → 2025-04-14', '232']),
      due(
        'hand-over-to-procuracy',
        ['2025-04-11', '2025-04-14', '2025-04-14'],
        ['2 days = 2025-04-13, Sunday → 2025-04-14', '232'],
      ),
      due('decision-to-prosecute', ['2025-04-14', '2025-05-05'], ['20 days = 2025-05-04, Sunday → 2025-05-05', '240']),
    ]);
  });
});
