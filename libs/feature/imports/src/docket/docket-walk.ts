import type { Day, DomainError } from '#libs/domain/kernel';
import type { Command, SubjectKind } from '#libs/domain/procedure';
import { type PlannedStep, derivedId } from '#libs/feature/casework';
import type { ImportFault } from '../import-fault.js';
import type { DocketEvent } from './docket-event.js';
import { type LiveFile, type SettingFor, tryCommand } from './live-file.js';
import type { DocketProfile, ProfileStep } from './profile.js';
import { type Matter, stepPayload } from './step-payload.js';

/** What became of a row of the log. */
export type Outcome =
  | { readonly line: number; readonly kind: 'imported' | 'already-there' }
  | { readonly line: number; readonly kind: 'informational'; readonly reason: string }
  | { readonly line: number; readonly kind: 'refused'; readonly fault: ImportFault };

/** The two files of one matter of the log. */
export interface MatterFiles {
  readonly denunciation: LiveFile;
  readonly case: LiveFile;
}

interface WalkTerms {
  readonly profile: DocketProfile;
  readonly settingFor: SettingFor;
  readonly stamp: Pick<PlannedStep, 'recordedBy' | 'recordedOn' | 'recordedAt'>;
}

type Attempt = 'taken' | 'recorded' | DomainError;

/** Longest chain of implied steps: from nothing to a hearing. */
const LONGEST_BRIDGE = 10;
/** An event that means nothing new: another event of the log stood for the same step. */
export const TAKEN_BEFORE = 'taken-before';

/** Goes through the events of one matter in their order, and takes the steps of ours that they mean. */
export class DocketWalk {
  constructor(
    private readonly terms: WalkTerms,
    private readonly files: MatterFiles,
    private readonly matterOf: (event: DocketEvent) => Matter,
  ) {}

  /** @param events ordered by `byDay`. @returns an outcome for every one of them. */
  walk(events: readonly DocketEvent[]): Outcome[] {
    const seen = new Set<string>();
    return events.map((event) => {
      const isTwice = seen.has(event.key);
      seen.add(event.key);
      return isTwice ? this.duplicate(event) : this.event(event);
    });
  }

  private duplicate({ line }: DocketEvent): Outcome {
    const fault: ImportFault = { code: 'docket.duplicate', facts: {} };
    return this.terms.profile.duplicates === 'refuse'
      ? { line, kind: 'refused', fault }
      : { line, kind: 'informational', reason: fault.code };
  }

  /** All steps of an event, or none of them. */
  private event(event: DocketEvent): Outcome {
    const { line, rule } = event;
    if (rule.steps.length === 0) return { line, kind: 'informational', reason: rule.reason ?? '' };
    const back = [this.files.denunciation.bookmark(), this.files.case.bookmark()];
    let isRecorded = false;
    for (const [index, alternatives] of rule.steps.entries()) {
      const attempt = this.attempt(alternatives, event, index);
      if (attempt === 'recorded') isRecorded = true;
      else if (attempt !== 'taken') {
        for (const restore of back) restore();
        return this.impossible(event, attempt);
      }
    }
    return isRecorded ? { line, kind: 'imported' } : { line, kind: 'informational', reason: TAKEN_BEFORE };
  }

  private impossible({ line, rule }: DocketEvent, { code, facts }: DomainError): Outcome {
    return rule.whenImpossible === 'informational'
      ? { line, kind: 'informational', reason: rule.reason ?? code }
      : { line, kind: 'refused', fault: { code, facts } };
  }

  private attempt(alternatives: readonly ProfileStep[], event: DocketEvent, index: number): Attempt {
    const commands = alternatives.map((step) => ({ on: step.on, command: this.commandOf(step, event) }));
    let refusal: DomainError | undefined;
    for (const { on, command } of commands) {
      const tried = tryCommand(this.files[on].file, command, this.terms.settingFor);
      if ('refusal' in tried) {
        refusal ??= tried.refusal;
        continue;
      }
      this.files[on].take(this.planned(on, command, `${event.key}/${index}`), tried);
      return 'recorded';
    }
    if (commands.some(({ on, command }) => this.files[on].hasTaken(command))) return 'taken';
    const isBridged = commands.some(({ on, command }) => this.bridge(on, command, `${event.key}/${index}`, event));
    return isBridged || !refusal ? 'recorded' : refusal;
  }

  /** Looks for the shortest chain of implied steps after which the command is possible, and takes them all. */
  private bridge(on: SubjectKind, command: Command, key: string, event: DocketEvent): boolean {
    const live = this.files[on];
    const implied = this.terms.profile.implied
      .filter((step) => step.on === on)
      .map((step) => ({ ...this.commandOf(step, event), decision: { number: this.terms.profile.impliedNumber } }));
    const seen = new Set<string>();
    let ends: { file: LiveFile['file']; chain: readonly Command[] }[] = [{ file: live.file, chain: [] }];
    for (let length = 0; length < LONGEST_BRIDGE && ends.length > 0; length += 1) {
      const longer = ends.flatMap(({ file, chain }) => this.extend(file, chain, implied, seen));
      const reaching = longer.find(({ file }) => !('refusal' in tryCommand(file, command, this.terms.settingFor)));
      if (reaching) {
        this.takeAll(on, [...reaching.chain, command], key);
        return true;
      }
      ends = longer;
    }
    return false;
  }

  private extend(
    file: LiveFile['file'],
    chain: readonly Command[],
    implied: readonly Command[],
    seen: Set<string>,
  ): { file: LiveFile['file']; chain: readonly Command[] }[] {
    return implied.flatMap((command) => {
      const tried = tryCommand(file, command, this.terms.settingFor);
      if ('refusal' in tried) return [];
      const state = stateOf(tried.file);
      if (seen.has(state)) return [];
      seen.add(state);
      return [{ file: tried.file, chain: [...chain, command] }];
    });
  }

  private takeAll(on: SubjectKind, commands: readonly Command[], key: string): void {
    for (const [index, command] of commands.entries()) {
      const tried = tryCommand(this.files[on].file, command, this.terms.settingFor);
      if ('refusal' in tried) throw tried.refusal;
      const ordinal = index === commands.length - 1 ? key : `${key}/${command.name}`;
      this.files[on].take(this.planned(on, command, ordinal), tried);
    }
  }

  private commandOf(step: ProfileStep, event: DocketEvent): Command {
    const matter = this.matterOf(event);
    const on: Day = event.on;
    return {
      name: step.command,
      occurredOn: on,
      officeId: matter.officeOf(step.by),
      payload: stepPayload(step, matter, on),
    };
  }

  private planned(on: SubjectKind, command: Command, key: string): PlannedStep {
    return { command, commandId: derivedId(this.files[on].id, key), ...this.terms.stamp };
  }
}

const stateOf = (file: LiveFile['file']): string =>
  file.life === 'denunciation'
    ? file.status
    : [file.stage, file.halt, ...file.defendants.map(({ id, status }) => `${id}${status}`)].join('/');
