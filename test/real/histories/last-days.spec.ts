import { type Deed, deed } from '../../support/procedure/narrative.js';
import { OFFICE } from '../../support/procedure/offices.js';
import { caseTold, denunciationTold, due, expectLimits } from './history.js';

const on = (name: string, day: string, payload: Deed['payload'] = {}, by?: number): Deed =>
  deed(name, payload, by === undefined ? { on: day } : { on: day, by });
const told = (day: string, source = 'denunciation', by: number = OFFICE.communePolice) =>
  denunciationTold(on('receive', day, { source }, by));
const begun = (day: string, article: number, clause: number) =>
  caseTold(on('institute', day, { offence: { article, clause } }));
const notice = (from: string, last: string) =>
  due('institution-to-procuracy', [from, last], ['24 hours, no day off moves them', '154']);

describe('last days that fall on a month without that day, on Tết, at the turn of a year', () => {
  it('of 31 October 2024: 4 months end on 28 February, and each extension goes on from the 28th', () => {
    const first = begun('2024-10-31', 151, 3);
    const whole = first.given(
      on('extend', '2025-02-10', { until: '2025-06-28' }),
      on('extend', '2025-06-10', { until: '2025-10-28' }),
      on('extend', '2025-10-10', { until: '2026-02-28' }),
      on('extend', '2026-02-10', { until: '2026-06-28' }),
    );
    expectLimits(whole, [
      notice('2024-10-31', '2024-11-01'),
      due('investigation', ['2024-10-31', '2026-06-29'], ['2026-06-28, Sunday → 2026-06-29', '172']),
    ]);
    whole.when('extend', { until: '2026-10-28' }, { on: '2026-06-10' }).thenRefused('extend.no-more');
    first.when('extend', { until: '2025-06-29' }, { on: '2025-02-10' }).thenRefused('extend.too-long');
  });

  it('of 31 December 2025, less serious: 2 months end on Saturday 28 February, 2 more on 28 April', () => {
    const whole = begun('2025-12-31', 347, 1);
    expectLimits(whole, [
      notice('2025-12-31', '2026-01-01'),
      due('investigation', ['2025-12-31', '2026-03-02'], ['2026-02-28, Saturday → 2026-03-02', '172'], {
        askBy: '2026-02-18',
      }),
    ]);
    whole.when('extend', { until: '2026-04-29' }, { on: '2026-02-18' }).thenRefused('extend.too-long');
    expectLimits(whole.given(on('extend', '2026-02-18', { until: '2026-04-28' })), [
      notice('2025-12-31', '2026-01-01'),
      due('investigation', ['2025-12-31', '2026-04-28'], ['2 months more = 2026-04-28', '172']),
    ]);
  });

  it.each([
    ['make-up Saturday', {}, 'hand-over-by-commune-police', '2026-08-22'],
    ['urgent', { urgent: true }, 'hand-over-of-urgent', '2026-08-16'],
    ['urgent and remote', { urgent: true, remote: true }, 'hand-over-of-urgent-and-remote', '2026-08-17'],
  ] as const)('commune police of 15 August 2026: %s', (_case, pressing, id, last) => {
    const file = denunciationTold(
      on('receive', '2026-08-15', { source: 'denunciation', ...pressing }, OFFICE.communePolice),
    );
    expectLimits(file, [due(id, ['2026-08-15', last], ['7 days, 24 or 48 hours from the receipt', '8'])]);
  });

  it('commune police receive no petition', () => {
    expect(() => told('2026-03-02', 'petition')).toThrow();
  });
});
