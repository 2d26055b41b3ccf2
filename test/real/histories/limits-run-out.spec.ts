import { type Deed, deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, denunciationTold, due, expectLimits } from './history.js';

const on = (name: string, day: string, payload: Deed['payload'] = {}, by?: number): Deed =>
  deed(name, payload, by === undefined ? { on: day } : { on: day, by });
const A = { defendantIds: ['a'] };
/** Trafficking of a person under 16: especially serious. */
const offence = { article: 151, clause: 3 };
const toProcuracy = (day: string) => on('hand-to-procuracy', day, { toOfficeId: OFFICE.procuracy });

describe('what waits for a limit to run out waits for the working day that its end moves to (Điều 134)', () => {
  it('the resolution of a denunciation: 20 days from 19 January 2024 end on the eve of Tết', () => {
    // 8 February 2024 is the 29th of the last month, off until the 14th: the last day is Thursday 15 February.
    const told = denunciationTold(
      on('receive', '2024-01-19', { source: 'denunciation' }),
      on('classify', '2024-01-19', { competence: 'own' }),
    );
    const suspend = (day: string) => told.when('suspend', { ground: 'expertise-pending' }, { on: day });
    suspend('2024-02-08').thenRefused('suspend.limit-running', { end: '2024-02-15' });
    suspend('2024-02-14').thenRefused('suspend.limit-running', { end: '2024-02-15' });
    suspend('2024-02-15').thenStatus('suspended');
  });

  it('the remedy that the procuracy demands: 15 days from Friday 13 February 2026 end on Saturday the 28th', () => {
    const told = denunciationTold(
      on('receive', '2026-02-02', { source: 'denunciation' }),
      on('classify', '2026-02-02', { competence: 'own' }),
      on('demand-remedy', '2026-02-13', {}, OFFICE.procuracy),
    );
    const takeOver = (day: string) => told.when('take-over', {}, { on: day, by: OFFICE.procuracy });
    takeOver('2026-03-02').thenRefused('take-over.too-early', { end: '2026-03-02' });
    takeOver('2026-03-03').thenStatus('in-verification');
  });

  it('the investigation: 4 months from 28 February 2025 end on Saturday 28 June', () => {
    const told = caseTold(on('institute', '2025-02-28', { offence }));
    const suspend = (day: string) => told.when('suspend', { ground: 'accused-unknown' }, { on: day });
    suspend('2025-06-29').thenRefused('suspend.limit-running', { end: '2025-06-30' });
    suspend('2025-06-30').thenStatus('investigation-suspended');
  });

  it('the prosecution and the preparation of the trial: 30 days and 3 months that end on days off', () => {
    // Received on Thursday 2 April 2026: 30 days = Saturday 2 May, the last day is Monday the 4th.
    const there = caseTold(
      on('institute', '2026-01-05', { offence }),
      on('charge', '2026-01-06', { defendantId: 'a', number: '1', offence }),
      on('approve-charge', '2026-01-08', A),
      on('conclude', '2026-04-01'),
      toProcuracy('2026-04-02'),
      on('issue-wanted-notice', '2026-04-20', A),
    );
    const halt = (told: typeof there, day: string) => told.when('suspend', { ground: 'absconded' }, { on: day });
    halt(there, '2026-05-03').thenRefused('suspend.limit-running', { end: '2026-05-04' });
    halt(there, '2026-05-04').thenStatus('prosecution-suspended');
    // Accepted on Wednesday 6 May 2026: 3 months = 6 August; 30 days more: Saturday 5 September, moved to Monday the 7th.
    const tried = there.given(
      on('indict', '2026-04-29'),
      on('hand-to-court', '2026-05-04', { toOfficeId: OFFICE.court }),
      on('accept', '2026-05-06'),
      on('assign-judge', '2026-05-06', { judgeId: 'judge-1' }),
      on('extend-preparation', '2026-07-20', { until: '2026-09-05' }),
    );
    halt(tried, '2026-09-05').thenRefused('suspend.limit-running', { end: '2026-09-07' });
    halt(tried, '2026-09-07').thenStatus('trial-suspended');
  });
});

describe('the head lengthens a resolution in two steps, the procuracy once (Điều 147 khoản 2)', () => {
  it('2 months from the receipt in all; the procuracy is asked 5 days before', () => {
    const told = denunciationTold(
      on('receive', '2026-03-02', { source: 'denunciation' }),
      on('classify', '2026-03-02', { competence: 'own' }),
      on('extend', '2026-03-18', { grantor: 'head', until: '2026-04-10' }),
      on('extend', '2026-04-08', { grantor: 'head', until: '2026-05-02' }),
    );
    told
      .when('extend', { grantor: 'head', until: '2026-05-04' }, { on: '2026-04-20' })
      .thenRefused('extend.too-long', { longest: '2026-05-02' });
    told
      .when('request-extension', { until: '2026-07-02' }, { on: '2026-04-28' })
      .thenRefused('extend.asked-late', { askBy: '2026-04-27' });
    const asked = told.given(
      on('request-extension', '2026-04-27', { until: '2026-07-02' }),
      on('extend', '2026-04-29', { grantor: 'procuracy', until: '2026-07-02' }, OFFICE.procuracy),
    );
    asked
      .when('extend', { grantor: 'procuracy', until: '2026-08-03' }, { on: '2026-06-20', by: OFFICE.procuracy })
      .thenRefused('extend.once');
    expectLimits(asked, [
      due('classification', ['2026-03-02', '2026-03-03', '2026-03-02'], ['24 hours, no day off moves them', '8']),
      due('receipt-to-procuracy', ['2026-03-02', '2026-03-05'], ['3 days = 2026-03-05', '146']),
      due('receipt-to-informant', ['2026-03-02', '2026-03-05'], ['3 working days = 2026-03-05', '14']),
      due('assignment', ['2026-03-02', '2026-03-05'], ['3 days = 2026-03-05', '9']),
      due('verification', ['2026-03-02', '2026-07-02'], ['2 months = 2026-05-02, 2 more = 2026-07-02', '147']),
      due(
        'answer-to-extension',
        ['2026-04-27', '2026-05-04', '2026-04-29'],
        ['3 days = 2026-04-30, off until Sunday 3 May → 2026-05-04', '11'],
      ),
    ]);
  });
});
