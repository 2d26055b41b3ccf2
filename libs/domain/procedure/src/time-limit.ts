import { type Day, day } from '#libs/domain/kernel';
import type { Agency } from '#libs/domain/jurisdiction';
import type { Gravity } from './offence.js';
import type { Step } from './step.js';

/** A length as the law words it. Hours run through days off; a day or month that ends on one ends on the next working day. */
export type Span = { readonly hours: number } | { readonly days: number } | { readonly months: number };

/** One way to lengthen a limit, once: by a further span from its end, or to a total from its start. */
export type Extension = { readonly by: Grantor } & ({ readonly further: Span } | { readonly total: Span });
export type Grantor = 'head' | 'procuracy' | 'supreme-procuracy' | 'court-president';

export type ByGravity<T> = Readonly<Record<Gravity, T>>;

/** What a step changed: the file before it, the step, the file after it. */
export interface Change<File> {
  readonly before: File;
  readonly step: Step;
  readonly after: File;
}

/**
 * One limit of the law, as a row: what starts it and stops it, how long it is, how it may be lengthened, the article and
 * since when it holds. A limit that changes becomes a second row with the same id.
 */
export interface TimeLimit<File, Id extends string = string> {
  readonly id: Id;
  /** Events that start it anew. */
  readonly starts: readonly string[];
  /** The day it starts, where that is not simply the day of the step; `undefined` when this step starts nothing. */
  readonly startOn?: (change: Change<File>) => Day | undefined;
  /** Events that stop it, when they move the file on; one that only concerns a single accused stops nothing. */
  readonly stops: readonly string[];
  /** Whose limit it is; without it, whoever holds the file. */
  readonly of?: readonly Agency[];
  readonly length: Span | ByGravity<Span>;
  readonly extensions: readonly Extension[] | ByGravity<readonly Extension[]>;
  /** The event whose `until` is the new end. */
  readonly extendedBy?: string;
  readonly article: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
}

/** What the length of a limit follows from. */
export type Measured = Pick<TimeLimit<unknown>, 'length' | 'extensions'>;

/** BLTTHS 101/2015 is in force since this day; older limits are those of an older code. */
export const CODE_IN_FORCE = day('2018-01-01');

/** @returns a length in days. */
export const days = (count: number): Span => ({ days: count });
/** @returns a length in calendar months. */
export const months = (count: number): Span => ({ months: count });
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
