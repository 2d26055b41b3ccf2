import fc from 'fast-check';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type FileOffices,
  type Lifecycle,
  type Step,
  availableTransitions,
  refusalOfCommand,
} from '#libs/domain/procedure';
import { offersByTrying } from '../../../../test/support/offers-by-trying.js';
import { TODAY } from '../../../../test/support/procedure/narrative.js';
import { OFFICE, OFFICES, agencyAt, agencyOf } from '../../../../test/support/procedure/offices.js';
import { STORY_SEEDS, tellCase, tellDenunciation } from '../../../../test/support/procedure/random-history.js';
import { Examples, isPossible } from './offered-steps.js';

const FRESH = '00000000-0000-8000-8000-000000000000';

const offersTo = <F extends (DenunciationFile | CaseFile) & FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<F, Status, S>,
  file: F,
  officeId: number,
): { offered: string[]; tried: string[] } => {
  const acting = { officeId, agency: agencyAt(officeId), supervises: agencyAt(officeId) === 'procuracy' };
  const setting = { today: TODAY, agencyOf, acting };
  const officeIds = OFFICES.filter((id) => id !== file.holderOfficeId);
  const examples = new Examples(file, { today: TODAY, officeIds });
  const rows = availableTransitions(life, file, acting).filter((row) =>
    isPossible(row, examples, (command) => refusalOfCommand(life, file, { ...command, officeId }, setting)),
  );
  const tried = offersByTrying(life, file, setting, { fresh: FRESH, officeIds });
  return { offered: rows.map(({ event }) => event), tried };
};

/** Who holds the file, and the procuracy and court beside it. */
const deskOf = ({ holderOfficeId }: FileOffices, seeds: readonly number[]): number => {
  const desks = [holderOfficeId ?? OFFICE.police, OFFICE.procuracy, OFFICE.court];
  return desks[(seeds[0] ?? 0) % desks.length] ?? OFFICE.police;
};

describe('the steps on offer', () => {
  it('of a case are those that trying everything would find', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        const { file } = tellCase(seeds);
        const { offered, tried } = offersTo(CASE_LIFECYCLE, file, deskOf(file, seeds));
        expect(offered).toEqual(tried);
      }),
      { numRuns: 150 },
    );
  });

  it('of a denunciation are those that trying everything would find', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        const { file } = tellDenunciation(seeds);
        const { offered, tried } = offersTo(DENUNCIATION_LIFECYCLE, file, deskOf(file, seeds));
        expect(offered).toEqual(tried);
      }),
      { numRuns: 150 },
    );
  });
});
