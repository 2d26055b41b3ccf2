import fc from 'fast-check';
import { type Day, addDays, day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type Lifecycle,
  type RecordedStep,
  type Step,
  type SubjectKind,
  elapsedDays,
  fold,
  runningIntervals,
} from './index.js';
import { investigated } from '../../../../test/support/procedure/lawful-files.js';
import { TODAY, criminalCase, deed, denunciation } from '../../../../test/support/procedure/narrative.js';
import { STORY_SEEDS, tellCase, tellDenunciation } from '../../../../test/support/procedure/random-history.js';

const at = (on: string) => ({ on });

describe('the time that a matter ran', () => {
  it('leaves out the suspensions of a denunciation, and ends with its resolution', () => {
    const told = denunciation(
      deed('receive', { source: 'denunciation' }, at('2024-01-02')),
      deed('classify', { competence: 'own' }),
      deed('suspend', { ground: 'expertise-pending' }, at('2024-01-22')),
      deed('resume', {}, at('2024-03-01')),
    );
    expect(runningIntervals('denunciation', told.log)).toEqual([
      { from: '2024-01-02', to: '2024-01-22' },
      { from: '2024-03-01' },
    ]);
    expect(elapsedDays('denunciation', told.log, day('2024-03-11'))).toBe(20 + 10);
    const done = told.given(deed('decline', { ground: 'no-event' }, at('2024-03-06')));
    expect(elapsedDays('denunciation', done.log, day('2026-01-01'))).toBe(20 + 5);
  });

  it('goes on through a transfer and a halt of one accused, not through that of the case', () => {
    const told = criminalCase(
      ...investigated('a', 'b'),
      deed('suspend', { ground: 'illness', defendantIds: ['a'] }),
      deed('suspend', { ground: 'illness' }, at('2024-02-01')),
      deed('resume', {}, at('2024-02-11')),
    );
    const [first] = told.log;
    expect(runningIntervals('case', told.log)).toEqual([
      { from: first?.occurredOn, to: '2024-02-01' },
      { from: '2024-02-11' },
    ]);
  });

  it.each([0, 1, 2, 5, 20])('is the sum of what lies between %i suspensions of a case', (count) => {
    const opened = criminalCase(deed('institute', { offence: { article: 150, clause: 1 } }, at('2024-01-01')));
    const halts = Array.from({ length: count }, () => [
      deed('suspend', { ground: 'illness' }, { on: 7 }),
      deed('resume', {}, { on: 11 }),
    ]).flat();
    const told = opened.given(...halts);
    expect(elapsedDays('case', told.log, addDays(told.lastDay, 3))).toBe(7 * count + 3);
    expect(runningIntervals('case', told.log)).toHaveLength(count + 1);
  });
});

const STILL = /^(none|instituted|declined|joined|final|suspended|institution-cancelled|\w+-(suspended|terminated))$/;

/** Counted day by day from the folded file, a second time: how many nights began while the matter ran. */
function countedDays<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
): number {
  const moves: { readonly on: Day; readonly runs: boolean }[] = [];
  log.forEach(({ occurredOn }, index) => {
    const status = life.statusOf(fold(life as never, log.slice(0, index + 1)) as File);
    const runs = !STILL.test(status);
    if ((moves.at(-1)?.runs ?? false) !== runs) moves.push({ on: occurredOn, runs });
  });
  let nights = 0;
  for (let on = moves[0]?.on ?? TODAY; on < TODAY; on = addDays(on, 1)) {
    if (moves.findLast((move) => move.on <= on)?.runs) nights += 1;
  }
  return nights;
}

describe.each([
  ['denunciation', DENUNCIATION_LIFECYCLE, tellDenunciation],
  ['case', CASE_LIFECYCLE, tellCase],
] as const)('of a random %s', (kind: SubjectKind, life, tell) => {
  it('is the sum of its running intervals, however often it was suspended', () => {
    fc.assert(
      fc.property(STORY_SEEDS, (seeds) => {
        const { log } = tell(seeds);
        const intervals = runningIntervals(kind, log);
        expect(elapsedDays(kind, log, TODAY)).toBe(countedDays(life as Lifecycle<object, string, Step>, log));
        intervals.forEach(({ to }, index) => {
          const next = intervals[index + 1];
          expect(next === undefined || (to !== undefined && to <= next.from)).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});
