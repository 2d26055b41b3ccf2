import { type Day, DomainError, day } from '#libs/domain/kernel';
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

/** Judges a command; throws DomainError when it is refused. */
export type Judge = (command: Omit<Command, 'officeId'>) => void;

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

/** Whom and what a step may name: an accused of each sort, a person in custody, a difficulty noted. */
const knownIdsOf = (file: File): readonly string[] => {
  if (file.life === 'denunciation') return [];
  const held = (file.held ?? []).map(({ personId }) => personId);
  const difficulties = (file.difficulties ?? []).map(({ id }) => id);
  return [...sortsOf(file).map(({ id }) => id), ...held, ...difficulties];
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

/** Each sort of accused by itself for a case severed off, and all of them for one that is joined. */
const movesOf = (file: File): unknown[] => {
  const move = ({ id }: { readonly id: string }) => ({ defendantId: id, newId: `${FRESH}-${id}` });
  const open = file.life === 'case' ? file.defendants.filter((one) => isActive(one) || one.status === 'suspended') : [];
  return [...sortsOf(file).map((one) => [move(one)]), open.map(move)];
};

/** A step may be recorded late: the earliest day that still follows everything recorded. */
const lastDaysOf = (file: File): Day[] => {
  const since = file.life === 'case' ? file.defendants.map((one) => one.since) : [];
  return [...since, ...(file.since ? [file.since] : [])].sort().slice(-1);
};

const valuesOf = (field: Field, file: File, means: Means): readonly unknown[] => {
  switch (field.kind) {
    case 'choice':
      return field.choices;
    case 'office':
      return means.officeIds;
    case 'day':
      return [means.today, ...lastDaysOf(file), NEVER_TOO_EARLY];
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
      return [FRESH, ...knownIdsOf(file)];
    case 'text':
      return [FRESH];
    case 'moves':
      return movesOf(file);
    case 'ids':
      return sortsOf(file).map(({ id }) => [id]);
    case 'verdicts':
      return verdicts(file);
    case 'results':
      return resultsOf(file, field.choices);
  }
};

const payloadsOf = (row: Transition, file: File, means: Means): Record<string, unknown>[] =>
  Object.entries(row.fields).reduce<Record<string, unknown>[]>(
    (payloads, [name, field]) => {
      const values = valuesOf(field, file, means);
      const stated = payloads.flatMap((payload) => values.map((value) => ({ ...payload, [name]: value })));
      return field.required ? stated : [...payloads, ...stated];
    },
    [{}],
  );

/** The latest day that a step may state is told by its own refusal: the step is tried again with it. */
const succeeds = (judge: Judge, command: Omit<Command, 'officeId'>): boolean => {
  try {
    judge(command);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { longest, latest = longest } = error.facts;
    const tooLate = ['until', 'hearingOn'].find((name) => command.payload[name] === NEVER_TOO_EARLY);
    if (typeof latest !== 'string' || !tooLate) return false;
    return succeeds(judge, { ...command, payload: { ...command.payload, [tooLate]: latest } });
  }
};

/**
 * @returns whether the law would take the row's step now, whatever it states: found by trying one example of every kind,
 *   so that nobody is offered a step that no payload can make lawful (nothing to resume, nobody to indict).
 */
export function isPossible(row: Transition, file: File, means: Means, judge: Judge): boolean {
  const days = [means.today, ...lastDaysOf(file)];
  return payloadsOf(row, file, means).some((payload) =>
    days.some((occurredOn) => succeeds(judge, { name: row.command, occurredOn, payload })),
  );
}
