import { type FileLimit, limitsOf } from '../index.js';
import { type DenunciationNarrative, deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { agencyOf } from '../../../../../test/support/procedure/offices.js';

const at = (on: string) => ({ on });
/** Its limits to look again, as if each step had been recorded on its day. */
const reviews = (told: DenunciationNarrative): FileLimit[] => {
  const log = told.log.map((step) => ({ ...step, recordedOn: step.occurredOn }));
  return limitsOf('denunciation', log, { agencyOf }).filter(({ kind }) => kind === 'review');
};
const archiving = (told: DenunciationNarrative): FileLimit[] =>
  reviews(told).filter(({ id }) => id === 'archiving-of-suspended');
const verified = denunciation(
  deed('receive', { source: 'report' }, at('2024-03-01')),
  deed('classify', { competence: 'own' }, at('2024-03-02')),
);

describe('a suspended matter', () => {
  it('may be archived after 2 years and is looked at then (Điều 20 khoản 5 TT 28/2020/TT-BCA)', () => {
    const suspended = verified.given(deed('suspend', { ground: 'expertise-pending' }, at('2024-03-21')));
    expect(archiving(suspended)).toMatchObject([{ startedOn: '2024-03-21', dueOn: '2026-03-21', kind: 'review' }]);
    const resumed = suspended.given(deed('resume', {}, at('2025-01-02')));
    expect(archiving(resumed)).toMatchObject([{ stoppedOn: '2025-01-02' }]);
  });

  it('is looked at no more once it is joined into another', () => {
    const suspended = verified.given(deed('suspend', { ground: 'expertise-pending' }, at('2024-03-21')));
    const joined = suspended.given(deed('join', { intoId: 'd-2' }, at('2024-03-25')));
    expect(reviews(joined).filter(({ stoppedOn }) => stoppedOn === undefined)).toEqual([]);
  });
});
