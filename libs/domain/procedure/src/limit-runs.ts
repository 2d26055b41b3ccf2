import type { Agency } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';
import type { Counting } from './counting.js';
import { historyOf } from './fold.js';
import type { Lifecycle } from './lifecycle.js';
import type { Run } from './limit-end.js';
import { type LimitsByStart, endSetBy, isNews, isOf, rememberingGravity, startsOf } from './limit-starts.js';
import type { Gravity } from './offence.js';
import type { Grant } from './grant.js';
import { grantsOf, reckonAnew } from './reclassification.js';
import type { RecordedStep, Step } from './step.js';
import type { Change, TimeLimit } from './time-limit.js';
import type { FileOffices } from './transition.js';

/** The limits of one life, and what the gravity of a file or of one of its accused is. */
export interface LimitLaw<File, Status extends string, S extends Step, Id extends string> {
  readonly life: Lifecycle<File, Status, S>;
  readonly limits: LimitsByStart<File, Id>;
  readonly gravityOf: (file: File, defendantId?: string) => Gravity | undefined;
  /** The event by which another office takes the place of one that ended. */
  readonly succeededBy: S['type'];
}

/** A limit that a step set running: what started it, whom it concerns, what lengthened and what stopped it. */
export interface LimitRun<File, Id extends string> extends Run {
  readonly limit: TimeLimit<File, Id>;
  readonly defendantId?: string;
  /** The office that took the step that started it, or that the law names as debtor; its successor once it ended. */
  readonly actorOfficeId: number;
  readonly startedBy: string;
  /** The ends that extensions set, in their order. */
  readonly extendedTo: readonly Day[];
  readonly grants: readonly Grant[];
  readonly stoppedOn?: Day;
}

/** What the runs of a file are told by: whose office is which, and which days are off. */
interface Offices extends Counting {
  readonly agencyOf: (officeId: number) => Agency | undefined;
}

/**
 * The runs that a file's history set going, in the order in which they started.
 * @param log every event of the file, ordered by sequence.
 */
export function runsOf<File extends FileOffices, Status extends string, S extends Step, Id extends string>(
  law: LimitLaw<File, Status, S, Id>,
  log: readonly RecordedStep[],
  setting: Offices,
): LimitRun<File, Id>[] {
  let file = law.life.nothing;
  const runs: LimitRun<File, Id>[] = [];
  const told = rememberingGravity(law);
  for (const step of historyOf(law.life, log)) {
    const change = { before: file, step, after: law.life.evolve(file, step) };
    const moved = law.life.statusOf(change.before) !== law.life.statusOf(change.after);
    for (const [index, run] of runs.entries()) {
      if (run.stoppedOn === undefined) runs[index] = goOn(told, run, change, moved);
    }
    runs.push(...started(told, change, setting));
    file = change.after;
  }
  // What was done before the time for it began never ran.
  return runs.filter(({ startedOn, stoppedOn = startedOn }) => stoppedOn >= startedOn);
}

const namedBy = ({ payload }: Step): readonly unknown[] | undefined => {
  const one = payload.defendantId ?? payload.personId;
  if (one !== undefined) return [one];
  return Array.isArray(payload.defendantIds) ? payload.defendantIds : undefined;
};

const concerns = (step: Step, { defendantId }: { readonly defendantId?: string }): boolean =>
  namedBy(step)?.includes(defendantId) ?? true;

const isStopped = <File, Id extends string>(run: LimitRun<File, Id>, change: Change<File>, moved: boolean): boolean => {
  const { limit, startedOn: on, defendantId, actorOfficeId } = run;
  if (!limit.stops.includes(change.step.type)) return false;
  if (limit.stopsRun) return limit.stopsRun(change, { on, actorOfficeId, ...(defendantId ? { defendantId } : {}) });
  return limit.persons ? concerns(change.step, run) : moved;
};

/** The gravity that counts is the one known last while the limit ran. Source: Điều 14 TTLT 04/2018. */
const goOn = <File extends FileOffices, Status extends string, S extends Step, Id extends string>(
  law: LimitLaw<File, Status, S, Id>,
  run: LimitRun<File, Id>,
  change: Change<File>,
  moved: boolean,
): LimitRun<File, Id> => {
  const { step, after } = change;
  if (isStopped(run, change, moved)) return { ...run, stoppedOn: step.occurredOn };
  const gravity = law.gravityOf(after, run.defendantId);
  const actorOfficeId = step.type === law.succeededBy ? heirOf(step, run.actorOfficeId) : run.actorOfficeId;
  const told = { actorOfficeId, ...(gravity ? { gravity } : {}), ...halvedBy(run.limit, after) };
  const known = isNews(run, told) ? anew({ ...run, ...told }, run.gravity) : run;
  const until = !run.limit.persons || concerns(step, run) ? endSetBy(run.limit, change, run) : undefined;
  return until ? lengthened(known, until, after) : known;
};

const lengthened = <File, Id extends string>(run: LimitRun<File, Id>, until: Day, file: File): LimitRun<File, Id> => {
  const grants = [...run.grants, { until, ...(run.gravity ? { gravity: run.gravity } : {}) }];
  const granted = run.limit.grantedOf?.(file) ?? run.granted + 1;
  return { ...run, until, grants, granted, extendedTo: [...run.extendedTo, until] };
};

const heirOf = ({ officeId, payload }: Step, actorOfficeId: number): number =>
  actorOfficeId === officeId ? (payload.toOfficeId as number) : actorOfficeId;

const anew = <File, Id extends string>(run: LimitRun<File, Id>, before: Gravity | undefined): LimitRun<File, Id> => {
  if (!run.limit.reckonedAnew || !before || before === run.gravity || run.grants.length === 0) return run;
  return { ...run, until: undefined, ...reckonAnew(run.limit, run, run.grants) };
};

const halvedBy = <File>(limit: TimeLimit<File>, file: File): { halved?: boolean } =>
  limit.isHalved ? { halved: limit.isHalved(file) } : {};

const started = <File extends FileOffices, Status extends string, S extends Step, Id extends string>(
  law: LimitLaw<File, Status, S, Id>,
  change: Change<File>,
  setting: Offices,
): LimitRun<File, Id>[] => {
  const { step, after } = change;
  return (law.limits.get(step.type) ?? [])
    .filter((limit) => isOf(limit, change, setting.agencyOf))
    .flatMap((limit) =>
      startsOf(limit, change, setting)
        .filter(({ on }) => limit.validFrom <= on && on <= (limit.validTo ?? on))
        .map(({ on, defendantId, granted = 0, grants, ...ending }) => {
          const { until } = ending;
          const gravity = law.gravityOf(after, defendantId);
          return {
            limit,
            startedOn: on,
            startedBy: step.type,
            actorOfficeId: limit.debtor?.(change) ?? step.officeId,
            granted,
            extendedTo: until && granted > 0 ? [until] : [],
            grants: grants ?? grantsOf(granted, until, gravity),
            ...(defendantId ? { defendantId } : {}),
            ...ending,
            ...(gravity ? { gravity } : {}),
            ...halvedBy(limit, after),
          };
        }),
    );
};
