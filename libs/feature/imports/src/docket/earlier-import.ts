import type { Day } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import type { DocketEvent } from './docket-event.js';
import { DUPLICATE, type Outcome, commandIdOf, duplicateOf } from './docket-walk.js';
import type { DocketProfile } from './profile.js';

/** A file of an earlier import of the same log. */
export interface FileOnRecord {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly version: number;
  readonly lastOn: Day;
  readonly commandIds: readonly string[];
}

/** @returns the last day on which one of the files goes on; `undefined` where nothing is on record. */
export const lastDayOf = (known: readonly FileOnRecord[]): Day | undefined =>
  known.reduce<Day | undefined>((day, { lastOn }) => (day === undefined || lastOn > day ? lastOn : day), undefined);

/** An event up to the last recorded day, with what becomes of it when the log is gone through from its beginning. */
export interface JudgedEvent {
  readonly event: DocketEvent;
  readonly outcome: Outcome;
}

/** Tells, by the identities of the steps that events bring, which of them an earlier import recorded. */
export class EarlierImport {
  private readonly recorded: ReadonlySet<string>;

  /** @param last the last day on record. */
  constructor(
    private readonly known: readonly FileOnRecord[],
    private readonly last: Day,
  ) {
    this.recorded = new Set(known.flatMap(({ commandIds }) => commandIds));
  }

  /**
   * The common case, told without going through the log: every event that means a step brought one.
   * @param events up to the last day, ordered. @returns `undefined` where one did not.
   */
  outcomesWhenAllStand(events: readonly DocketEvent[], profile: DocketProfile): Outcome[] | undefined {
    if (!events.every((event) => event.rule.steps.length === 0 || this.bears(event))) return undefined;
    const seen = new Set<string>();
    return events.map((event) => {
      const { line, key, rule } = event;
      if (seen.has(key)) return duplicateOf(event, profile);
      seen.add(key);
      return rule.steps.length === 0
        ? { line, kind: 'informational', reason: rule.reason ?? '' }
        : { line, kind: 'already-there' };
    });
  }

  /** @returns whether the event would have brought a step, stands nowhere, and has later days on record behind it. */
  comesTooLate({ event, outcome }: JudgedEvent): boolean {
    return outcome.kind === 'imported' && event.on < this.last && !this.stands({ event, outcome });
  }

  /** @returns what to note of an event now; `undefined` where it may still follow, being of the last day itself. */
  outcomeOf(judged: JudgedEvent): Outcome | undefined {
    const { line } = judged.event;
    if (isDuplicate(judged.outcome)) return judged.outcome;
    if (this.stands(judged)) return { line, kind: 'already-there' };
    if (this.comesTooLate(judged)) return this.tooLate(line);
    return judged.outcome.kind === 'imported' ? undefined : judged.outcome;
  }

  tooLate(line: number): Outcome {
    return { line, kind: 'refused', fault: { code: 'docket.behind-record', facts: { last: this.last } } };
  }

  private stands({ event, outcome }: JudgedEvent): boolean {
    if (outcome.kind === 'imported' && outcome.commandIds.some((id) => this.recorded.has(id))) return true;
    return this.bears(event);
  }

  /** @returns whether the record holds a step that the event itself brought. */
  private bears(event: DocketEvent): boolean {
    return event.rule.steps.some((_, index) =>
      this.known.some(({ id }) => this.recorded.has(commandIdOf(id, event, index))),
    );
  }
}

const isDuplicate = (outcome: Outcome): boolean =>
  (outcome.kind === 'informational' && outcome.reason === DUPLICATE) ||
  (outcome.kind === 'refused' && outcome.fault.code === DUPLICATE);
