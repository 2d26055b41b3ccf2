import { type Day, DomainError, addDays, day } from '#libs/domain/kernel';
import {
  type Actor,
  CASE_LIFECYCLE,
  type CaseFile,
  type CaseStatus,
  type CaseStep,
  type Command,
  type Counting,
  DENUNCIATION_LIFECYCLE,
  type Defendant,
  type DenunciationFile,
  type DenunciationStatus,
  type DenunciationStep,
  type FileOffices,
  type Lifecycle,
  type RecordedStep,
  type Step,
  type Transition,
  decide,
} from '#libs/domain/procedure';
import { OFFICE, agencyAt, agencyOf } from './offices.js';

/** A command in short: its name, what it states, and where it matters the day and the office. */
export interface Deed {
  readonly name: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD`, or the number of days after the last step; the next day when absent. */
  readonly on?: string | number;
  /** The acting office; when absent the one whose turn it is. */
  readonly by?: number;
}

/** @returns a deed. */
export const deed = (name: string, payload: Deed['payload'] = {}, how: Pick<Deed, 'on' | 'by'> = {}): Deed => ({
  name,
  payload,
  ...how,
});

export const START = day('2024-01-02');
export const TODAY = day('2026-12-31');

const OPENED_BY: Readonly<Record<string, number>> = { receive: OFFICE.police, institute: OFFICE.police };

/**
 * A file and its log, told step by step through `decide` alone: given a history, when a command is given, then a step is
 * recorded or refused. Immutable.
 */
export class Narrative<File extends FileOffices, Status extends string, S extends Step> {
  constructor(
    readonly life: Lifecycle<File, Status, S>,
    readonly file: File = life.nothing,
    readonly log: readonly (S & RecordedStep)[] = [],
    /** Days off, where a history minds them. */
    readonly counting: Counting = {},
  ) {}

  get status(): Status {
    return this.life.statusOf(this.file);
  }

  get lastDay(): Day {
    return this.log.at(-1)?.occurredOn ?? addDays(START, -1);
  }

  /** @returns the narrative after these deeds. @throws what `decide` refuses a deed with. */
  given(...deeds: readonly Deed[]): Narrative<File, Status, S> {
    return deeds.reduce<Narrative<File, Status, S>>((told, next) => told.after(told.judged(next)), this);
  }

  /** @returns what becomes of a deed, refused or not. */
  when(name: string, payload: Deed['payload'] = {}, how: Pick<Deed, 'on' | 'by'> = {}): Outcome<File, Status, S> {
    try {
      return new Outcome<File, Status, S>(this.after(this.judged(deed(name, payload, how))));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return new Outcome<File, Status, S>(undefined, error);
    }
  }

  /** @returns the narrative after a step that was decided on. */
  after(step: S): Narrative<File, Status, S> {
    const recorded = { ...step, sequence: this.log.length + 1, recordedOn: TODAY };
    return new Narrative(this.life, this.life.evolve(this.file, step), [...this.log, recorded], this.counting);
  }

  /** @returns the command that a deed stands for. */
  commandOf({ name, payload = {}, on = 1, by }: Deed): Command {
    const occurredOn = typeof on === 'number' ? addDays(this.lastDay, on) : day(on);
    return { name, payload, occurredOn, officeId: by ?? this.turnOf(name, payload) };
  }

  private judged(told: Deed): S {
    const command = this.commandOf(told);
    const { officeId } = command;
    const system = this.rowOf(told.name)?.actor === 'system';
    const acting = system ? {} : { acting: { officeId, agency: agencyAt(officeId), supervises: true } };
    return decide(this.life, this.file, command, { today: TODAY, agencyOf, ...acting, ...this.counting });
  }

  private rowOf(name: string): Transition<Status, S['type']> | undefined {
    const rows = this.life.transitions.filter((row) => row.command === name);
    return rows.find((row) => row.from.includes(this.status)) ?? rows[0];
  }

  private turnOf(name: string, { notice }: Readonly<Record<string, unknown>>): number {
    const { holderOfficeId, receiverOfficeId, procuracyOfficeId, courtOfficeId } = this.file;
    const others: Readonly<Partial<Record<Actor, number>>> = {
      supervisor: OFFICE.procuracy,
      prosecutor: procuracyOfficeId ?? OFFICE.procuracy,
      'trial-court': courtOfficeId ?? OFFICE.court,
      notifier: this.owing(notice) ?? OFFICE.police,
      receiver: receiverOfficeId ?? OFFICE.police,
    };
    const actor = this.rowOf(name)?.actor;
    return (actor && others[actor]) ?? holderOfficeId ?? OPENED_BY[name] ?? OFFICE.police;
  }

  private owing(named: unknown): number | undefined {
    const owed: readonly { readonly officeId: number; readonly notice?: string }[] = this.file.owed ?? [];
    return owed.find(({ notice }) => notice === named)?.officeId;
  }
}

/** What became of a deed: a longer narrative, or a refusal. */
export class Outcome<File extends FileOffices, Status extends string, S extends Step> {
  constructor(
    private readonly told?: Narrative<File, Status, S>,
    private readonly refusal?: DomainError,
  ) {}

  /** @returns the narrative as it goes on. @throws the refusal. */
  get then(): Narrative<File, Status, S> {
    if (this.told) return this.told;
    throw this.refusal ?? new Error('neither told nor refused');
  }

  thenStatus(status: Status): Narrative<File, Status, S> {
    expect(this.refusal && { code: this.refusal.code, facts: this.refusal.facts }).toBeUndefined();
    expect(this.then.status).toBe(status);
    return this.then;
  }

  thenRefused(code: string, facts: Readonly<Record<string, unknown>> = {}): void {
    expect(this.told?.status).toBeUndefined();
    expect({ code: this.refusal?.code, facts: this.refusal?.facts }).toEqual({
      code,
      facts: expect.objectContaining(facts),
    });
  }
}

export type DenunciationNarrative = Narrative<DenunciationFile, DenunciationStatus, DenunciationStep>;
export type CaseNarrative = Narrative<CaseFile, CaseStatus, CaseStep>;

/** @returns a denunciation after these deeds, each lawful. */
export const denunciation = (...deeds: readonly Deed[]): DenunciationNarrative =>
  new Narrative(DENUNCIATION_LIFECYCLE).given(...deeds);

/** @returns a case after these deeds, each lawful. */
export const criminalCase = (...deeds: readonly Deed[]): CaseNarrative => new Narrative(CASE_LIFECYCLE).given(...deeds);

/** @returns the accused of that id. @throws Error where there is none. */
export function accused(told: CaseNarrative, id: string): Defendant {
  const found = told.file.defendants.find((defendant) => defendant.id === id);
  if (!found) throw new Error(`no accused ${id}`);
  return found;
}
