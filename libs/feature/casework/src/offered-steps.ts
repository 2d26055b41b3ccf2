import { type Day, DomainError, day } from '#libs/domain/kernel';
import {
  type CaseFile,
  type Command,
  type Defendant,
  type DenunciationFile,
  type Field,
  type Transition,
} from '#libs/domain/procedure';

/** Stands for an identifier that no file holds yet. */
const FRESH = '00000000-0000-8000-8000-000000000000';
const NEVER_TOO_EARLY = day('9999-12-31');
const SOME_OFFENCE = { article: 150, clause: 1 };

/** What a step could be tried with: an office of each kind, and the day. */
export interface Means {
  readonly officeIds: readonly number[];
  readonly today: Day;
}

/** Judges a command; throws DomainError when it is refused. */
export type Judge = (command: Omit<Command, 'officeId'>) => void;

type File = DenunciationFile | CaseFile;

/** One of each sort of accused: the law treats those alike who are in the same situation. */
const sortsOf = (file: File): readonly Defendant[] => {
  const sorts = new Map<string, Defendant>();
  for (const one of file.life === 'case' ? file.defendants : []) {
    sorts.set(`${one.status} ${one.haltedIn} ${one.haltedWithCase}`, one);
  }
  return [...sorts.values()];
};

const verdicts = (file: File): unknown[] => {
  const indicted = file.life === 'case' ? file.defendants.filter(({ status }) => status === 'indicted') : [];
  return [indicted.map(({ id }) => ({ defendantId: id, outcome: 'convicted' }))];
};

const valuesOf = (field: Field, file: File, means: Means): readonly unknown[] => {
  switch (field.kind) {
    case 'choice':
      return field.choices;
    case 'office':
      return means.officeIds;
    case 'day':
      return [NEVER_TOO_EARLY];
    case 'number':
    case 'flag':
    case 'persons':
      return [];
    case 'offence':
      return [SOME_OFFENCE];
    case 'id':
    case 'text':
      return [FRESH];
    case 'ids':
      return sortsOf(file).map(({ id }) => [id]);
    case 'verdicts':
      return verdicts(file);
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

/** A step may be recorded late: the earliest day that still follows everything recorded. */
const lastDaysOf = (file: File): Day[] => {
  const since = file.life === 'case' ? file.defendants.map((one) => one.since) : [];
  return [...since, ...(file.since ? [file.since] : [])].sort().slice(-1);
};

/** A limit's furthest end is told by its own refusal: the step is tried again with it. */
const succeeds = (judge: Judge, command: Omit<Command, 'officeId'>): boolean => {
  try {
    judge(command);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { longest } = error.facts;
    if (typeof longest !== 'string' || command.payload.until === longest) return false;
    return succeeds(judge, { ...command, payload: { ...command.payload, until: longest } });
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
