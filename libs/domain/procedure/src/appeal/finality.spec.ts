import fc from 'fast-check';
import { addDays } from '#libs/domain/kernel';
import { CASE_LIFECYCLE, type CaseFile, type Defendant, fold } from '../index.js';
import { STORY_SEEDS, tellCase } from '../../../../../test/support/procedure/random-history.js';

/** Only these undo that a judgment is final. */
const UNDOING: readonly string[] = [
  'late-appeal-accepted',
  'cassation-protested',
  'reopening-protested',
  'appeal-decided',
];
const ABOVE: readonly string[] = ['appeal-decided', 'cassation-decided', 'reopening-decided'];

const expectLawfulFinality = (
  was: Defendant,
  now: Defendant | undefined,
  { type, occurredOn }: { readonly type: string; readonly occurredOn: string },
): void => {
  if (was.status === 'final') {
    if (now?.status !== 'final') expect(UNDOING).toContain(type);
    return;
  }
  if (now?.status !== 'final') return;
  expect(['finalised', ...ABOVE]).toContain(type);
  if (type !== 'finalised' || was.status !== 'judged') return;
  expect(occurredOn > addDays(was.judgedOn ?? was.since, 30)).toBe(true);
  expect(was.absent === true && was.receivedOn === undefined).toBe(false);
};

describe('the judgments of a random lawful history', () => {
  const walk = (
    seeds: readonly number[],
    see: (before: CaseFile, step: { type: string; occurredOn: string }, after: CaseFile) => void,
  ): void => {
    const { log } = tellCase(seeds);
    log.forEach((step, index) => {
      see(fold(CASE_LIFECYCLE, log.slice(0, index)), step, fold(CASE_LIFECYCLE, log.slice(0, index + 1)));
    });
  };

  it('are final for each defendant by themselves, until the law says otherwise', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        walk(seeds, (before, step, after) => {
          for (const was of before.defendants) {
            const now = after.defendants.find(({ id }) => id === was.id);
            expectLawfulFinality(was, now, step);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('send a case back at most once and once in each instance, and count what is annulled', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        walk(seeds, (before, { type }, after) => {
          expect(after.returns.judge <= 1 && after.returns.panel <= 1 && after.returns.procuracy <= 2).toBe(true);
          const annulled = (after.annulments ?? 0) - (before.annulments ?? 0);
          expect([type, annulled]).toEqual([type, ABOVE.includes(type) && after.stage === 'remanded' ? 1 : 0]);
          expect(after.stage === 'remanded').toBe(after.remand !== undefined);
        });
      }),
      { numRuns: 150 },
    );
  });
});
