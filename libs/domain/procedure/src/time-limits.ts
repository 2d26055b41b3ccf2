import type { Agency } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';
import { type CaseFile, type CaseStatus, gravityOfCase } from './case-file.js';
import type { DenunciationFile } from './denunciation/denunciation-file.js';
import { DENUNCIATION_LIMITS, type DenunciationLimit } from './denunciation/denunciation.limits.js';
import type { DenunciationStatus, DenunciationStep } from './denunciation/denunciation.steps.js';
import { historyOf } from './fold.js';
import { INVESTIGATION_LIMITS, type InvestigationLimit } from './investigation/investigation.limits.js';
import {
  CASE_LIFECYCLE,
  type CaseStep,
  DENUNCIATION_LIFECYCLE,
  type Lifecycle,
  type SubjectKind,
} from './lifecycle.js';
import { type Counting, type Run, dueDayOf, furthestEndOf } from './limit-end.js';
import type { Gravity } from './offence.js';
import { PROSECUTION_LIMITS, type ProsecutionLimit } from './prosecution/prosecution.limits.js';
import type { RecordedStep, Step } from './step.js';
import type { Change, TimeLimit } from './time-limit.js';
import { TRIAL_LIMITS, type TrialLimit } from './trial/trial.limits.js';
import type { FileOffices } from './transition.js';

export type CaseLimit = InvestigationLimit | ProsecutionLimit | TrialLimit;
export type TimeLimitId = DenunciationLimit['id'] | CaseLimit['id'];

/** Every limit of the main line, by life, in the order of the law. */
export const TIME_LIMITS: {
  readonly denunciation: readonly DenunciationLimit[];
  readonly case: readonly CaseLimit[];
} = { denunciation: DENUNCIATION_LIMITS, case: [...INVESTIGATION_LIMITS, ...PROSECUTION_LIMITS, ...TRIAL_LIMITS] };

/** A limit that ran or runs on a file. */
export interface FileLimit {
  readonly id: TimeLimitId;
  readonly article: string;
  readonly startedOn: Day;
  /** The last day by law and by the extensions granted; absent where it depends on a gravity that is not known. */
  readonly dueOn?: Day;
  /** The latest end that one further extension could set; absent where the law grants none. */
  readonly furthestOn?: Day;
  /** The step that stopped it; absent while it runs. */
  readonly stoppedOn?: Day;
}

/** What the days are counted with: whose limit it is depends on the agency, its end on the calendar of days off. */
export interface LimitSetting extends Counting {
  readonly agencyOf: (officeId: number) => Agency | undefined;
}

/**
 * The limits that a file's history set running, in the order in which they started.
 * @param log every event of the file, ordered by sequence.
 */
export function limitsOf(kind: SubjectKind, log: readonly RecordedStep[], setting: LimitSetting): FileLimit[] {
  return kind === 'denunciation'
    ? limitsIn<DenunciationFile, DenunciationStatus, DenunciationStep>(
        { life: DENUNCIATION_LIFECYCLE, limits: TIME_LIMITS.denunciation, gravityOf: () => undefined },
        log,
        setting,
      )
    : limitsIn<CaseFile, CaseStatus, CaseStep>(
        { life: CASE_LIFECYCLE, limits: TIME_LIMITS.case, gravityOf: gravityOfCase },
        log,
        setting,
      );
}

/** @returns whether the file was, or is on `today`, late for the limit. */
export const isLate = ({ dueOn, stoppedOn }: FileLimit, today: Day): boolean =>
  dueOn !== undefined && (stoppedOn ?? today) > dueOn;

interface Law<File, Status extends string, S extends Step> {
  readonly life: Lifecycle<File, Status, S>;
  readonly limits: readonly TimeLimit<File, TimeLimitId>[];
  readonly gravityOf: (file: File) => Gravity | undefined;
}

interface RunOfLimit<File> extends Run {
  readonly limit: TimeLimit<File, TimeLimitId>;
  readonly stoppedOn?: Day;
}

const limitsIn = <File extends FileOffices, Status extends string, S extends Step>(
  { life, limits, gravityOf }: Law<File, Status, S>,
  log: readonly RecordedStep[],
  setting: LimitSetting,
): FileLimit[] => {
  let file = life.nothing;
  let runs: readonly RunOfLimit<File>[] = [];
  for (const step of historyOf(life, log)) {
    const change = { before: file, step, after: life.evolve(file, step) };
    const moved = life.statusOf(change.before) !== life.statusOf(change.after);
    const gravity = gravityOf(change.after);
    const going = runs.map((run) => goOn(run, change, moved, gravity));
    runs = [...going, ...started(limits, change, setting).map((run) => (gravity ? { ...run, gravity } : run))];
    file = change.after;
  }
  return runs.map((run) => told(run, setting));
};

/** The gravity that counts is the one known last while the limit ran. Source: Điều 14 TTLT 04/2018. */
const goOn = <File>(
  run: RunOfLimit<File>,
  { step }: Change<File>,
  moved: boolean,
  gravity: Gravity | undefined,
): RunOfLimit<File> => {
  if (run.stoppedOn !== undefined) return run;
  if (moved && run.limit.stops.includes(step.type)) return { ...run, stoppedOn: step.occurredOn };
  const known = gravity ? { ...run, gravity } : run;
  const until = step.type === run.limit.extendedBy ? (step.payload.until as Day) : undefined;
  return until ? { ...known, until, granted: run.granted + 1 } : known;
};

const started = <File extends FileOffices>(
  limits: readonly TimeLimit<File, TimeLimitId>[],
  change: Change<File>,
  { agencyOf }: LimitSetting,
): RunOfLimit<File>[] => {
  const { step, after } = change;
  const agency = after.holderOfficeId === undefined ? undefined : agencyOf(after.holderOfficeId);
  return limits
    .filter((limit) => limit.starts.includes(step.type) && (!limit.of || (agency && limit.of.includes(agency))))
    .flatMap((limit) => {
      const startedOn = limit.startOn ? limit.startOn(change) : step.occurredOn;
      const holds = startedOn && limit.validFrom <= startedOn && startedOn <= (limit.validTo ?? startedOn);
      return holds ? [{ limit, startedOn, granted: 0 }] : [];
    });
};

const told = <File>({ limit, stoppedOn, ...run }: RunOfLimit<File>, counting: Counting): FileLimit => {
  const dueOn = dueDayOf(limit, run, counting);
  const furthestOn = furthestEndOf(limit, run);
  return {
    id: limit.id,
    article: limit.article,
    startedOn: run.startedOn,
    ...(dueOn ? { dueOn } : {}),
    ...(furthestOn ? { furthestOn } : {}),
    ...(stoppedOn ? { stoppedOn } : {}),
  };
};
