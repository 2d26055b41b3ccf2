import { DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type Command,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type Setting,
  type SubjectKind,
  decide,
  fold,
} from '#libs/domain/procedure';
import { type LoggedEvent, type PlannedStep } from '#libs/feature/casework';
import type { PersonVerdict } from './step-payload.js';

type File = DenunciationFile | CaseFile;

/** @returns the setting in which an office's step on a file is judged. */
export type SettingFor = (officeId: number, holderOfficeId: number | undefined) => Setting;

/** What became of one command: the file after it and the event's name, or the refusal. */
export type Tried = { readonly file: File; readonly event: string } | { readonly refusal: DomainError };

/** A file that grows by steps as the log is gone through; nothing is recorded yet. */
export class LiveFile {
  file: File;
  steps: readonly PlannedStep[] = [];
  private taken: ReadonlySet<string>;

  constructor(
    readonly id: string,
    readonly kind: SubjectKind,
    readonly version: number,
    readonly log: readonly LoggedEvent[],
  ) {
    this.file = kind === 'denunciation' ? fold(DENUNCIATION_LIFECYCLE, log) : fold(CASE_LIFECYCLE, log);
    this.taken = new Set(log.flatMap(({ type, payload }) => [type, ...marksOf(type, payload)]));
  }

  /** @returns whether such a step was taken already: for the persons that the payload names, where it names some. */
  hasTaken({ name, payload }: Command): boolean {
    const rows = this.kind === 'denunciation' ? DENUNCIATION_LIFECYCLE.transitions : CASE_LIFECYCLE.transitions;
    const events = new Set(rows.filter((row) => row.command === name).map((row) => row.event as string));
    return [...events].some((event) => {
      const marks = marksOf(event, payload);
      return (marks.length > 0 ? marks : [event]).every((mark) => this.taken.has(mark));
    });
  }

  /** Takes a step that `tryCommand` found possible. */
  take(step: PlannedStep, tried: { readonly file: File; readonly event: string }): void {
    this.steps = [...this.steps, step];
    this.file = tried.file;
    this.taken = new Set([...this.taken, tried.event, ...marksOf(tried.event, step.command.payload)]);
  }

  /** @returns what brings the file back to where it is now. */
  bookmark(): () => void {
    const { file, steps, taken } = this;
    return () => Object.assign(this, { file, steps, taken });
  }
}

type Payload = Readonly<Record<string, unknown>>;

const marksOf = (event: string, payload: Payload): string[] =>
  personsNamed(payload)?.map((id) => `${event}/${String(id)}`) ?? [event];

const personsNamed = ({ defendantId, defendantIds, verdicts }: Payload): readonly unknown[] | undefined => {
  if (defendantId !== undefined) return [defendantId];
  if (Array.isArray(verdicts)) return (verdicts as PersonVerdict[]).map((verdict) => verdict.defendantId);
  return Array.isArray(defendantIds) ? (defendantIds as readonly unknown[]) : undefined;
};

/** Asks the law about a command without taking it. */
export function tryCommand(file: File, command: Command, settingFor: SettingFor): Tried {
  const setting = settingFor(command.officeId, file.holderOfficeId);
  try {
    if (file.life === 'denunciation') {
      const step = decide(DENUNCIATION_LIFECYCLE, file, command, setting);
      return { file: DENUNCIATION_LIFECYCLE.evolve(file, step), event: step.type };
    }
    const step = decide(CASE_LIFECYCLE, file, command, setting);
    return { file: CASE_LIFECYCLE.evolve(file, step), event: step.type };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}
