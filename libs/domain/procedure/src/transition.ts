import type { Agency } from '#libs/domain/jurisdiction';
import type { Day } from '#libs/domain/kernel';

/**
 * Which office may take a step: the one that opens the file, the one that holds it, the one that a transfer is offered to,
 * the procuracy that supervises legality in the territory (or either of the two), the procuracy that prosecuted or the court that judged at first
 * instance while the file is elsewhere, whoever owes a notice, or the system itself when offices succeed each other.
 */
export type Actor =
  | 'opener'
  | 'holder'
  | 'receiver'
  | 'supervisor'
  | 'holder-or-supervisor'
  | 'prosecutor'
  | 'trial-court'
  | 'notifier'
  | 'system';

/** What a step must or may state, as data: the API's checks, the import's columns and the console's forms follow from it. */
export type Field =
  | { readonly kind: 'office' | 'day' | 'id' | 'number' | 'text' | 'flag'; readonly required: boolean }
  | { readonly kind: 'choice' | 'results'; readonly required: boolean; readonly choices: readonly string[] }
  | {
      readonly kind: 'offence' | 'ids' | 'verdicts' | 'persons' | 'moves' | 'moved-persons' | 'clock';
      readonly required: boolean;
    };

export type Fields = Readonly<Record<string, Field>>;

/** One row of the law: in which statuses a command is possible, what it records, who may, and the article. */
export interface Transition<Status extends string = string, Event extends string = string> {
  readonly command: string;
  readonly event: Event;
  readonly from: readonly Status[];
  /** Every status that may follow; more than one where the payload or the defendants decide. */
  readonly to: readonly Status[];
  readonly actor: Actor;
  readonly by: readonly Agency[];
  readonly article: string;
  readonly fields: Fields;
  /** The day since when the law knows this step; absent where the Code always did. */
  readonly validFrom?: Day;
}

/** The office and the day a command is judged on. */
export interface ActingOffice {
  readonly officeId: number;
  readonly agency: Agency;
  /** Whether this office supervises legality where the file is handled (procuracies only). */
  readonly supervises: boolean;
  /** @returns whether this office does the work of one that has ended: it acts where the file names that one. */
  readonly inPlaceOf?: (officeId: number) => boolean;
}

/** @returns the row that allows `command` in `status`, if the law has one. */
export function findTransition<S extends string, E extends string>(
  rows: readonly Transition<S, E>[],
  command: string,
  status: S,
): Transition<S, E> | undefined {
  return rows.find((row) => row.command === command && row.from.includes(status));
}

/** Who holds a file, to whom it is offered, who prosecuted, who judged, who owes a notice. */
export interface FileOffices {
  readonly holderOfficeId?: number;
  readonly receiverOfficeId?: number;
  readonly procuracyOfficeId?: number;
  readonly courtOfficeId?: number;
  readonly owed?: readonly { readonly officeId: number; readonly notice?: string }[];
}

/**
 * Checks a table as a whole: no command and no event claimed twice in one status, no unknown or unreachable status, no row
 * that leads from nowhere, to nowhere or for nobody.
 * @param initial the status of a file that does not exist yet.
 * @throws Error naming every fault; called by the tests and at start.
 */
export function validateTransitions<S extends string>(
  rows: readonly Transition<S>[],
  statuses: readonly S[],
  initial: S,
): void {
  const reached = reachable(rows, initial);
  const faults = [
    ...rows
      .filter((row) => [row.from, row.to, row.by].some((list) => list.length === 0))
      .map((row) => `empty: ${row.command}`),
    ...claimedTwice(rows),
    ...rows
      .flatMap((row) => [...row.from, ...row.to])
      .filter((status) => !statuses.includes(status))
      .map((status) => `unknown: ${status}`),
    ...statuses.filter((status) => !reached.has(status)).map((status) => `unreachable: ${status}`),
  ];
  if (faults.length > 0) throw new Error(faults.join('; '));
}

const claimedTwice = (rows: readonly Transition[]): string[] => {
  const claims = rows.flatMap(({ command, event, from }) =>
    from.flatMap((status) => [`command ${command} in ${status}`, `event ${event} in ${status}`]),
  );
  return claims.filter((claim, index) => claims.indexOf(claim) < index).map((claim) => `claimed twice: ${claim}`);
};

/** @returns every status that can be reached from `initial` by the rows. */
export function reachable<S extends string>(rows: readonly Transition<S>[], initial: S): Set<S> {
  const reached = new Set<S>([initial]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const row of rows) {
      if (!row.from.some((status) => reached.has(status))) continue;
      for (const status of row.to) {
        if (reached.has(status)) continue;
        reached.add(status);
        grown = true;
      }
    }
  }
  return reached;
}
