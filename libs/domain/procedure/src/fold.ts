import { DomainError } from '#libs/domain/kernel';
import { actsAs } from './acting.js';
import type { CaseFile, CaseStatus } from './case-file.js';
import { refuseBeforeTheLaw } from './decide.js';
import { checkStep } from './check-step.js';
import { effectiveHistory } from './correction.js';
import type { DenunciationFile } from './denunciation/denunciation-file.js';
import type { DenunciationStatus, DenunciationStep } from './denunciation/denunciation.steps.js';
import type { Circumstances } from './guard.js';
import { CASE_LIFECYCLE, type CaseStep, DENUNCIATION_LIFECYCLE, type Lifecycle } from './lifecycle.js';
import { checkPayload } from './payload.js';
import { type RecordedStep, type Step, isStepOf } from './step.js';
import type { FileOffices, Transition } from './transition.js';

/**
 * The steps of a log as they count today: corrections in place of what they replace.
 * @throws Error when the log holds an event that this life does not know.
 */
export function historyOf<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
): (S & RecordedStep)[] {
  return effectiveHistory(log).map((event) => {
    if (!isStepOf<S, RecordedStep>(life.events, event)) throw new Error(`no event of a ${life.kind}: ${event.type}`);
    return event;
  });
}

/** Folds a log into the file as it counts today: corrections in place of what they replace. */
export function fold<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
): File {
  return historyOf(life, log).reduce<File>((file, step) => life.evolve(file, step), life.nothing);
}

/**
 * Folds a log and judges every step anew, as a correction demands: the table, the acting office, the payload, the order
 * of days, the guards. Whether a procuracy supervised was judged when its step was recorded.
 * @throws DomainError `correction.breaks-history` or what the step is refused with; `facts.sequence` names the event.
 */
export function foldJudging<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  log: readonly RecordedStep[],
  circumstances: Omit<Circumstances, 'acting'>,
): File {
  let file = life.nothing;
  for (const step of historyOf(life, log)) {
    try {
      file = judgeAgain(life, file, step, circumstances);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError(error.code, error.kind, { ...error.facts, sequence: step.sequence });
    }
  }
  return file;
}

const judgeAgain = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  step: S,
  { agencyOf, officeOn, isDayOff }: Omit<Circumstances, 'acting'>,
): File => {
  const status = life.statusOf(file);
  const row = life.transitions.find((one) => one.event === step.type && one.from.includes(status));
  if (!row) throw new DomainError('correction.breaks-history', 'rule', { event: step.type, status });
  refuseStranger(row, file, step, { agencyOf, ...(officeOn ? { officeOn } : {}) });
  refuseBeforeTheLaw(row, step.occurredOn);
  checkPayload(row.fields, step.payload);
  return checkStep(life, file, step, { agencyOf, ...(isDayOff ? { isDayOff } : {}) });
};

const refuseStranger = (
  row: Transition,
  file: FileOffices,
  { officeId, occurredOn, payload }: Step,
  { agencyOf, officeOn }: Pick<Circumstances, 'agencyOf' | 'officeOn'>,
): void => {
  if (row.actor === 'system') return;
  const agency = agencyOf(officeId);
  const inPlaceOf = (other: number): boolean => officeOn?.(other, occurredOn) === officeId;
  const acting = agency && { officeId, agency, supervises: true, inPlaceOf };
  if (acting && actsAs(row, acting, file, payload.notice) !== undefined) return;
  throw new DomainError('step.not-your-office', 'forbidden', { command: row.command, article: row.article });
};

/** @returns the denunciation that a log tells of. */
export const foldDenunciation = (log: readonly RecordedStep[]): DenunciationFile =>
  fold<DenunciationFile, DenunciationStatus, DenunciationStep>(DENUNCIATION_LIFECYCLE, log);

/** @returns the case that a log tells of. */
export const foldCase = (log: readonly RecordedStep[]): CaseFile =>
  fold<CaseFile, CaseStatus, CaseStep>(CASE_LIFECYCLE, log);
