import type { Agency } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';
import { type CaseFile, type CaseStatus, gravityOfAccused, gravityOfCase } from './case-file.js';
import { CASE_LIMITS, type CaseLimit } from './case-limits.js';
import { LAW59 } from './citations.js';
import type { Counting } from './counting.js';
import type { DenunciationFile } from './denunciation/denunciation-file.js';
import { DENUNCIATION_LIMITS, type DenunciationLimit } from './denunciation/denunciation.limits.js';
import type { DenunciationStatus, DenunciationStep } from './denunciation/denunciation.steps.js';
import { CASE_LIFECYCLE, type CaseStep, DENUNCIATION_LIFECYCLE, type SubjectKind } from './lifecycle.js';
import { askByDayOf, dueDayOf, endByLaw, furthestEndOf, lengthOf } from './limit-end.js';
import { type LimitLaw, type LimitRun, runsOf } from './limit-runs.js';
import { byStart } from './limit-starts.js';
import { type Gravity, findGravity } from './offence.js';
import type { RecordedStep } from './step.js';
import type { CountingRule, LimitKind, Span, Whose } from './time-limit.js';

export type TimeLimitId = DenunciationLimit['id'] | CaseLimit['id'];

/** Every limit, by life, in the order of the law. */
export const TIME_LIMITS: {
  readonly denunciation: readonly DenunciationLimit[];
  readonly case: readonly CaseLimit[];
} = { denunciation: DENUNCIATION_LIMITS, case: CASE_LIMITS };

/** How a due day was reckoned, for people to check: each number of it and where it comes from. */
export interface Reckoning {
  readonly startedBy: string;
  readonly counting: CountingRule;
  /** What the law gives, or at most gives where the end stands on a document; absent where the gravity is not known. */
  readonly length?: Span;
  readonly gravity?: Gravity;
  readonly halved?: true;
  /** The article that halves it. */
  readonly halvedBy?: string;
  readonly extendedTo: readonly Day[];
  /** The last day before a day off moved it. */
  readonly endByLaw?: Day;
  /** The text in force since then is the one applied. */
  readonly textSince: Day;
}

/** A limit that ran or runs on a file, or on one of its accused. */
export interface FileLimit {
  readonly id: TimeLimitId;
  readonly article: string;
  readonly defendantId?: string;
  readonly whose: Whose;
  readonly kind: LimitKind;
  /** The office that took the step that started it, or its successor. */
  readonly actorOfficeId: number;
  readonly startedOn: Day;
  /** The last day by law and by the extensions granted; absent where it depends on a gravity that is not known. */
  readonly dueOn?: Day;
  /** The latest end that one further extension could set; absent where the law grants none. */
  readonly furthestOn?: Day;
  /** The last day on which that extension can be asked for. */
  readonly askBy?: Day;
  /** The step that stopped it; absent while it runs. */
  readonly stoppedOn?: Day;
  readonly reckoning: Reckoning;
}

/** What the days are counted with: whose limit it is depends on the agency, its end on the calendar of days off. */
export interface LimitSetting extends Counting {
  readonly agencyOf: (officeId: number) => Agency | undefined;
}

const DENUNCIATION_LAW: LimitLaw<DenunciationFile, DenunciationStatus, DenunciationStep, TimeLimitId> = {
  life: DENUNCIATION_LIFECYCLE,
  limits: byStart(TIME_LIMITS.denunciation),
  gravityOf: ({ offence, committedOn }) => offence && findGravity(offence, committedOn),
  succeededBy: 'office-succeeded',
};
const CASE_LAW: LimitLaw<CaseFile, CaseStatus, CaseStep, TimeLimitId> = {
  life: CASE_LIFECYCLE,
  limits: byStart(TIME_LIMITS.case),
  gravityOf: (file, defendantId) => (defendantId ? gravityOfAccused(file, defendantId) : gravityOfCase(file)),
  succeededBy: 'case-office-succeeded',
};

/**
 * The limits that a file's history set running, in the order in which they started.
 * @param log every event of the file, ordered by sequence.
 */
export function limitsOf(kind: SubjectKind, log: readonly RecordedStep[], setting: LimitSetting): FileLimit[] {
  return kind === 'denunciation'
    ? runsOf(DENUNCIATION_LAW, log, setting).map((run) => told(run, setting))
    : runsOf(CASE_LAW, log, setting).map((run) => told(run, setting));
}

/** As `limitsOf`, of those alone that still run on a day: not stopped, and no time to act that is over. */
export function runningLimitsOf(
  kind: SubjectKind,
  log: readonly RecordedStep[],
  setting: LimitSetting & { readonly today: Day },
): FileLimit[] {
  const tell = <File>(runs: readonly LimitRun<File, TimeLimitId>[]): FileLimit[] =>
    runs.filter((run) => !isOver(run, setting)).map((run) => told(run, setting));
  return kind === 'denunciation' ? tell(runsOf(DENUNCIATION_LAW, log, setting)) : tell(runsOf(CASE_LAW, log, setting));
}

const isOver = <File>(run: LimitRun<File, TimeLimitId>, { today, ...counting }: Counting & { readonly today: Day }) =>
  run.stoppedOn !== undefined || (run.limit.kind === 'period' && (dueDayOf(run.limit, run, counting) ?? today) < today);

/** @returns whether the file was, or is on `today`, late for the limit. */
export const isLate = ({ dueOn, stoppedOn, kind }: FileLimit, today: Day): boolean =>
  kind !== 'period' && kind !== 'limitation' && dueOn !== undefined && (stoppedOn ?? today) > dueOn;

const reckoned = <File>(run: LimitRun<File, TimeLimitId>, counting: Counting): Reckoning => {
  const { limit, gravity, halved } = run;
  const length = lengthOf(limit, run);
  const end = endByLaw(limit, run, counting);
  const byGravity = gravity && !('hours' in limit.length) && gravity in limit.length;
  return {
    startedBy: run.startedBy,
    counting: limit.counting ?? 'procedural',
    extendedTo: run.extendedTo,
    textSince: limit.validFrom,
    ...(length ? { length } : {}),
    ...(byGravity ? { gravity } : {}),
    ...(halved ? { halved, halvedBy: LAW59 } : {}),
    ...(end ? { endByLaw: end } : {}),
  };
};

const told = <File>(run: LimitRun<File, TimeLimitId>, counting: Counting): FileLimit => {
  const { limit, defendantId, stoppedOn, startedOn } = run;
  // An order of detention that nobody extends is followed by another: its own end says nothing of how far that may go.
  const followed = limit.counting === 'detention' && !limit.extendedBy;
  const [dueOn, furthestOn, askBy] = [
    dueDayOf(limit, run, counting),
    followed ? undefined : furthestEndOf(limit, run),
    askByDayOf(limit, run),
  ];
  return {
    id: limit.id,
    article: limit.article,
    ...(defendantId ? { defendantId } : {}),
    whose: limit.whose ?? 'holder',
    kind: limit.kind ?? 'decision',
    actorOfficeId: run.actorOfficeId,
    startedOn,
    ...(dueOn ? { dueOn } : {}),
    ...(furthestOn ? { furthestOn } : {}),
    ...(askBy ? { askBy } : {}),
    ...(stoppedOn ? { stoppedOn } : {}),
    reckoning: reckoned(run, counting),
  };
};
