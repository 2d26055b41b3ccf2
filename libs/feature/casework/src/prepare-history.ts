import { type Day, DomainError } from '#libs/domain/kernel';
import { type Movement, movementsOfCase, movementsOfDenunciation } from '#libs/domain/performance';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type Command,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type Setting,
  takeStep,
} from '#libs/domain/procedure';
import { foldFile } from './file-projection.js';
import type { LoggedEvent, NewEvent, Subject } from './logged-event.js';

/** A step to be recorded in bulk. `system`: not an office's act (succession of offices), so no office is checked. */
export interface PlannedStep {
  readonly command: Command;
  readonly commandId: string;
  readonly recordedBy: string;
  readonly recordedOn: Day;
  readonly recordedAt: Date;
  readonly system?: boolean;
}

/** The steps to append to one file, new or known. */
export interface PlannedHistory {
  readonly subject: Subject;
  readonly log: readonly LoggedEvent[];
  readonly steps: readonly PlannedStep[];
}

/** A step that the law or the form refused: its place among the planned steps and why. */
export interface HistoryFault {
  readonly index: number;
  readonly error: DomainError;
}

/** Events ready to be appended, each with the movements it causes. */
export interface PreparedHistory {
  readonly subject: Subject;
  readonly log: readonly LoggedEvent[];
  /** The file after the last event that is not at fault. */
  readonly file: DenunciationFile | CaseFile;
  readonly events: readonly { readonly event: NewEvent; readonly movements: readonly Movement[] }[];
  readonly faults: readonly HistoryFault[];
}

interface Taken {
  readonly file: DenunciationFile | CaseFile;
  readonly event: NewEvent;
  readonly movements: readonly Movement[];
}

const take = (file: DenunciationFile | CaseFile, step: PlannedStep, sequence: number, setting: Setting): Taken => {
  const { commandId, recordedBy, recordedOn, recordedAt } = step;
  const stamp = { sequence, commandId, recordedBy, recordedOn, recordedAt };
  if (file.life === 'denunciation') {
    const { step: taken, after } = takeStep(DENUNCIATION_LIFECYCLE, file, step.command, setting);
    return { file: after, event: { ...taken, ...stamp }, movements: movementsOfDenunciation(file, taken, after) };
  }
  const { step: taken, after } = takeStep(CASE_LIFECYCLE, file, step.command, setting);
  return { file: after, event: { ...taken, ...stamp }, movements: movementsOfCase(file, taken, after) };
};

/**
 * Judges planned steps one after the other, by the same law as a single step.
 * @returns the events, and the faults: the first refused step of the file, and every later one as `import.follows-fault`.
 */
export function prepareHistory(
  plan: PlannedHistory,
  settingFor: (step: PlannedStep, file: DenunciationFile | CaseFile) => Setting,
): PreparedHistory {
  const events: { event: NewEvent; movements: readonly Movement[] }[] = [];
  const faults: HistoryFault[] = [];
  let file = foldFile(plan.subject.kind, plan.log);
  plan.steps.forEach((step, index) => {
    if (faults.length > 0) {
      faults.push({ index, error: new DomainError('import.follows-fault', 'rule', {}) });
      return;
    }
    try {
      const taken = take(file, step, plan.subject.version + events.length + 1, settingFor(step, file));
      file = taken.file;
      events.push(taken);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults.push({ index, error });
    }
  });
  return { subject: plan.subject, log: plan.log, file, events, faults };
}
