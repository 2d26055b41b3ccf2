import { DomainError, type Day, type ErrorFacts } from '#libs/domain/kernel';
import { actsAs } from './acting.js';
import { checkStep, judgeStep } from './check-step.js';
import type { Circumstances } from './guard.js';
import type { Lifecycle } from './lifecycle.js';
import { checkPayload } from './payload.js';
import { possibleNow } from './possible-now.js';
import { type Decision, type Step, isStepOf } from './step.js';
import { type FileOffices, type Transition, findTransition } from './transition.js';

/** What somebody wants recorded about a file. */
export interface Command {
  readonly name: string;
  readonly occurredOn: Day;
  /** The office that acts; for a succession of offices the one that ends. */
  readonly officeId: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly decision?: Decision;
}

/** The day on which the law is applied and the offices around the file. */
export interface Setting extends Circumstances {
  readonly today: Day;
}

/** A step that the law allows, and the file as it leaves it. */
export interface TakenStep<File, S extends Step> {
  readonly step: S;
  readonly after: File;
}

/**
 * Decides what a command records.
 * @returns the step to append; the file itself is not changed. @throws as `takeStep`.
 */
export function decide<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  command: Command,
  setting: Setting,
): S {
  return takeStep(life, file, command, setting).step;
}

/**
 * As `decide`, for whoever goes on with the file that the step leaves.
 * @throws DomainError `step.not-possible` (kind rule) with the status, the article and what is possible now;
 *   `step.not-your-office` (forbidden); `step.malformed`; `day.in-the-future`, `day.before-the-law`, `day.before-the-stage`;
 *   or a guard's refusal.
 */
export function takeStep<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  command: Command,
  setting: Setting,
): TakenStep<File, S> {
  const step = stepFor(life, file, command, setting);
  return { step, after: checkStep(life, file, step, setting) };
}

/**
 * As `takeStep`, for whoever asks often and mostly in vain: what the guard or the order of days refuses is returned, as
 * nothing costs so much as an error thrown.
 * @returns the facts of that refusal, or `undefined` when the step could be taken. @throws DomainError the other refusals.
 */
export function refusalOfCommand<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  command: Command,
  setting: Setting,
): ErrorFacts | undefined {
  const ruling = judgeStep(life, file, stepFor(life, file, command, setting), setting);
  return 'refused' in ruling ? ruling.refused.facts : undefined;
}

const stepFor = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  command: Command,
  setting: Setting,
): S => {
  const row = rowFor(life, file, command.name);
  const officeId = officeTaking(row, file, command, setting);
  for (const day of [command.occurredOn, command.decision?.on]) refuseFuture(day, setting.today);
  refuseBeforeTheLaw(row, command.occurredOn);
  checkPayload(row.fields, command.payload);
  const step = stepOf(row.event, { ...command, officeId });
  if (!isStepOf<S>(life.events, step)) throw new Error(`no such event: ${row.event}`);
  return step;
};

/**
 * The office that took the step in law: whoever did, on that day, the work of the office that the file names. A notice is
 * given for the office that owed it, whoever does its work since.
 */
const officeTaking = (
  row: Transition,
  file: FileOffices,
  { name, officeId, occurredOn, payload }: Command,
  { acting, officeOn }: Setting,
): number => {
  if (!acting) return officeId;
  const part = acting.officeId === officeId ? actsAs(row, acting, file, payload.notice) : undefined;
  if (part === undefined) {
    throw new DomainError('step.not-your-office', 'forbidden', { command: name, article: row.article });
  }
  if (part === officeId || row.actor === 'notifier') return part;
  return officeOn?.(part, occurredOn) ?? officeId;
};

/** @throws DomainError `day.in-the-future`. */
export function refuseFuture(day: Day | undefined, today: Day): void {
  if (day !== undefined && day > today) throw new DomainError('day.in-the-future', 'malformed', { day, today });
}

/** @throws DomainError `day.before-the-law` when the row did not exist on that day. */
export function refuseBeforeTheLaw({ article, validFrom }: Pick<Transition, 'article' | 'validFrom'>, day: Day): void {
  if (validFrom && day < validFrom)
    throw new DomainError('day.before-the-law', 'rule', { day, since: validFrom, article });
}

const stepOf = (type: string, { occurredOn, officeId, payload, decision }: Command): Step => ({
  type,
  occurredOn,
  officeId,
  payload,
  ...(decision ? { decision } : {}),
});

const rowFor = <File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  name: string,
): Transition<Status, S['type']> => {
  const status = life.statusOf(file);
  const row = findTransition(life.transitions, name, status);
  if (row) return row;
  const elsewhere = life.transitions.filter((other) => other.command === name).map((other) => other.article);
  throw new DomainError('step.not-possible', 'rule', {
    command: name,
    status,
    article: elsewhere.length > 0 ? [...new Set(elsewhere)].join('; ') : undefined,
    possible: possibleNow(life, file),
  });
};
