import type { Agency } from '#libs/domain/jurisdiction';
import { type Day, daysBetween } from '#libs/domain/kernel';
import type { Circumstances, Refusal } from './guard.js';
import type { Step } from './step.js';
import { CODE_IN_FORCE, type Change, type Span, type Start, type TimeLimit } from './time-limit.js';

/** What somebody must be told or sent after a step: which steps, within what time, the article. */
export interface Notice<File = unknown> {
  readonly after: readonly string[];
  /** Of those steps only the ones of which this holds. */
  readonly owedIf?: (step: Step, after: File) => boolean;
  /** Only where one of these agencies owes it. */
  readonly of?: readonly Agency[];
  /** Who owes it: the office that took the step (when absent), or the one that held the file until then. */
  readonly by?: 'actor' | 'former-holder';
  readonly within: Span;
  /** The day its time runs from, where that is not the day of the step. */
  readonly startOn?: (taken: Taken<File>) => Day;
  /** The day that a step states, before which it is to be given so long. */
  readonly backFrom?: (step: Step) => Day | undefined;
  /** What makes it pointless before it is given, and by which of those steps. */
  readonly lapses?: { readonly with: readonly string[]; readonly if: (owed: OwedNotice, after: File) => boolean };
  readonly article: string;
  /** Since when; the Code's own day when absent. */
  readonly validFrom?: Day;
}

/** A notice that is still owed, and by which office. */
export interface OwedNotice<Id extends string = string> {
  readonly notice: Id;
  readonly officeId: number;
  readonly since: Day;
  /** The day its time runs from, where that is an earlier one. */
  readonly from?: Day;
  /** The day before which it is to be given. */
  readonly backFrom?: Day;
}

/** A table of notices; its keys are stable ids. */
export type Notices<Id extends string, File = unknown> = Readonly<Record<Id, Notice<File>>>;
interface Owing<Id extends string> {
  readonly owed: readonly OwedNotice<Id>[];
  readonly holderOfficeId?: number;
}
/** What a step changed, recorded or not. */
interface Taken<File> {
  readonly before: File;
  readonly step: Step;
  readonly after: File;
}

/** A register taken over says nothing of the notices of its time: older steps owe none. */
const REGISTERED_LATE_DAYS = 30;

const debtorOf = ({ by }: Pick<Notice, 'by'>, { before, step }: Taken<{ readonly holderOfficeId?: number }>): number =>
  by === 'former-holder' ? (before.holderOfficeId ?? step.officeId) : step.officeId;

const isOwedAfter = <File>(
  { after: steps, owedIf }: Notice<File>,
  { step, after }: Omit<Taken<File>, 'before'>,
): boolean => steps.includes(step.type) && (owedIf?.(step, after) ?? true);

/**
 * @returns what is owed after a step: what it starts to owe, without the notice that it gives. What is owed twice stands
 * there twice, each with its own day, and is given at once.
 */
export function owedAfter<Id extends string, File extends Owing<Id>>(
  notices: Notices<Id, File>,
  change: Taken<File>,
): readonly OwedNotice<Id>[] {
  const { before, step } = change;
  const given = step.payload.notice;
  const isGiven = ({ notice, officeId, since }: OwedNotice<Id>): boolean =>
    notice === given && officeId === step.officeId && since <= step.occurredOn;
  const lapses = (one: OwedNotice<Id>): boolean => {
    const { lapses: rule } = notices[one.notice];
    return rule !== undefined && rule.with.includes(step.type) && rule.if(one, change.after);
  };
  const left = before.owed.filter((one) => !isGiven(one) && !lapses(one));
  const started = (Object.keys(notices) as Id[]).filter((id) => isOwedAfter(notices[id], change));
  const fresh = started.map((notice) => {
    const [since, from] = [step.occurredOn, notices[notice].startOn?.(change)];
    const officeId = debtorOf(notices[notice], change);
    const backFrom = notices[notice].backFrom?.(step);
    return { notice, officeId, since, ...(from && from !== since ? { from } : {}), ...(backFrom ? { backFrom } : {}) };
  });
  return [...left, ...fresh];
}

/** @returns what is owed once another office has succeeded the one that owed it. */
export const owedBySuccessor = <Id extends string>(
  owed: readonly OwedNotice<Id>[],
  { officeId, payload }: { readonly officeId: number; readonly payload: { readonly toOfficeId: number } },
): readonly OwedNotice<Id>[] =>
  owed.map((one) => (one.officeId === officeId ? { ...one, officeId: payload.toOfficeId } : one));

/** @returns a refusal unless the office owes that notice. */
export function refuseNotOwed<Id extends string>(
  notices: Readonly<Record<Id, Pick<Notice, 'of' | 'article'>>>,
  { owed }: Owing<Id>,
  { officeId, payload }: { readonly officeId: number; readonly payload: { readonly notice: Id } },
  { agencyOf }: Circumstances,
): Refusal | undefined {
  const { of, article } = notices[payload.notice];
  const agency = agencyOf(officeId);
  const isOwed = owed.some((one) => one.notice === payload.notice && one.officeId === officeId);
  const mayOwe = !of || (agency !== undefined && of.includes(agency));
  return isOwed && mayOwe ? undefined : { code: 'notice.not-owed', article };
}

/** @returns the limits of a table of notices: each runs from the step until the notice is given. */
export function limitsOfNotices<File extends Owing<Id>, Id extends string>(
  notices: Notices<Id, File>,
  givenBy: string,
): readonly TimeLimit<File, Id>[] {
  return (Object.keys(notices) as Id[]).map((id) => {
    const { after, of, within, backFrom, lapses, article, validFrom = CODE_IN_FORCE } = notices[id];
    return {
      id,
      starts: after,
      startOn: (change: Change<File>) => startOfNotice(notices[id], change),
      stops: [givenBy, ...(lapses?.with ?? [])],
      stopsRun: ({ after: { owed } }, { on, actorOfficeId }) =>
        !owed.some(
          ({ notice, since, from = since, officeId }) => notice === id && from === on && officeId === actorOfficeId,
        ),
      ...(of ? { of } : {}),
      whose: 'actor' as const,
      debtor: (change) => debtorOf(notices[id], change),
      kind: 'notice' as const,
      ...(backFrom ? { counting: 'backwards' as const } : {}),
      length: within,
      extensions: [],
      article,
      validFrom,
    };
  });
}

const startOfNotice = <File>(notice: Notice<File>, change: Change<File>): Start | undefined => {
  const { occurredOn, recordedOn } = change.step;
  const late = daysBetween(occurredOn, recordedOn) > REGISTERED_LATE_DAYS;
  if (late || !isOwedAfter(notice, change)) return undefined;
  const backFrom = notice.backFrom?.(change.step);
  return { on: notice.startOn?.(change) ?? occurredOn, ...(backFrom ? { backFrom } : {}) };
};
