import { type Day, DomainError, type ErrorFacts, day } from '#libs/domain/kernel';
import {
  type CaseFile,
  type Command,
  type Defendant,
  type DenunciationFile,
  type Field,
  type Transition,
  isActive,
} from '#libs/domain/procedure';

/** Stands for an identifier that no file holds yet. */
const FRESH = '00000000-0000-8000-8000-000000000000';
const NEVER_TOO_EARLY = day('9999-12-31');
const SOME_OFFENCES = [150, 151].flatMap((article) => [1, 2].map((clause) => ({ article, clause })));

/** What a step could be tried with: an office of each kind, and the day. */
export interface Means {
  readonly officeIds: readonly number[];
  readonly today: Day;
}

/** Judges a command. @returns the facts of a refusal, nothing when the law takes the step. @throws DomainError other refusals. */
export type Judge = (command: Omit<Command, 'officeId'>) => ErrorFacts | undefined;

type File = DenunciationFile | CaseFile;

/** One of each sort of accused: the law treats those alike of whom the same is known. */
const sortsOf = (file: File): readonly Defendant[] => {
  const sorts = new Map<string, Defendant>();
  for (const one of file.life === 'case' ? file.defendants : []) {
    const { id: _id, number: _number, since: _since, ...situation } = one;
    sorts.set(JSON.stringify(situation), one);
  }
  return [...sorts.values()];
};

/** Persons in custody and difficulties noted: what those fields can name beside something new. */
const KNOWN_IDS: Readonly<Record<string, (file: CaseFile) => readonly string[]>> = {
  personId: ({ held }) => (held ?? []).map(({ personId }) => personId),
  difficultyId: ({ difficulties }) => (difficulties ?? []).map(({ id }) => id),
};

const verdicts = (file: File): unknown[] => {
  const indicted = file.life === 'case' ? file.defendants.filter(({ status }) => status === 'indicted') : [];
  return [indicted.map(({ id }) => ({ defendantId: id, outcome: 'convicted' }))];
};

const BEFORE_A_COURT_ABOVE: readonly Defendant['status'][] = ['appealed', 'in-cassation', 'in-reopening'];

/** Each outcome for everybody before a court above. */
const resultsOf = (file: File, outcomes: readonly string[]): unknown[] => {
  const before = file.life === 'case' ? file.defendants.filter((one) => BEFORE_A_COURT_ABOVE.includes(one.status)) : [];
  return outcomes.map((outcome) => before.map(({ id }) => ({ defendantId: id, outcome })));
};

/** All accused for a case that is joined, and each sort of them by itself for one severed off. */
const movesOf = (file: File, sorts: readonly Defendant[]): unknown[] => {
  const move = ({ id }: { readonly id: string }) => ({ defendantId: id, newId: `${FRESH}-${id}` });
  const open = file.life === 'case' ? file.defendants.filter((one) => isActive(one) || one.status === 'suspended') : [];
  return [open.map(move), ...sorts.map((one) => [move(one)])];
};

/** A step may be recorded late: the earliest day that still follows everything recorded. */
const lastDaysOf = (file: File): Day[] => {
  const since = file.life === 'case' ? file.defendants.map((one) => one.since) : [];
  return [...since, ...(file.since ? [file.since] : [])].sort().slice(-1);
};

/** What the steps of one file are tried with: one example of every kind, put together once. */
export class Examples {
  /** The days of the step itself. */
  readonly days: readonly Day[];
  private readonly sorts: readonly Defendant[];
  private readonly moves: readonly unknown[];

  constructor(
    private readonly file: File,
    private readonly means: Means,
  ) {
    this.days = [...new Set([means.today, ...lastDaysOf(file)])];
    this.sorts = sortsOf(file);
    this.moves = movesOf(file, this.sorts);
  }

  /** @returns what a field of that name may state. */
  of(name: string, field: Field): readonly unknown[] {
    switch (field.kind) {
      case 'choice':
        return field.choices;
      case 'office':
        return this.means.officeIds;
      case 'day':
        return [...this.days, NEVER_TOO_EARLY];
      case 'flag':
        return [true];
      case 'number':
      case 'persons':
      case 'moved-persons':
      case 'clock':
        return [];
      case 'offence':
        return SOME_OFFENCES;
      case 'id':
        return [FRESH, ...this.idsOf(name)];
      case 'text':
        return [FRESH];
      case 'moves':
        return this.moves;
      case 'ids':
        return this.sorts.map(({ id }) => [id]);
      case 'verdicts':
        return verdicts(this.file);
      case 'results':
        return resultsOf(this.file, field.choices);
    }
  }

  private idsOf(name: string): readonly string[] {
    if (this.file.life === 'denunciation') return [];
    return KNOWN_IDS[name]?.(this.file) ?? this.sorts.map(({ id }) => id);
  }
}

/** Each is made when the ones before it were refused. */
function* payloadsOf(
  [first, ...rest]: readonly (readonly [string, Field])[],
  examples: Examples,
  stated: Readonly<Record<string, unknown>> = {},
): Generator<Readonly<Record<string, unknown>>> {
  if (!first) {
    yield stated;
    return;
  }
  const [name, field] = first;
  if (!field.required) yield* payloadsOf(rest, examples, stated);
  for (const value of examples.of(name, field)) yield* payloadsOf(rest, examples, { ...stated, [name]: value });
}

const refusalIn = (judge: Judge, command: Omit<Command, 'officeId'>): ErrorFacts | undefined => {
  try {
    return judge(command);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.facts;
  }
};

/** The latest day that a step may state is told by its own refusal: the step is tried again with it. */
const succeeds = (judge: Judge, command: Omit<Command, 'officeId'>): boolean => {
  const refused = refusalIn(judge, command);
  if (!refused) return true;
  const { longest, latest = longest } = refused;
  const tooLate = ['until', 'hearingOn'].find((name) => command.payload[name] === NEVER_TOO_EARLY);
  if (typeof latest !== 'string' || !tooLate) return false;
  return succeeds(judge, { ...command, payload: { ...command.payload, [tooLate]: latest } });
};

/**
 * @returns whether the law would take the row's step now, whatever it states: found by trying one example of every kind,
 *   so that nobody is offered a step that no payload can make lawful (nothing to resume, nobody to indict).
 */
export function isPossible(row: Transition, examples: Examples, judge: Judge): boolean {
  const { validFrom } = row;
  const days = examples.days.filter((day) => validFrom === undefined || day >= validFrom);
  // What may be left out is stated last: most steps are possible without it.
  const fields = Object.entries(row.fields).sort(([, one], [, other]) => Number(one.required) - Number(other.required));
  for (const payload of payloadsOf(fields, examples)) {
    const takes = (occurredOn: Day): boolean => succeeds(judge, { name: row.command, occurredOn, payload });
    if (days.some(takes)) return true;
  }
  return false;
}
