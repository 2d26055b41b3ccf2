import type { Day } from '#libs/domain/kernel';

/** The decision that carries a step: its number and date as written on the document. */
export interface Decision {
  readonly number?: string;
  readonly on?: Day;
}

/** What happened in law: one event of a file, before or after it is recorded. */
export interface Step<Type extends string = string, Payload = Readonly<Record<string, unknown>>> {
  readonly type: Type;
  readonly occurredOn: Day;
  /** The office that took the step. */
  readonly officeId: number;
  readonly payload: Payload;
  readonly decision?: Decision;
}

/** A step as it stands in the log. `sequence` counts from 1 in each file. */
export interface RecordedStep<Type extends string = string, Payload = Readonly<Record<string, unknown>>>
  extends Step<Type, Payload> {
  readonly sequence: number;
  /** The day on which we learned of it; never earlier than the law needs, never the order of things. */
  readonly recordedOn: Day;
  /** The sequence of the event that this one corrects. */
  readonly replaces?: number;
  readonly reason?: string;
}

/** The steps of a table of payloads, as a union. */
export type StepOf<Payloads> = { [T in keyof Payloads & string]: Step<T, Payloads[T]> }[keyof Payloads & string];

/** @returns whether a step is one of those that a life knows. */
export function isStepOf<S extends Step, Known extends Step = Step>(
  events: ReadonlySet<string>,
  step: Known,
): step is Known & S {
  return events.has(step.type);
}

/** Takes an event out of the history without putting another in its place. */
export const WITHDRAWN = 'withdrawn';
