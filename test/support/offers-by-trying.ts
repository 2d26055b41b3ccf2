import { type Day, DomainError, day } from '#libs/domain/kernel';
import {
  type CaseFile,
  type Command,
  type DenunciationFile,
  type Field,
  type FileOffices,
  type Lifecycle,
  type Setting,
  type Step,
  type Transition,
  availableTransitions,
  decide,
} from '#libs/domain/procedure';

type File = DenunciationFile | CaseFile;
type Payload = Readonly<Record<string, unknown>>;

/** What is tried beside the persons of the file. */
interface Trials {
  readonly fresh: string;
  readonly officeIds: readonly number[];
}

const FAR = day('9999-12-31');
const OFFENCES = [150, 151].flatMap((article) => [1, 2].map((clause) => ({ article, clause })));
const ABOVE: readonly string[] = ['appealed', 'in-cassation', 'in-reopening'];

const accusedOf = (file: File) => (file.life === 'case' ? file.defendants : []);
const idsOf = (file: File): string[] => [
  ...accusedOf(file).map(({ id }) => id),
  ...(file.life === 'case' ? (file.held ?? []) : []).map(({ personId }) => personId),
  ...(file.life === 'case' ? (file.difficulties ?? []) : []).map(({ id }) => id),
];
const daysOf = (file: File, today: Day): Day[] => {
  const since = [...accusedOf(file).map((one) => one.since), ...(file.since ? [file.since] : [])];
  return [today, ...since.sort().slice(-1)];
};

const movesOf = (file: File, fresh: string): unknown[] => {
  const move = ({ id }: { readonly id: string }) => ({ defendantId: id, newId: `${fresh}-${id}` });
  const ended = ['terminated', 'cancelled', 'final', 'moved'];
  const open = accusedOf(file).filter(({ status }) => !ended.includes(status));
  return [...accusedOf(file).map((one) => [move(one)]), open.map(move)];
};

const told = (file: File, statuses: readonly string[], outcome: string): unknown =>
  accusedOf(file)
    .filter(({ status }) => statuses.includes(status))
    .map(({ id }) => ({ defendantId: id, outcome }));

const valuesOf = (field: Field, file: File, { today }: Setting, { fresh, officeIds }: Trials): readonly unknown[] => {
  const values: Readonly<Partial<Record<Field['kind'], () => readonly unknown[]>>> = {
    choice: () => (field.kind === 'choice' ? field.choices : []),
    results: () => (field.kind === 'results' ? field.choices.map((outcome) => told(file, ABOVE, outcome)) : []),
    verdicts: () => [told(file, ['indicted'], 'convicted')],
    office: () => officeIds,
    day: () => [...daysOf(file, today), FAR],
    flag: () => [true],
    offence: () => OFFENCES,
    id: () => [fresh, ...idsOf(file)],
    text: () => [fresh],
    ids: () => accusedOf(file).map(({ id }) => [id]),
    moves: () => movesOf(file, fresh),
  };
  return values[field.kind]?.() ?? [];
};

const payloadsOf = (row: Transition, valuesIn: (field: Field) => readonly unknown[]): Payload[] =>
  Object.entries(row.fields).reduce<Payload[]>(
    (payloads, [name, field]) => {
      const stated = payloads.flatMap((one) => valuesIn(field).map((value) => ({ ...one, [name]: value })));
      return field.required ? stated : [...payloads, ...stated];
    },
    [{}],
  );

const succeeds = (deed: (command: Command) => unknown, command: Command): boolean => {
  try {
    deed(command);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { longest, latest = longest } = error.facts;
    const field = ['until', 'hearingOn'].find((name) => command.payload[name] === FAR);
    return !!field && !!latest && succeeds(deed, { ...command, payload: { ...command.payload, [field]: latest } });
  }
};

/**
 * The steps that the law would take now, found the long way: every accused, every identifier in every field, on every day,
 * each decided as a whole.
 * @returns their events, in the order of the law.
 */
export function offersByTrying<F extends File & FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<F, Status, S>,
  file: F,
  setting: Setting & { readonly acting: NonNullable<Setting['acting']> },
  trials: Trials,
): string[] {
  const { officeId } = setting.acting;
  const rows = availableTransitions(life, file, setting.acting).filter((row) =>
    payloadsOf(row, (field) => valuesOf(field, file, setting, trials)).some((payload) =>
      daysOf(file, setting.today).some((occurredOn) =>
        succeeds((command) => decide(life, file, command, setting), {
          name: row.command,
          occurredOn,
          officeId,
          payload,
        }),
      ),
    ),
  );
  return rows.map(({ event }) => event);
}
