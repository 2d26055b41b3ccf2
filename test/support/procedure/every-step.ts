import { AGENCIES, type Agency } from '#libs/domain/jurisdiction';
import {
  type Actor,
  type ActingOffice,
  type FileOffices,
  type Lifecycle,
  type Step,
  actsAs,
  decide,
  possibleNow,
} from '#libs/domain/procedure';
import { type Deed, Narrative, TODAY } from './narrative.js';
import { OFFICE, OFFICES, agencyAt, agencyOf, officesOf } from './offices.js';

/** What the law says of one command in one status, written down anew by the test. */
export interface Cell<Status> {
  /** Another history that leads to the status, where the usual one does not allow the command. */
  readonly instead?: readonly Deed[];
  /** What must have happened in the status before. */
  readonly first?: readonly Deed[];
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly on?: Deed['on'];
  /** The office that ends, of a succession. */
  readonly by?: number;
  readonly event: string;
  readonly to: Status;
}

/** Who may take a command, whatever the status. */
export interface Who {
  readonly actor: Actor;
  readonly by: readonly Agency[];
}

export interface Law<Status extends string> {
  readonly cells: Readonly<Record<Status, Readonly<Record<string, Cell<Status>>>>>;
  /** By event: one command may be several persons' business in several stages. */
  readonly who: Readonly<Record<string, Who>>;
}

type Tell<File extends FileOffices, Status extends string, S extends Step> = (
  status: Status,
) => Narrative<File, Status, S>;

/** Describes every status × every command: what is possible, where it leads, who may; and that nothing else is. */
export function describeEveryStep<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  law: Law<Status>,
  tell: Tell<File, Status, S>,
): void {
  const commands = [...new Set(life.transitions.map((row) => row.command))];
  const cells = life.statuses.flatMap((status) => commands.map((command) => [status, command] as const));
  const lawful = cells.filter(([status, command]) => law.cells[status][command]);
  const cellOf = (status: Status, command: string): Cell<Status> => law.cells[status][command]!;
  const isOfSystem = (status: Status, command: string): boolean =>
    law.who[cellOf(status, command).event]?.actor === 'system';

  it('knows the commands of the law and no other', () => {
    const named = Object.values<Law<Status>['cells'][Status]>(law.cells).flatMap((row) => Object.keys(row));
    expect([...new Set(named)].sort()).toEqual([...commands].sort());
    expect(Object.keys(law.who).sort()).toEqual([...life.events].sort());
  });

  it.each(life.statuses)('%s is reached by lawful steps alone', (status) => {
    expect(tell(status).status).toBe(status);
  });

  it.each(lawful)('%s: %s is possible', (status, command) => {
    const { instead, first = [], payload = {}, event, to, on, by } = cellOf(status, command);
    const how = { ...(on === undefined ? {} : { on }), ...(by === undefined ? {} : { by }) };
    const told = tellFor(life, tell, { status, ...(instead ? { instead } : {}) })
      .given(...first)
      .when(command, payload, how)
      .thenStatus(to);
    expect(told.log.at(-1)?.type).toBe(event);
    const rows = life.transitions.filter((row) => row.command === command && row.from.includes(status));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.to).toContain(to);
  });

  it.each(cells.filter(([status, command]) => !law.cells[status][command]))(
    '%s: %s is not possible',
    (status, command) => {
      const possible = Object.keys(law.cells[status]).filter((name) => !isOfSystem(status, name));
      const told = tell(status);
      expect([...possibleNow(life, told.file)].sort()).toEqual([...possible].sort());
      told.when(command).thenRefused('step.not-possible', {
        command,
        status,
        article: expect.stringMatching(/Đ\.\d|NQ 225|Luật \d|KH \d/),
        possible: possibleNow(life, told.file),
      });
    },
  );

  describeActors(life, { law, tell, lawful });
}

const tellFor = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  tell: Tell<File, Status, S>,
  { status, instead }: { readonly status: Status; readonly instead?: readonly Deed[] },
): Narrative<File, Status, S> => (instead ? new Narrative(life).given(...instead) : tell(status));

interface Lawful<File extends FileOffices, Status extends string, S extends Step> {
  readonly law: Law<Status>;
  readonly tell: Tell<File, Status, S>;
  readonly lawful: readonly (readonly [Status, string])[];
}

const RIGHT: Readonly<Record<Actor, (file: FileOffices) => readonly (number | undefined)[]>> = {
  opener: () => OFFICES,
  holder: (file) => [file.holderOfficeId],
  receiver: (file) => [file.receiverOfficeId],
  supervisor: () => OFFICES,
  'holder-or-supervisor': (file) => [file.holderOfficeId, ...officesOf(['procuracy'])],
  prosecutor: (file) => [file.procuracyOfficeId],
  'trial-court': (file) => [file.courtOfficeId],
  notifier: (file) => (file.owed ?? []).map(({ officeId }) => officeId),
  system: () => [],
};

/** @returns an office that may, as far as its place in the file goes. */
const rightOffice = (actor: Actor, file: FileOffices): number =>
  actor === 'supervisor' ? OFFICE.procuracy : (RIGHT[actor](file)[0] ?? OFFICE.police);

const describeActors = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  { law, tell, lawful }: Lawful<File, Status, S>,
): void => {
  it.each(lawful)('%s: %s is for nobody but whom the law names', (status, command) => {
    const cell = law.cells[status][command]!;
    const told = tellFor(life, tell, { status, ...(cell.instead ? { instead: cell.instead } : {}) });
    const { actor, by } = law.who[cell.event]!;
    const { payload = {}, on } = cell;
    const attempt = (acting: ActingOffice): string => {
      const asked = told.commandOf({
        name: command,
        payload,
        by: acting.officeId,
        ...(on === undefined ? {} : { on }),
      });
      try {
        decide(life, told.file, asked, { today: TODAY, agencyOf, acting });
        return 'taken';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    };
    const right = RIGHT[actor](told.file);
    for (const officeId of OFFICES) {
      const agency = agencyAt(officeId);
      const may = by.includes(agency) && right.includes(officeId);
      expect([officeId, attempt({ officeId, agency, supervises: true }) === 'step.not-your-office']).toEqual([
        officeId,
        !may,
      ]);
      if (actor === 'supervisor') {
        expect(attempt({ officeId, agency, supervises: false })).toBe('step.not-your-office');
      }
    }
  });

  it.each([...life.events])('%s is for the agencies of the law', (event) => {
    const { actor, by } = law.who[event]!;
    for (const row of life.transitions.filter((one) => one.event === event)) {
      expect([row.actor, [...row.by].sort()]).toEqual([actor, [...by].sort()]);
      for (const agency of AGENCIES) {
        const roles = { holderOfficeId: 1, receiverOfficeId: 1, procuracyOfficeId: 1, courtOfficeId: 1 };
        const everyOffice = { ...roles, owed: [{ officeId: 1 }] };
        const acts = actsAs(row, { officeId: 1, agency, supervises: true }, everyOffice) !== undefined;
        expect([agency, acts]).toEqual([agency, actor !== 'system' && by.includes(agency)]);
      }
    }
  });

  it('is not told by one office in the name of another', () => {
    for (const [status, command] of lawful) {
      const told = tell(status);
      const { actor } = law.who[law.cells[status][command]!.event]!;
      if (actor === 'system') continue;
      const officeId = rightOffice(actor, told.file);
      const asked = {
        ...told.commandOf({ name: command, payload: law.cells[status][command]!.payload ?? {} }),
        officeId: OFFICE.health,
      };
      const acting = { officeId, agency: agencyAt(officeId), supervises: true };
      expect(() => decide(life, told.file, asked, { today: TODAY, agencyOf, acting })).toThrow('step.not-your-office');
    }
  });
};
