import fc from 'fast-check';
import { appealed, decided, protested } from '../../../../../test/support/procedure/lawful-files.js';
import { type CaseNarrative, criminalCase, deed } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE } from '../../../../../test/support/procedure/offices.js';
import { STORY_SEEDS, tellCase } from '../../../../../test/support/procedure/random-history.js';
import { type Movement, movementsOfLog } from './index.js';

const movements = (told: CaseNarrative): Movement[] => movementsOfLog('case', told.log);
/** The movements since a day, without those of persons. */
const cases = (told: CaseNarrative, since: string): string[] =>
  movements(told)
    .filter(({ unitId, day }) => unitId === '' && day >= since)
    .map(({ day, flow, docket, officeId }) => `${day.slice(5)} ${flow} ${docket}@${officeId}`);

const annulled = (outcome: string): CaseNarrative =>
  criminalCase(...appealed('a', 'b'), decided(outcome, 'a', 'b'), deed('accept-remand', {}, { on: '2024-09-12' }));
const trialAgain = [
  deed('schedule', { hearingOn: '2024-10-01' }, { on: '2024-09-20' }),
  deed(
    'judge',
    { verdicts: ['a', 'b'].map((defendantId) => ({ defendantId, outcome: 'convicted' })) },
    { on: '2024-10-01' },
  ),
];
const appealAgain = [
  deed('appeal', { kind: 'appeal', defendantIds: ['a'] }, { on: '2024-10-03' }),
  deed('send-to-appellate-court', { toOfficeId: OFFICE.otherCourt }, { on: '2024-11-04' }),
  deed('accept-appeal', { level: 'province' }, { on: '2024-11-05' }),
];

const ANNULLED_INTO: readonly string[] = ['investigation', 'first-instance', 'appeal'];

describe('an annulled judgment', () => {
  it('brings the case back to the investigators as returned', () => {
    expect(cases(annulled('annulled-reinvestigate'), '2024-09-01')).toEqual([
      '09-02 finalised appeal@52',
      '09-12 returned investigation@11',
      '09-12 returned discovery@11',
    ]);
  });

  it('brings it back to the trial court, and from there to the court above, as returned', () => {
    expect(cases(annulled('annulled-retry').given(...trialAgain, ...appealAgain), '2024-09-01')).toEqual([
      '09-02 finalised appeal@52',
      '09-12 returned first-instance@51',
      '10-01 judged first-instance@51',
      '11-05 returned appeal@52',
    ]);
  });

  it('by cassation brings it back to the court that had it on appeal', () => {
    const told = criminalCase(
      ...appealed('a', 'b'),
      decided('upheld', 'a', 'b'),
      { ...protested('cassation', 'a'), on: '2024-12-02' },
      deed('decide-cassation', { results: [{ defendantId: 'a', outcome: 'annulled-reappeal' }] }, { on: '2025-02-03' }),
      deed('accept-remand', {}, { on: '2025-02-10' }),
    );
    expect(cases(told, '2024-09-03')).toEqual(['02-10 returned appeal@52']);
    expect(movements(told).at(-1)).toMatchObject({ docket: 'appeal-defendants', flow: 'returned', unitId: 'a' });
  });

  it('never makes one more case: in any history the dockets that it comes back to have it new once at most', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        const fresh = movements(tellCase(seeds)).filter(
          ({ unitId, flow, docket }) => unitId === '' && flow === 'new' && !docket.startsWith('suspended'),
        );
        const dockets = fresh.map(({ docket }) => docket).filter((docket) => ANNULLED_INTO.includes(docket));
        expect(dockets.filter((docket, index) => dockets.indexOf(docket) < index)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
