import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { denunciationTold, due, expectLimits } from './history.js';

const at = (on: string, by?: number) => (by === undefined ? { on } : { on, by });
const notice = (name: string, on: string) => deed('notify', { notice: name }, at(on));
const ILLEGAL_STAY = { article: 347, clause: 1 };

describe('1. a simple denial', () => {
  // A neighbour denounces a recruiter to the provincial police; nothing happened.
  const told = denunciationTold(
    deed('receive', { source: 'denunciation' }, at('2026-03-02')),
    deed('classify', { competence: 'own' }, at('2026-03-03')),
    notice('receipt-to-procuracy', '2026-03-04'),
    notice('receipt-to-informant', '2026-03-04'),
    deed('assign', { assigneeId: 'investigator-1' }, at('2026-03-04')),
    notice('assignment-to-procuracy', '2026-03-05'),
    deed('assign-prosecutor', { prosecutorId: 'prosecutor-1' }, at('2026-03-09')),
    deed('decline', { ground: 'no-event' }, at('2026-03-19')),
    notice('decline-to-procuracy', '2026-03-20'),
    notice('result-to-informant', '2026-03-20'),
  );

  it('ends declined, with the days of Điều 146, 147 BLTTHS and Điều 8–10, 14 TTLT 01/2017', () => {
    expect(told.status).toBe('declined');
    expectLimits(told, [
      due('classification', ['2026-03-02', '2026-03-03', '2026-03-03'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2026-03-02', '2026-03-05', '2026-03-04'], ['3 days = 2026-03-05', '9']),
      due('receipt-to-procuracy', ['2026-03-02', '2026-03-05', '2026-03-04'], ['3 days = 2026-03-05', '146']),
      due('receipt-to-informant', ['2026-03-02', '2026-03-05', '2026-03-04'], ['3 working days', '14']),
      due(
        'verification',
        ['2026-03-02', '2026-03-23', '2026-03-19'],
        ['20 days = 2026-03-22, Sunday → 2026-03-23', '147'],
      ),
      due(
        'assignment-to-procuracy',
        ['2026-03-02', '2026-03-05', '2026-03-05'],
        ['3 days from the receipt, as for the assignment = 2026-03-05', '9'],
      ),
      due(
        'decline-to-procuracy',
        ['2026-03-19', '2026-03-20', '2026-03-20'],
        ['24 hours, no day off moves them', '158'],
      ),
      due('assignment-of-prosecutor', ['2026-03-05', '2026-03-10', '2026-03-09'], ['3 working days', '10']),
      due(
        'result-to-informant',
        ['2026-03-19', '2026-03-23', '2026-03-20'],
        ['3 days = 2026-03-22, Sunday → 2026-03-23', '14'],
      ),
    ]);
  });
});

describe('2. an administrative sanction', () => {
  // The commune police check a report before Tết 2026 and hand it over; the deed is only an administrative violation.
  const told = denunciationTold(
    deed('receive', { source: 'report' }, at('2026-02-09', OFFICE.communePolice)),
    deed('check-preliminarily', {}, at('2026-02-11')),
    deed('transfer', { toOfficeId: OFFICE.police }, at('2026-02-13')),
    deed('accept-transfer', {}, at('2026-02-23', OFFICE.police)),
    deed('classify', { competence: 'own' }, at('2026-02-24')),
    deed('assign', { assigneeId: 'investigator-1' }, at('2026-02-25')),
    deed('decline', { ground: 'no-elements', administrative: true }, at('2026-03-16')),
    notice('file-to-sanctioning-body', '2026-03-18'),
  );

  it('ends declined; the 7 days of Điều 146 khoản 3 end within Tết', () => {
    expect(told.status).toBe('declined');
    expectLimits(told, [
      due(
        'hand-over-by-commune-police',
        ['2026-02-09', '2026-02-23', '2026-02-13'],
        ['7 days = 2026-02-16, a day off → 2026-02-23', '146'],
      ),
      due('classification', ['2026-02-23', '2026-02-24', '2026-02-24'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2026-02-23', '2026-02-26', '2026-02-25'], ['3 days = 2026-02-26', '9']),
      due('receipt-to-procuracy', ['2026-02-23', '2026-02-26'], ['3 days = 2026-02-26', '146']),
      due(
        'verification',
        ['2026-02-23', '2026-03-16', '2026-03-16'],
        ['from the receipt by the competent body: 20 days = 2026-03-15, Sunday → 2026-03-16', '147'],
      ),
      due('assignment-to-procuracy', ['2026-02-23', '2026-02-26'], ['3 days = 2026-02-26', '9']),
      due('decline-to-procuracy', ['2026-03-16', '2026-03-17'], ['24 hours, no day off moves them', '158']),
      due('result-to-informant', ['2026-03-16', '2026-03-19'], ['3 days = 2026-03-19', '14']),
      due('file-to-sanctioning-body', ['2026-03-16', '2026-03-19', '2026-03-18'], ['3 days = 2026-03-19', '16']),
    ]);
  });
});

describe('3. an urgent report from a remote commune, declined and overruled', () => {
  // Flagrant, told on a Friday evening; only the check finds that the commune is remote. The procuracy institutes the case.
  const told = denunciationTold(
    deed('receive', { source: 'denunciation', urgent: true }, at('2026-04-24', OFFICE.communePolice)),
    deed('check-preliminarily', { remote: true }, at('2026-04-24')),
    deed('transfer', { toOfficeId: OFFICE.police }, at('2026-04-26')),
    deed('accept-transfer', {}, at('2026-04-26', OFFICE.police)),
    deed('classify', { competence: 'own' }, at('2026-04-26')),
    deed('decline', { ground: 'no-elements' }, at('2026-04-29')),
    deed('overrule-decline', { caseId: 'case-3' }, at('2026-05-06')),
  );

  it('ends instituted; hours run through the weekend, days stop before 30 April', () => {
    expect(told.status).toBe('instituted');
    expectLimits(told, [
      due(
        'hand-over-of-urgent',
        ['2026-04-24', '2026-04-25', '2026-04-24'],
        ['Saturday: 24 hours, no day off moves them', '146'],
      ),
      due(
        'hand-over-of-urgent-and-remote',
        ['2026-04-24', '2026-04-26', '2026-04-26'],
        ['Sunday: 48 hours, no day off moves them', '146'],
      ),
      due('classification', ['2026-04-26', '2026-04-27', '2026-04-26'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2026-04-26', '2026-04-29', '2026-04-29'], ['3 days = 2026-04-29', '9']),
      due('receipt-to-procuracy', ['2026-04-26', '2026-04-29'], ['3 days = 2026-04-29', '146']),
      due(
        'verification',
        ['2026-04-26', '2026-05-18', '2026-04-29'],
        ['20 days = 2026-05-16, Saturday → 2026-05-18', '147'],
      ),
      due('decline-to-procuracy', ['2026-04-29', '2026-04-30'], ['24 hours, no day off moves them', '158']),
      due('result-to-informant', ['2026-04-29', '2026-05-04'], ['3 days = 2026-05-02, Saturday → 2026-05-04', '14']),
    ]);
  });
});

describe('4. a verification lengthened twice, suspended, and resumed by the procuracy', () => {
  // A petition with a signature to be examined; the procuracy cancels the suspension on 31 January of a leap year.
  const told = denunciationTold(
    deed('receive', { source: 'petition' }, at('2023-09-15', OFFICE.police)),
    deed('classify', { competence: 'own' }, at('2023-09-15')),
    deed('assign', { assigneeId: 'investigator-1' }, at('2023-09-18')),
    deed('extend', { grantor: 'head', until: '2023-11-15' }, at('2023-10-04')),
    deed('request-extension', { until: '2024-01-15' }, at('2023-11-10')),
    deed('extend', { grantor: 'procuracy', until: '2024-01-15' }, at('2023-11-13')),
    deed('suspend', { ground: 'expertise-pending' }, at('2024-01-15')),
    deed('cancel-suspension', {}, at('2024-01-31')),
    deed('institute', { caseId: 'case-4' }, at('2024-02-28')),
  );

  it('was not suspended before the last day, nor asked for later than 5 days before the end', () => {
    const extended = denunciationTold(
      ...[
        deed('receive', { source: 'petition' }, at('2023-09-15', OFFICE.police)),
        deed('classify', { competence: 'own' }, at('2023-09-15')),
        deed('extend', { grantor: 'head', until: '2023-11-15' }, at('2023-10-04')),
      ],
    );
    const later = { until: '2024-01-15' };
    extended
      .when('request-extension', later, at('2023-11-11'))
      .thenRefused('extend.asked-late', { askBy: '2023-11-10' });
    extended
      .when('suspend', { ground: 'expertise-pending' }, at('2023-11-14'))
      .thenRefused('suspend.limit-running', { end: '2023-11-15' });
    expectLimits(extended, [
      due('classification', ['2023-09-15', '2023-09-16', '2023-09-15'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2023-09-15', '2023-09-18'], ['3 days = 2023-09-18', '9']),
      due('receipt-to-procuracy', ['2023-09-15', '2023-09-18'], ['3 days = 2023-09-18', '146']),
      due('receipt-to-informant', ['2023-09-15', '2023-09-20'], ['3 working days', '14']),
      due('verification', ['2023-09-15', '2023-11-15'], ['20 days = 2023-10-05, head to 2 months in all', '147'], {
        askBy: '2023-11-10',
      }),
    ]);
  });

  it('ends instituted; 1 month from 31 January ends on 29 February', () => {
    expect(told.status).toBe('instituted');
    expectLimits(told, [
      due('classification', ['2023-09-15', '2023-09-16', '2023-09-15'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2023-09-15', '2023-09-18', '2023-09-18'], ['3 days = 2023-09-18', '9']),
      due('receipt-to-procuracy', ['2023-09-15', '2023-09-18'], ['3 days = 2023-09-18', '146']),
      due('receipt-to-informant', ['2023-09-15', '2023-09-20'], ['3 working days', '14']),
      due(
        'verification',
        ['2023-09-15', '2024-01-15', '2024-01-15'],
        ['20 days = 2023-10-05, head 2 months in all = 2023-11-15, procuracy 2 months more = 2024-01-15', '147'],
      ),
      due('assignment-to-procuracy', ['2023-09-15', '2023-09-18'], ['3 days = 2023-09-18', '9']),
      due('answer-to-extension', ['2023-11-10', '2023-11-13', '2023-11-13'], ['3 days = 2023-11-13', '147']),
      due('suspension-to-procuracy', ['2024-01-15', '2024-01-16'], ['24 hours, no day off moves them', '148']),
      due('suspension-to-informant', ['2024-01-15', '2024-01-16'], ['24 hours, no day off moves them', '148']),
      due('suspension-review', ['2024-01-15', '2024-02-15', '2024-01-31'], ['1 month = 2024-02-15', '5']),
      due(
        'archiving-of-suspended',
        ['2024-01-15', '2026-01-15', '2024-01-31'],
        ['2 years, no day off moves them', '20'],
      ),
      due('cancellation-of-suspension', ['2024-01-31', '2024-02-01'], ['24 hours, no day off moves them', '148']),
      due(
        'verification-after-cancellation',
        ['2024-01-31', '2024-02-29', '2024-02-28'],
        ['1 month = 2024-02-29', '148'],
      ),
      due('result-to-informant', ['2024-02-28', '2024-03-04'], ['3 days = 2024-03-02, Saturday → 2024-03-04', '14']),
    ]);
  });
});

describe('5. suspended, resumed, suspended again, and time-barred', () => {
  // An offence of illegal stay of 10 March 2021 is told of in 2025; the documents never come.
  const told = denunciationTold(
    deed(
      'receive',
      { source: 'report', committedOn: '2021-03-10', offence: ILLEGAL_STAY },
      at('2025-11-20', OFFICE.police),
    ),
    deed('classify', { competence: 'own' }, at('2025-11-20')),
    deed('assign', { assigneeId: 'investigator-1' }, at('2025-11-21')),
    deed('suspend', { ground: 'documents-pending' }, at('2025-12-10')),
    deed('resume', {}, at('2026-01-31')),
    deed('suspend', { ground: 'expertise-pending' }, at('2026-03-02')),
    deed('decline', { ground: 'time-barred' }, at('2026-03-11')),
  );

  it('ends declined; a review falls on the worked Saturday, a month of 31 January on 2 March', () => {
    expect(told.status).toBe('declined');
    expectLimits(told, [
      due(
        'limitation-of-prosecution',
        ['2021-03-10', '2026-03-10', '2026-03-11'],
        ['less serious: 5 years, no day off moves them', '27'],
      ),
      due('classification', ['2025-11-20', '2025-11-21', '2025-11-20'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2025-11-20', '2025-11-24', '2025-11-21'], ['3 days = 2025-11-23, Sunday → 2025-11-24', '9']),
      due('receipt-to-procuracy', ['2025-11-20', '2025-11-24'], ['3 days = 2025-11-23, Sunday → 2025-11-24', '146']),
      due('receipt-to-informant', ['2025-11-20', '2025-11-25'], ['3 working days', '14']),
      due('verification', ['2025-11-20', '2025-12-10', '2025-12-10'], ['20 days = 2025-12-10', '147']),
      due('assignment-to-procuracy', ['2025-11-20', '2025-11-24'], ['3 days = 2025-11-23, Sunday → 2025-11-24', '9']),
      due('suspension-to-procuracy', ['2025-12-10', '2025-12-11'], ['24 hours, no day off moves them', '148']),
      due('suspension-to-informant', ['2025-12-10', '2025-12-11'], ['24 hours, no day off moves them', '148']),
      due(
        'suspension-review',
        ['2025-12-10', '2026-01-10', '2026-01-31'],
        ['1 month = 2026-01-10, a Saturday that is worked', '5'],
      ),
      due(
        'archiving-of-suspended',
        ['2025-12-10', '2027-12-10', '2026-01-31'],
        ['2 years, no day off moves them', '20'],
      ),
      due('resumption-to-procuracy', ['2026-01-31', '2026-02-03'], ['3 days = 2026-02-03', '149']),
      due('resumption-to-informant', ['2026-01-31', '2026-02-03'], ['3 days = 2026-02-03', '149']),
      due(
        'verification-resumed',
        ['2026-01-31', '2026-03-02', '2026-03-02'],
        ['1 month = 2026-02-28, Saturday → 2026-03-02', '149'],
      ),
      due('suspension-to-procuracy', ['2026-03-02', '2026-03-03'], ['24 hours, no day off moves them', '148']),
      due('suspension-to-informant', ['2026-03-02', '2026-03-03'], ['24 hours, no day off moves them', '148']),
      due('suspension-review', ['2026-03-02', '2026-04-02', '2026-03-11'], ['1 month = 2026-04-02', '5']),
      due(
        'archiving-of-suspended',
        ['2026-03-02', '2028-03-02', '2026-03-11'],
        ['2 years, no day off moves them', '20'],
      ),
      due('decline-to-procuracy', ['2026-03-11', '2026-03-12'], ['24 hours, no day off moves them', '158']),
      due('result-to-informant', ['2026-03-11', '2026-03-16'], ['3 days = 2026-03-14, Saturday → 2026-03-16', '14']),
    ]);
  });
});
