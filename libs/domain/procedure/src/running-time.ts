import { type Day, daysBetween, laterOf } from '#libs/domain/kernel';
import type { CaseStatus } from './case-file.js';
import type { DenunciationStatus } from './denunciation/denunciation.steps.js';
import { historyOf } from './fold.js';
import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE, type Lifecycle, type SubjectKind } from './lifecycle.js';
import type { RecordedStep, Step } from './step.js';

/** A time in which a matter ran: until the day of the step that stopped it, or still. */
export interface RunningInterval {
  readonly from: Day;
  readonly to?: Day;
}

/** Statuses in which nobody has to do anything more, or may not for the time being. */
const STILL_DENUNCIATION: readonly DenunciationStatus[] = ['none', 'suspended', 'instituted', 'declined', 'joined'];
const STILL_CASE: readonly CaseStatus[] = [
  'none',
  'investigation-suspended',
  'investigation-terminated',
  'institution-cancelled',
  'joined',
  'prosecution-suspended',
  'prosecution-terminated',
  'trial-suspended',
  'trial-terminated',
  'final',
];

const intervalsOf = <File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  isStill: (status: Status) => boolean,
): RunningInterval[] => {
  const intervals: RunningInterval[] = [];
  let file = life.nothing;
  for (const step of historyOf(life, log)) {
    const ran = !isStill(life.statusOf(file));
    file = life.evolve(file, step);
    const runs = !isStill(life.statusOf(file));
    const last = intervals.at(-1);
    if (ran && !runs && last) intervals[intervals.length - 1] = { ...last, to: laterOf(last.from, step.occurredOn) };
    if (!ran && runs) intervals.push({ from: step.occurredOn });
  }
  return intervals;
};

/**
 * The times in which a matter ran: from the step that opened or resumed it to the one that suspended or ended it. A transfer
 * or an appeal does not stop it.
 * @param log every event of the file, ordered by sequence.
 */
export const runningIntervals = (kind: SubjectKind, log: readonly RecordedStep[]): RunningInterval[] =>
  kind === 'denunciation'
    ? intervalsOf(DENUNCIATION_LIFECYCLE, log, (status) => STILL_DENUNCIATION.includes(status))
    : intervalsOf(CASE_LIFECYCLE, log, (status) => STILL_CASE.includes(status));

/**
 * @param today the last day that counts for a matter that still runs.
 * @returns how many days a matter ran, the times in which it was suspended or ended left out; the day on which it begins
 * does not count, as in Điều 134 BLTTHS.
 */
export const elapsedDays = (kind: SubjectKind, log: readonly RecordedStep[], today: Day): number =>
  runningIntervals(kind, log).reduce((days, { from, to = laterOf(from, today) }) => days + daysBetween(from, to), 0);
