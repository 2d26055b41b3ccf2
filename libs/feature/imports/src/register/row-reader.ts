import { type Day, DomainError, type ErrorFacts } from '#libs/domain/kernel';
import { validOn } from '#libs/domain/jurisdiction';
import type { SubjectKind } from '#libs/domain/procedure';
import type { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import type { TableRow } from '#libs/platform/spreadsheet';
import type { ImportFault } from '../import-fault.js';
import { COLUMN_NAMES, type Column } from './columns.js';
import { columnsOf } from './field-columns.js';
import { readDay, readList, readWhole } from './read-value.js';
import type { BrokenRow, RegisterRow, Stated } from './register-row.js';
import { CHOICES, COMMANDS, FLAGS, KINDS, fieldsOf, meaningOf } from './words.js';

/** What the reading of a row came to. */
export type RowReading = { readonly row: RegisterRow } | { readonly broken: BrokenRow; readonly faults: ImportFault[] };

type Reader = (text: string, on: Day | undefined) => unknown;

const IDENTITY: readonly Column[] = [
  'kind',
  'number',
  'office',
  'registerOffice',
  'step',
  'occurredOn',
  'decisionNumber',
  'decisionOn',
];
const STATED = COLUMN_NAMES.filter((column) => !IDENTITY.includes(column));

const FAULT_OF: Readonly<Partial<Record<Column, string>>> = {
  occurredOn: 'import.day-invalid',
  decisionOn: 'import.day-invalid',
  since: 'import.day-invalid',
  until: 'import.day-invalid',
  hearingOn: 'import.day-invalid',
  office: 'import.office-unknown',
  registerOffice: 'import.office-unknown',
  toOffice: 'import.office-unknown',
  place: 'import.place-unknown',
  article: 'import.number-invalid',
  clause: 'import.number-invalid',
  verdicts: 'import.verdicts-invalid',
};

const text = (value: string): string | undefined => (value.length <= 100 ? value : undefined);

const readVerdicts = (value: string): [string, string][] | undefined => {
  const verdicts = readList(value).map((part): [string, string | undefined] => {
    const [number = '', outcome = ''] = part.split('=').map((side) => side.trim());
    return [number, number === '' ? undefined : meaningOf(CHOICES.verdict, outcome)];
  });
  const sound = verdicts.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return sound.length > 0 && sound.length === verdicts.length ? sound : undefined;
};

/** Understands the rows of one file: words, days, offices, places. What the law says to them is not its matter. */
export class RowReader {
  private readonly readers: Readonly<Partial<Record<Column, Reader>>>;

  /**
   * @param headers header of the file by column.
   * @param scope offices for which the importing person may speak; `undefined` for all.
   */
  constructor(
    private readonly headers: ReadonlyMap<Column, string>,
    private readonly directory: JurisdictionDirectory,
    private readonly scope?: ReadonlySet<number>,
  ) {
    const office: Reader = (code) => directory.findOfficeByCode(code.toUpperCase())?.id;
    const choices = Object.entries(CHOICES).map(([name, words]) => [
      name,
      (word: string) => meaningOf<string>(words, word),
    ]);
    this.readers = {
      ...(Object.fromEntries(choices) as Partial<Record<Column, Reader>>),
      kind: (word) => meaningOf(KINDS, word),
      step: (word) => meaningOf(COMMANDS, word),
      ...{ number: text, decisionNumber: text, caseNumber: text, point: text },
      ...{ office, registerOffice: office, toOffice: office },
      ...{ occurredOn: readDay, decisionOn: readDay, since: readDay, until: readDay, hearingOn: readDay },
      ...{ article: readWhole, clause: readWhole, denunciations: readList, defendants: readList },
      ...{ discovered: (word) => meaningOf(FLAGS, word), minor: (word) => meaningOf(FLAGS, word) },
      place: (name, on) => this.findPlace(name, on),
      verdicts: readVerdicts,
      note: (words) => words,
    };
  }

  /** @returns the row, or everything that is wrong with its cells. */
  read(source: TableRow): RowReading {
    const faults: ImportFault[] = source.faults.map(({ code, header, expected, found }) => ({
      code,
      ...(header === undefined ? {} : { column: header }),
      facts: { expected, found },
    }));
    const cells = new CellReader(source, this.headers, this.readers, faults);
    const identity = identityOf(cells);
    this.checkOffice(identity.officeId, identity.occurredOn, cells);
    const { kind, step } = identity;
    const stated = kind && step ? statedOf(kind, step, cells, identity.occurredOn) : {};
    const { line } = source;
    if (faults.length > 0 || !isWhole(identity)) return { broken: { line, ...identity }, faults };
    const { decisionNumber, decisionOn, ...rest } = identity;
    const decision = { ...(decisionNumber && { number: decisionNumber }), ...(decisionOn && { on: decisionOn }) };
    return { row: { line, ...rest, ...(decisionNumber || decisionOn ? { decision } : {}), stated } };
  }

  private checkOffice(officeId: number | undefined, on: Day | undefined, cells: CellReader): void {
    const office = officeId === undefined ? undefined : this.directory.findOffice(officeId);
    if (!office) return;
    if (this.scope && !this.scope.has(office.id)) cells.fault('office', 'import.office-foreign', {});
    if (on === undefined || validOn(office, on)) return;
    const heir = this.directory.successorOf(office, on)?.code;
    cells.fault('office', 'import.office-not-in-force', { day: on, successor: heir });
  }

  private findPlace(name: string, on: Day | undefined): number | undefined {
    if (on === undefined) return 0;
    try {
      return this.directory.territoryNamed(name, on).id;
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}

/** The cells of one row, each read at most once, its faults noted under the file's own header. */
class CellReader {
  constructor(
    private readonly source: TableRow,
    private readonly headers: ReadonlyMap<Column, string>,
    private readonly readers: Readonly<Partial<Record<Column, Reader>>>,
    private readonly faults: ImportFault[],
  ) {}

  isFilled(column: Column): boolean {
    return this.textOf(column) !== '';
  }

  fault(column: Column, code: string, facts: ErrorFacts): void {
    this.faults.push({ code, column: this.headers.get(column) ?? column, facts });
  }

  /** @returns what the cell means; `undefined` when it is empty, or faulty and noted. */
  value<T>(column: Column, on?: Day): T | undefined {
    const content = this.textOf(column);
    if (content === '') return undefined;
    const value = this.readers[column]?.(content, on);
    if (value === undefined) this.fault(column, FAULT_OF[column] ?? 'import.word-unknown', {});
    return value as T | undefined;
  }

  /** As `value`; an empty cell is a fault, unless the reader of the file has noted one for it. */
  required<T>(column: Column): T | undefined {
    const header = this.headers.get(column);
    const noted = this.faults.some((fault) => fault.column === header);
    if (!this.isFilled(column) && !noted) this.fault(column, 'import.cell-missing', {});
    return this.value<T>(column);
  }

  private textOf(column: Column): string {
    const header = this.headers.get(column);
    return header === undefined ? '' : (this.source.cells.get(header)?.trim() ?? '');
  }
}

interface Identity extends Omit<BrokenRow, 'line'> {
  readonly step?: string;
  readonly decisionNumber?: string;
  readonly decisionOn?: Day;
}

const identityOf = (cells: CellReader): Identity => ({
  kind: cells.required<SubjectKind>('kind'),
  number: cells.required<string>('number'),
  officeId: cells.required<number>('office'),
  registerOfficeId: cells.value<number>('registerOffice'),
  step: cells.required<string>('step'),
  occurredOn: cells.required<Day>('occurredOn'),
  decisionNumber: cells.value<string>('decisionNumber'),
  decisionOn: cells.value<Day>('decisionOn'),
});

type WholeIdentity = Identity & Pick<RegisterRow, 'kind' | 'number' | 'officeId' | 'step' | 'occurredOn'>;

const isWhole = (identity: Identity): identity is WholeIdentity =>
  [identity.kind, identity.number, identity.officeId, identity.step, identity.occurredOn].every(
    (value) => value !== undefined,
  );

const statedOf = (kind: SubjectKind, step: string, cells: CellReader, on?: Day): Stated => {
  if (!fieldsOf(kind, step)) {
    cells.fault('step', 'import.step-of-other-kind', { command: step });
    return {};
  }
  const allowed = columnsOf(kind, step);
  const stated: Partial<Record<Column, unknown>> = {};
  for (const column of STATED) {
    if (!cells.isFilled(column)) continue;
    if (allowed.has(column)) stated[column] = cells.value(column, on);
    else cells.fault(column, 'import.column-unused', { command: step });
  }
  return stated as Stated;
};
