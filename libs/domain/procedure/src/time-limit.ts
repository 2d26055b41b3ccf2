import { type Day, day } from '#libs/domain/kernel';
import type { Agency } from '#libs/domain/jurisdiction';
import type { Gravity } from './offence.js';
import type { Grant } from './grant.js';
import type { RecordedStep } from './step.js';

/**
 * A length as the law words it. Hours run through days off; working days skip them; months and days together only where a
 * length is halved.
 */
export type Span =
  | { readonly hours: number }
  | { readonly workingDays: number }
  | { readonly years: number }
  | { readonly months?: number; readonly days?: number };

/**
 * How days are counted. `procedural`: the day it starts from does not count, an end on a day off moves to the next working
 * day. `detention`: the first day counts, a month is 30 days, nothing moves. `limitation`: whole years, nothing moves.
 * `backwards`: so long before a day that a step states, an end on a day off moves to the working day before.
 * Source: Điều 134 BLTTHS; Điều 17 TTLT 04/2018; Điều 27 BLHS.
 */
export type CountingRule = 'procedural' | 'detention' | 'limitation' | 'backwards';

/** One way to lengthen a limit, once: by a further span from its end, or to a total from its start. */
export type Extension = {
  /** Absent where the law itself lengthens it, for a reason that a step states. */
  readonly by?: Grantor;
  /** How many days before the end it must be asked for, where that is not said of every extension of the limit. */
  readonly askBefore?: number;
} & ({ readonly further: Span } | { readonly total: Span });
export type Grantor = 'head' | 'procuracy' | 'supreme-procuracy' | 'court-president';

export type ByGravity<T> = Readonly<Record<Gravity, T>>;

/** What a step changed: the file before it, the step, the file after it. */
export interface Change<File> {
  readonly before: File;
  readonly step: RecordedStep;
  readonly after: File;
}

/** One run that a step starts: from when, of which person where the limit is a person's, to which end where it is told. */
export interface Start {
  readonly on: Day;
  readonly defendantId?: string;
  readonly until?: Day;
  /** The day that it counts back from, where it does. */
  readonly backFrom?: Day;
  /** How often it was lengthened already, where it goes on from another file. */
  readonly granted?: number;
  readonly grants?: readonly Grant[];
}

/**
 * One limit of the law, as a row: what starts it and stops it, how long it is, how it may be lengthened, the article and
 * since when it holds. A limit that changes becomes a second row with the same id.
 */
export interface TimeLimit<File, Id extends string = string> {
  readonly id: Id;
  /** Events that start it anew. */
  readonly starts: readonly string[];
  /**
   * The day it starts, where that is not simply the day of the step; `undefined` when this step starts nothing. A limit that
   * starts where another ends minds the days off that move that end.
   */
  readonly startOn?: (change: Change<File>, isDayOff?: (on: Day) => boolean) => Day | Start | undefined;
  /** Of a limit that runs for each person by itself: whom the step starts it for. */
  readonly persons?: (change: Change<File>) => readonly Start[];
  /** Events that stop it when they move the file on; of a person's limit, when they name the person or nobody. */
  readonly stops: readonly string[];
  /** Whether one of `stops` stops this run, where that is not told by the above. */
  readonly stopsRun?: (change: Change<File>, run: Start & { readonly actorOfficeId: number }) => boolean;
  /** Only where one of these agencies owes it, or holds the file where nobody else does. */
  readonly of?: readonly Agency[];
  /**
   * Whose limit it is: whoever holds the file (when absent), the office that took the step, or the procuracy that
   * supervises legality where the file is.
   */
  readonly whose?: Whose;
  /** The office whose limit it is, where that is not the one that took the step. */
  readonly debtor?: (change: Change<File>) => number | undefined;
  /** `decision` when absent. */
  readonly kind?: LimitKind;
  readonly length: Span | ByGravity<Span>;
  readonly extensions: readonly Extension[] | ByGravity<readonly Extension[]>;
  /** How many days before the end an extension must be asked for. */
  readonly askBefore?: number;
  /** The event whose `until` is the new end. */
  readonly extendedBy?: string;
  /** The new end that such an event sets, where it states none; `undefined` when it lengthens nothing. */
  readonly extendedTo?: (change: Change<File>, run: Pick<Start, 'on' | 'until'>) => Day | undefined;
  /** How many of `extensions` a file has used, where several steps may share one. */
  readonly grantedOf?: (file: File) => number;
  /** `procedural` when absent. */
  readonly counting?: CountingRule;
  /** An end that an extension set is reckoned anew when the offence is found graver or lighter (Điều 14 TTLT 04/2018). */
  readonly reckonedAnew?: true;
  /** Whether the length and every extension are halved (accused under 18). */
  readonly isHalved?: (file: File) => boolean;
  readonly article: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
}

/**
 * What a limit is for: to decide or act, to tell somebody, to look again at what stands still, or the end of the limitation
 * of prosecution, or the end of a time in which somebody may act: nobody is late for that one.
 */
export const LIMIT_KINDS = ['decision', 'notice', 'review', 'limitation', 'period'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];
export type Whose = 'holder' | 'actor' | 'supervisor';

/** What the length of a limit follows from. */
export type Measured = Pick<TimeLimit<unknown>, 'length' | 'extensions' | 'counting' | 'askBefore'>;

/** BLTTHS 101/2015 is in force since this day; older limits are those of an older code. */
export const CODE_IN_FORCE = day('2018-01-01');

/** @returns a length in days. */
export const days = (count: number): Span => ({ days: count });
/** @returns a length in working days. */
export const workingDays = (count: number): Span => ({ workingDays: count });
/** @returns a length in calendar months. */
export const months = (count: number): Span => ({ months: count });
/** @returns a length in years. */
export const years = (count: number): Span => ({ years: count });
/** @returns extensions that follow each other, each granted by the same hand. */
export const further = (by: Grantor, ...spans: readonly Span[]): readonly Extension[] =>
  spans.map((span) => ({ by, further: span }));
/** @returns a value for each gravity: less serious, serious, very serious, especially serious. */
export const byGravity = <T>(...[less, serious, very, especially]: readonly [T, T, T, T]): ByGravity<T> => ({
  'less-serious': less,
  serious,
  'very-serious': very,
  'especially-serious': especially,
});
