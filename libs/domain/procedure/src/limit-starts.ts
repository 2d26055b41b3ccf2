import type { Day } from '#libs/domain/kernel';
import type { Agency } from '#libs/domain/jurisdiction';
import type { Counting } from './counting.js';
import type { Gravity } from './offence.js';
import type { Change, Start, TimeLimit } from './time-limit.js';
import type { FileOffices } from './transition.js';

/** The limits of one life by the event that starts them, each in the order of the law. */
export type LimitsByStart<File, Id extends string> = ReadonlyMap<string, readonly TimeLimit<File, Id>[]>;

/** @returns the limits by the event that starts them, so that a step need not look at those that it cannot start. */
export function byStart<File, Id extends string>(limits: readonly TimeLimit<File, Id>[]): LimitsByStart<File, Id> {
  const events = new Set(limits.flatMap(({ starts }) => starts));
  return new Map([...events].map((event) => [event, limits.filter(({ starts }) => starts.includes(event))]));
}

interface Graded<File> {
  readonly gravityOf: (file: File, defendantId?: string) => Gravity | undefined;
}

/** @returns the law with a memory of one file: many limits ask for the same gravity after each step. */
export function rememberingGravity<File, Law extends Graded<File>>(law: Law & Graded<File>): Law {
  let remembered: File | undefined;
  const known = new Map<string | undefined, Gravity | undefined>();
  const gravityOf = (file: File, defendantId?: string): Gravity | undefined => {
    if (remembered !== file) known.clear();
    remembered = file;
    if (!known.has(defendantId)) known.set(defendantId, law.gravityOf(file, defendantId));
    return known.get(defendantId);
  };
  return { ...law, gravityOf };
}

/** What may change about a limit while it runs, beside its end. */
interface Known {
  readonly gravity?: Gravity;
  readonly halved?: boolean;
  readonly actorOfficeId: number;
}

/** @returns whether a step told anything new about a limit that runs; most steps do not. */
export const isNews = (run: Known, { gravity = run.gravity, halved = run.halved, actorOfficeId }: Known): boolean =>
  gravity !== run.gravity || halved !== run.halved || actorOfficeId !== run.actorOfficeId;

/** @returns the runs of a limit that a step starts: one, one of each person, or none. */
export const startsOf = <File>(
  limit: TimeLimit<File>,
  change: Change<File>,
  { isDayOff }: Counting,
): readonly Start[] => {
  if (limit.persons) return limit.persons(change);
  const on = limit.startOn ? limit.startOn(change, isDayOff) : change.step.occurredOn;
  if (!on) return [];
  return [typeof on === 'string' ? { on } : on];
};

/** @returns whether a limit is for the agency that owes it: its debtor's, else that of whoever holds the file. */
export function isOf<File extends FileOffices>(
  limit: TimeLimit<File>,
  change: Change<File>,
  agencyOf: (officeId: number) => Agency | undefined,
): boolean {
  if (!limit.of) return true;
  const officeId = limit.debtor?.(change) ?? change.after.holderOfficeId;
  const agency = officeId === undefined ? undefined : agencyOf(officeId);
  return agency !== undefined && limit.of.includes(agency);
}

/** @returns the new end of a limit that runs, where a step lengthens it. */
export const endSetBy = <File>(
  limit: TimeLimit<File>,
  change: Change<File>,
  { startedOn: on, until }: { readonly startedOn: Day; readonly until?: Day },
): Day | undefined => {
  if (change.step.type !== limit.extendedBy) return undefined;
  if (!limit.extendedTo) return change.step.payload.until as Day;
  return limit.extendedTo(change, { on, ...(until ? { until } : {}) });
};
