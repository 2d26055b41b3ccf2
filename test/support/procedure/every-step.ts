import { AGENCIES, type Agency } from '#libs/domain/jurisdiction';
import {
  type Actor,
  type ActingOffice,
  type FileOffices,
  type Lifecycle,
  type Step,
  decide,
  isActor,
  possibleNow,
} from '#libs/domain/procedure';
import { type Deed, type Narrative, TODAY } from './narrative.js';
import { OFFICE, OFFICES, agencyAt, agencyOf } from './offices.js';

/** What the law says of one command in one status, written down anew by the test. */
export interface Cell<Status> {
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

  it('knows the commands of the law and no other', () => {
    const named = Object.values<Law<Status>['cells'][Status]>(law.cells).flatMap((row) => Object.keys(row));
    expect([...new Set(named)].sort()).toEqual([...commands].sort());
    expect(Object.keys(law.who).sort()).toEqual([...life.events].sort());
  });

  it.each(life.statuses)('%s is reached by lawful steps alone', (status) => {
    expect(tell(status).status).toBe(status);
  });

  it.each(lawful)('%s: %s is possible', (status, command) => {
    const { first = [], payload = {}, event, to, on, by } = cellOf(status, command);
    const how = { ...(on === undefined ? {} : { on }), ...(by === undefined ? {} : { by }) };
    const told = tell(status)
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
      const possible = Object.keys(law.cells[status]).filter((name) => name !== 'succeed-office');
      const told = tell(status);
      expect([...possibleNow(life, told.file)].sort()).toEqual([...possible].sort());
      told.when(command).thenRefused('step.not-possible', {
        command,
        status,
        article: expect.stringMatching(/Đ\.\d|NQ 225/),
        possible: possibleNow(life, told.file),
      });
    },
  );

  describeActors(life, { law, tell, lawful });
}

interface Lawful<File extends FileOffices, Status extends string, S extends Step> {
  readonly law: Law<Status>;
  readonly tell: Tell<File, Status, S>;
  readonly lawful: readonly (readonly [Status, string])[];
}

const rightOffice = (actor: Actor, file: FileOffices): number => {
  if (actor === 'supervisor') return OFFICE.procuracy;
  return (actor === 'receiver' ? file.receiverOfficeId : file.holderOfficeId) ?? OFFICE.police;
};

const describeActors = <File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  { law, tell, lawful }: Lawful<File, Status, S>,
): void => {
  it.each(lawful)('%s: %s is for nobody but whom the law names', (status, command) => {
    const told = tell(status);
    const cell = law.cells[status][command]!;
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
    const right = actor === 'opener' ? undefined : rightOffice(actor, told.file);
    for (const officeId of OFFICES) {
      const agency = agencyAt(officeId);
      const supervising = actor === 'supervisor' && agency === 'procuracy';
      const may =
        actor !== 'system' && by.includes(agency) && (right === undefined || officeId === right || supervising);
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
        const everyOffice = { holderOfficeId: 1, receiverOfficeId: 1 };
        const acts = isActor(row, { officeId: 1, agency, supervises: true }, everyOffice);
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
        officeId: OFFICE.otherCourt,
      };
      const acting = { officeId, agency: agencyAt(officeId), supervises: true };
      expect(() => decide(life, told.file, asked, { today: TODAY, agencyOf, acting })).toThrow('step.not-your-office');
    }
  });
};
