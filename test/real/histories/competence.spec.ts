import { deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { denunciationTold, due, expectLimits } from './history.js';

const at = (on: string, by?: number) => (by === undefined ? { on } : { on, by });

describe('6. a dispute of competence', () => {
  // The border guard finds a deed that is the police's, who will not have it; the procuracy above settles it.
  const told = denunciationTold(
    deed('receive', { source: 'direct-discovery' }, at('2026-05-18', OFFICE.borderGuard)),
    deed('classify', { competence: 'other' }, at('2026-05-19')),
    deed('transfer', { toOfficeId: OFFICE.police }, at('2026-05-19')),
    deed('refuse-transfer', { because: 'another place' }, at('2026-05-20', OFFICE.police)),
    deed('dispute-competence', { withOfficeId: OFFICE.police }, at('2026-05-21')),
    deed('settle-dispute', { toOfficeId: OFFICE.police }, at('2026-05-28')),
    deed('accept-transfer', {}, at('2026-05-29', OFFICE.police)),
    deed('classify', { competence: 'own' }, at('2026-05-29')),
    deed('assign', { assigneeId: 'investigator-1' }, at('2026-06-01')),
    deed('institute', { caseId: 'case-6' }, at('2026-06-05')),
  );

  it('ends instituted; the 20 days of Điều 147 run from the receipt by the competent body', () => {
    expect(told.status).toBe('instituted');
    expectLimits(told, [
      due('classification', ['2026-05-18', '2026-05-19', '2026-05-19'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2026-05-18', '2026-05-21', '2026-05-19'], ['3 days = 2026-05-21', '9']),
      due('receipt-to-procuracy', ['2026-05-18', '2026-05-21'], ['3 days = 2026-05-21', '146']),
      due(
        'verification',
        ['2026-05-18', '2026-06-08', '2026-05-29'],
        ['20 days = 2026-06-07, Sunday → 2026-06-08', '147'],
      ),
      due(
        'hand-over-of-others',
        ['2026-05-19', '2026-05-20', '2026-05-19'],
        ['24 hours, no day off moves them', '146'],
      ),
      due('classification', ['2026-05-29', '2026-05-30', '2026-05-29'], ['24 hours, no day off moves them', '8']),
      due('assignment', ['2026-05-29', '2026-06-01', '2026-06-01'], ['3 days = 2026-06-01', '9']),
      due('receipt-to-procuracy', ['2026-05-29', '2026-06-01'], ['3 days = 2026-06-01', '146']),
      due('verification', ['2026-05-29', '2026-06-18', '2026-06-05'], ['20 days = 2026-06-18', '147']),
      due('assignment-to-procuracy', ['2026-05-29', '2026-06-01'], ['3 days = 2026-06-01', '9']),
    ]);
  });
});

describe('7. a split, and a take-over by the procuracy', () => {
  // One denunciation of two deeds; what stays is not remedied within 15 days of the procuracy's demand.
  const whole = denunciationTold(
    deed('receive', { source: 'denunciation' }, at('2025-08-13', OFFICE.police)),
    deed('classify', { competence: 'own' }, at('2025-08-14')),
    deed('assign', { assigneeId: 'investigator-1' }, at('2025-08-14')),
    deed('split', { childId: 'part-7', toOfficeId: OFFICE.otherPolice }, at('2025-08-20')),
    deed('demand-remedy', {}, at('2025-08-21')),
    deed('extend', { grantor: 'head', until: '2025-10-13' }, at('2025-08-29')),
  );
  const part = denunciationTold(
    deed(
      'split-off',
      { parentId: 'whole-7', status: 'in-verification', source: 'denunciation', receivedOn: '2025-08-13' },
      at('2025-08-20', OFFICE.otherPolice),
    ),
    deed('assign', { assigneeId: 'investigator-2' }, at('2025-08-22')),
    deed('institute', { caseId: 'case-7' }, at('2025-09-03')),
  );

  it('is not taken over within the 15 days of the demand', () => {
    whole.when('take-over', {}, at('2025-09-05')).thenRefused('take-over.too-early', { end: '2025-09-05' });
  });

  it('ends declined by the procuracy, within the same limit of Điều 147', () => {
    const told = whole.given(
      deed('take-over', {}, at('2025-09-08')),
      deed('decline', { ground: 'no-elements' }, at('2025-10-10')),
    );
    expect([told.status, told.file.holderOfficeId]).toEqual(['declined', OFFICE.procuracy]);
    expectLimits(told, [
      due('classification', ['2025-08-13', '2025-08-14', '2025-08-14'], ['24 hours, no day off moves them', '8']),
      due(
        'assignment',
        ['2025-08-13', '2025-08-18', '2025-08-14'],
        ['3 days = 2025-08-16, Saturday → 2025-08-18', '9'],
      ),
      due('receipt-to-procuracy', ['2025-08-13', '2025-08-18'], ['3 days = 2025-08-16, Saturday → 2025-08-18', '146']),
      due('receipt-to-informant', ['2025-08-13', '2025-08-18'], ['3 working days', '14']),
      due(
        'verification',
        ['2025-08-13', '2025-10-13', '2025-10-10'],
        ['20 days = 2025-09-02, head to 2 months in all = 2025-10-13', '147'],
        { askBy: '2025-10-08' },
      ),
      due('assignment-to-procuracy', ['2025-08-13', '2025-08-18'], ['3 days = 2025-08-16, Saturday → 2025-08-18', '9']),
      due('file-to-procuracy', ['2025-09-08', '2025-09-15'], ['5 days = 2025-09-13, Saturday → 2025-09-15', '146']),
      due('result-to-informant', ['2025-10-10', '2025-10-13'], ['3 days = 2025-10-13', '14']),
    ]);
  });

  it('leaves the part its own life: received with the whole, assigned within 3 days of the split', () => {
    expect(part.status).toBe('instituted');
    expectLimits(part, [
      due(
        'assignment',
        ['2025-08-20', '2025-08-25', '2025-08-22'],
        ['3 days = 2025-08-23, Saturday → 2025-08-25', '9'],
      ),
      due('receipt-to-procuracy', ['2025-08-20', '2025-08-25'], ['3 days = 2025-08-23, Saturday → 2025-08-25', '146']),
      due(
        'verification',
        ['2025-08-13', '2025-09-03', '2025-09-03'],
        ['20 days = 2025-09-02, a day off → 2025-09-03', '147'],
      ),
      due('assignment-to-procuracy', ['2025-08-22', '2025-08-25'], ['3 days = 2025-08-25', '9']),
      due('result-to-informant', ['2025-09-03', '2025-09-08'], ['3 days = 2025-09-06, Saturday → 2025-09-08', '14']),
    ]);
  });
});
