import { DomainError, type Day } from '#libs/domain/kernel';
import type { CaseFile, CaseStatus } from './case-file.js';
import { effectiveHistory } from './correction.js';
import type { DenunciationFile } from './denunciation/denunciation-file.js';
import type { DenunciationStatus, DenunciationStep } from './denunciation/denunciation.steps.js';
import { type Circumstances, refusalOf } from './guard.js';
import { CASE_LIFECYCLE, type CaseStep, DENUNCIATION_LIFECYCLE, type Lifecycle } from './lifecycle.js';
import { checkPayload } from './payload.js';
import type { Decision, RecordedStep, Step } from './step.js';
import { type Transition, findTransition, isActor } from './transition.js';

/** What somebody wants recorded about a file. */
export interface Command {
  readonly name: string;
  readonly occurredOn: Day;
  readonly officeId: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly decision?: Decision;
}

interface FileFacts {
  readonly holderOfficeId?: number;
  readonly receiverOfficeId?: number;
  readonly since?: Day;
}

/** The day on which the law is applied and the offices around the file. */
export interface Setting extends Circumstances {
  readonly today: Day;
}

/**
 * Decides what a command records.
 * @returns the step to append; the file itself is not changed.
 * @throws DomainError `step.not-possible` (kind rule) with the status, the article and what is possible now;
 *   `step.not-your-office` (forbidden); `step.malformed`; `day.in-the-future`, `day.before-the-stage`; or a guard's refusal.
 */
export function decide<File extends FileFacts, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  command: Command,
  setting: Setting,
): S {
  const row = rowFor(life, file, command.name);
  if (setting.acting && !isActor(row, setting.acting, file)) {
    throw new DomainError('step.not-your-office', 'forbidden', { command: command.name, article: row.article });
  }
  if (command.occurredOn > setting.today) {
    throw new DomainError('day.in-the-future', 'malformed', { day: command.occurredOn, today: setting.today });
  }
  checkPayload(row.fields, command.payload);
  const step = { ...command, type: row.event, name: undefined } as Step & { name?: undefined };
  delete step.name;
  checkStep(life, file, step as S, setting);
  return step as S;
}

const rowFor = <File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  name: string,
): Transition<Status, S['type']> => {
  const status = life.statusOf(file);
  const row = findTransition(life.transitions, name, status);
  if (row) return row;
  const elsewhere = life.transitions.find((other) => other.command === name);
  throw new DomainError('step.not-possible', 'rule', {
    command: name,
    status,
    article: elsewhere?.article,
    possible: possibleNow(life, file),
  });
};

const checkStep = <File extends FileFacts, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  circumstances: Circumstances,
): void => {
  if (file.since !== undefined && step.occurredOn < file.since) {
    throw new DomainError('day.before-the-stage', 'rule', { day: step.occurredOn, since: file.since });
  }
  const refusal = refusalOf(life.guards, file, step, circumstances);
  if (refusal) throw new DomainError(refusal.code, 'rule', { ...refusal.facts, article: refusal.article });
};

/** @returns the commands that the table allows in the file's status, whoever asks, in the order of the law. */
export function possibleNow<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
): string[] {
  const status = life.statusOf(file);
  const rows = life.transitions.filter((row) => row.from.includes(status) && row.actor !== 'system');
  return [...new Set(rows.map((row) => row.command))];
}

/** @returns the rows that the acting office may use now: what the console shows as buttons. */
export function availableTransitions<File extends FileFacts, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  acting: NonNullable<Circumstances['acting']>,
): readonly Transition<Status, S['type']>[] {
  const status = life.statusOf(file);
  return life.transitions.filter((row) => row.from.includes(status) && isActor(row, acting, file));
}

/**
 * Folds a log into the file as it counts today: corrections in place of what they replace.
 * @param check also judge every step anew, as a correction demands; see `decide` for what is thrown.
 */
export function fold<File extends FileFacts, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  check?: Circumstances,
): File {
  let file = life.nothing;
  for (const event of effectiveHistory(log)) {
    const step = event as Step as S;
    if (check) recheck(life, file, step, check);
    file = life.evolve(file, step);
  }
  return file;
}

const recheck = <File extends FileFacts, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  circumstances: Circumstances,
): void => {
  const status = life.statusOf(file);
  const row = life.transitions.find((one) => one.event === step.type && one.from.includes(status));
  if (!row) throw new DomainError('correction.breaks-history', 'rule', { event: step.type, status });
  checkPayload(row.fields, step.payload);
  checkStep(life, file, step, circumstances);
};

export const foldDenunciation = (log: readonly RecordedStep[]): DenunciationFile =>
  fold<DenunciationFile, DenunciationStatus, DenunciationStep>(DENUNCIATION_LIFECYCLE, log);
export const foldCase = (log: readonly RecordedStep[]): CaseFile =>
  fold<CaseFile, CaseStatus, CaseStep>(CASE_LIFECYCLE, log);
