import type { Day, DomainError } from '#libs/domain/kernel';
import type { Command, SubjectKind } from '#libs/domain/procedure';
import { type PlannedStep, derivedId } from '#libs/feature/casework';
import type { ImportFault } from '../import-fault.js';
import type { DocketEvent } from './docket-event.js';
import { JointJudgments, verdictsByDay } from './joint-judgment.js';
import { type LiveFile, type SettingFor, type Tried, tryCommand } from './live-file.js';
import type { DocketProfile, ProfileStep } from './profile.js';
import { type Matter, type PersonVerdict, stepPayload } from './step-payload.js';

/** What became of a row of the log. `commandIds`: the steps that it brought, or that speak for it. */
export type Outcome =
  | { readonly line: number; readonly kind: 'imported'; readonly commandIds: readonly string[] }
  | { readonly line: number; readonly kind: 'already-there' }
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

/** What a matter is to one of its events; the verdicts of the day are the walk's to add. */
type MatterOf = (event: DocketEvent) => Omit<Matter, 'verdicts'>;

/** Where a chain of implied steps leads. */
interface End {
  readonly file: LiveFile['file'];
  readonly chain: readonly Command[];
}

type Attempt = 'taken' | 'recorded' | DomainError;

/** Longest chain of implied steps: from nothing to a hearing. */
const LONGEST_BRIDGE = 10;
/** The law's refusal of a step whose turn has not come, or is over. */
const OUT_OF_TURN = 'step.not-possible';
/** An event that means nothing new: another event of the log stood for the same step. */
export const TAKEN_BEFORE = 'taken-before';
/** An event that another row of the log states already. */
export const DUPLICATE = 'docket.duplicate';

/** @returns the identity of the step that an event brings to a file; the same whenever the log comes again. */
export const commandIdOf = (fileId: string, { key }: DocketEvent, index: number): string =>
  derivedId(fileId, `${key}/${index}`);

/** @returns what becomes of an event that another row states already. */
export const duplicateOf = ({ line }: DocketEvent, { duplicates }: DocketProfile): Outcome =>
  duplicates === 'refuse'
    ? { line, kind: 'refused', fault: { code: DUPLICATE, facts: {} } }
    : { line, kind: 'informational', reason: DUPLICATE };

/** Goes through the events of one matter in their order, and takes the steps of ours that they mean. */
export class DocketWalk {
  private readonly judgments = new JointJudgments();
  private verdicts: ReadonlyMap<Day, readonly PersonVerdict[]> = new Map();
  private commandIds: readonly string[] = [];

  constructor(
    private readonly terms: WalkTerms,
    private readonly files: MatterFiles,
    private readonly matterOf: MatterOf,
    private readonly personId: (name: string) => string,
  ) {}

  /** @param events ordered by `byDay`. @returns an outcome for every one of them. */
  walk(events: readonly DocketEvent[]): Outcome[] {
    const seen = new Set<string>();
    this.verdicts = verdictsByDay(events, this.personId);
    return events.map((event) => {
      const isTwice = seen.has(event.key);
      seen.add(event.key);
      return isTwice ? duplicateOf(event, this.terms.profile) : this.event(event);
    });
  }

  /** All steps of an event, or none of them. */
  private event(event: DocketEvent): Outcome {
    const { line, rule } = event;
    if (rule.steps.length === 0) return { line, kind: 'informational', reason: rule.reason ?? '' };
    const back = [this.files.denunciation.bookmark(), this.files.case.bookmark(), this.judgments.bookmark()];
    this.commandIds = [];
    for (const [index, alternatives] of rule.steps.entries()) {
      const attempt = this.attempt(alternatives, event, index);
      if (attempt !== 'taken' && attempt !== 'recorded') {
        for (const restore of back) restore();
        return this.impossible(event, attempt);
      }
    }
    const { commandIds } = this;
    return commandIds.length > 0
      ? { line, kind: 'imported', commandIds }
      : { line, kind: 'informational', reason: TAKEN_BEFORE };
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
      this.take(on, command, { event, id: commandIdOf(this.files[on].id, event, index) }, tried);
      return 'recorded';
    }
    const taken = commands.find(({ on, command }) => this.files[on].hasTaken(command));
    if (taken) {
      const joint = taken.command.name === 'judge' && this.judgments.claim(event.on, this.idOf(event));
      if (joint) this.commandIds = [...this.commandIds, joint];
      return 'taken';
    }
    return this.attemptByBridge(commands, event, index) ?? refusal ?? 'recorded';
  }

  /** @returns `undefined` where no implied step leads nearer. */
  private attemptByBridge(
    commands: readonly { readonly on: SubjectKind; readonly command: Command }[],
    event: DocketEvent,
    index: number,
  ): 'recorded' | DomainError | undefined {
    let nearest: DomainError | undefined;
    for (const { on, command } of commands) {
      const bridged = this.bridge(on, command, index, event);
      if (bridged === 'recorded') return bridged;
      nearest ??= bridged;
    }
    return nearest;
  }

  /**
   * Looks for the shortest chain of implied steps after which the command is possible, and takes them all.
   * @returns otherwise what the law holds against the command where its turn has come, if that is ever reached.
   */
  private bridge(
    on: SubjectKind,
    command: Command,
    index: number,
    event: DocketEvent,
  ): 'recorded' | DomainError | undefined {
    const live = this.files[on];
    const implied = this.terms.profile.implied
      .filter((step) => step.on === on)
      .map((step) => ({ ...this.commandOf(step, event), decision: { number: this.terms.profile.impliedNumber } }));
    const seen = new Set<string>();
    let ends: End[] = [{ file: live.file, chain: [] }];
    let nearest: DomainError | undefined;
    for (let length = 0; length < LONGEST_BRIDGE && ends.length > 0; length += 1) {
      const longer = ends.flatMap(({ file, chain }) => this.extend(file, chain, implied, seen));
      for (const { file, chain } of longer) {
        const tried = tryCommand(file, command, this.terms.settingFor);
        if (!('refusal' in tried)) {
          this.takeAll(on, [...chain, command], event, index);
          return 'recorded';
        }
        if (tried.refusal.code !== OUT_OF_TURN) nearest ??= tried.refusal;
      }
      ends = longer;
    }
    return nearest;
  }

  private extend(
    file: LiveFile['file'],
    chain: readonly Command[],
    implied: readonly Command[],
    seen: Set<string>,
  ): End[] {
    return implied.flatMap((command) => {
      const tried = tryCommand(file, command, this.terms.settingFor);
      if ('refusal' in tried) return [];
      const state = stateOf(tried.file);
      if (seen.has(state)) return [];
      seen.add(state);
      return [{ file: tried.file, chain: [...chain, command] }];
    });
  }

  private takeAll(on: SubjectKind, commands: readonly Command[], event: DocketEvent, index: number): void {
    const { id: fileId } = this.files[on];
    for (const [place, command] of commands.entries()) {
      const tried = tryCommand(this.files[on].file, command, this.terms.settingFor);
      if ('refusal' in tried) throw tried.refusal;
      const isImplied = place < commands.length - 1;
      const id = isImplied
        ? derivedId(fileId, `${event.key}/${index}/${command.name}`)
        : commandIdOf(fileId, event, index);
      this.take(on, command, { event, id }, tried);
    }
  }

  private take(
    on: SubjectKind,
    command: Command,
    { event, id }: { readonly event: DocketEvent; readonly id: string },
    tried: Exclude<Tried, { refusal: DomainError }>,
  ): void {
    this.files[on].take({ command, commandId: id, ...this.terms.stamp }, tried);
    if (command.name === 'judge') this.judgments.take(event.on, command.payload['verdicts'], id, this.idOf(event));
    this.commandIds = [...this.commandIds, id];
  }

  private idOf({ defendant }: DocketEvent): string | undefined {
    return defendant === '' ? undefined : this.personId(defendant);
  }

  private commandOf(step: ProfileStep, event: DocketEvent): Command {
    const on: Day = event.on;
    const matter = { ...this.matterOf(event), verdicts: this.verdicts.get(on) ?? [] };
    return {
      name: step.command,
      occurredOn: on,
      officeId: matter.officeOf(step.by),
      payload: stepPayload(step, matter, on),
    };
  }
}

const stateOf = (file: LiveFile['file']): string =>
  file.life === 'denunciation'
    ? file.status
    : [file.stage, file.halt, ...file.defendants.map(({ id, status }) => `${id}${status}`)].join('/');
