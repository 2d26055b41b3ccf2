import { existsSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '#libs/domain/kernel';
import { type TableSource, openTable, readTable } from '#libs/platform/spreadsheet';
import { REGISTER_LIMITS } from '../register/register-import.js';
import { type DocketEvent, EventReader, type RefusedRow, isRefused } from './docket-event.js';
import type { DocketProfile } from './profile.js';

/** The events of one file of the log, with what the file says of itself. */
export interface DocketMatter {
  readonly number: string;
  readonly agency: string;
  readonly offence: string;
  readonly events: DocketEvent[];
}

/** A log as read: its matters, and the rows that are no events. */
export interface DocketReading {
  readonly headers: readonly string[];
  readonly rows: number;
  readonly matters: readonly DocketMatter[];
  readonly refused: readonly RefusedRow[];
}

type Cells = ReadonlyMap<string, string>;

/**
 * Reads an event log by its profile.
 * @throws DomainError `file.*`; `import.profile-columns` (malformed) naming the columns that the log lacks;
 *   `import.profile-join` when a file that must be joined is absent.
 */
export async function readDocket(source: TableSource, profile: DocketProfile): Promise<DocketReading> {
  const joined = await readJoined(source, profile);
  const table = await openTable(source, REGISTER_LIMITS);
  requireColumns(profile, [...table.headers, ...joined.headers]);
  const reader = new EventReader(profile);
  const matters = new Map<string, DocketMatter>();
  const refused: RefusedRow[] = [];
  let rows = 0;
  for await (const { line, cells } of table) {
    rows += 1;
    const extra = joined.find(cells);
    const all: Cells = extra ? new Map([...extra, ...cells]) : cells;
    const read = reader.read(line, all);
    if (isRefused(read)) refused.push(read);
    else matterFor(matters, profile, all).events.push(read);
  }
  return { headers: table.headers, rows, matters: [...matters.values()], refused };
}

const matterFor = (matters: Map<string, DocketMatter>, profile: DocketProfile, cells: Cells): DocketMatter => {
  const { columns, filePer, numberPrefix } = profile;
  const cell = (column: string | undefined): string => (column === undefined ? '' : (cells.get(column)?.trim() ?? ''));
  const own = filePer === 'defendant' ? `/${cell(columns.defendant) || '1'}` : '';
  const number = `${numberPrefix}${cell(columns.case)}${own}`;
  const known = matters.get(number);
  if (known) return known;
  const matter = { number, agency: cell(columns.agency), offence: cell(columns.offence), events: [] };
  matters.set(number, matter);
  return matter;
};

interface Joined {
  readonly headers: readonly string[];
  readonly find: (cells: Cells) => Cells | undefined;
}

const NOTHING: Joined = { headers: [], find: () => undefined };

/** The second file is small beside the events: one row for each matter. */
async function readJoined(source: TableSource, { join }: DocketProfile): Promise<Joined> {
  if (!join) return NOTHING;
  const beside = { path: path.join(path.dirname(source.path), join.file), fileName: join.file };
  const keyOf = (cells: Cells): string => join.by.map((column) => cells.get(column) ?? '').join('\u0000');
  const rows = new Map<string, Cells>();
  if (!existsSync(beside.path)) {
    if (join.optional) return NOTHING;
    throw new DomainError('import.profile-join', 'malformed', { file: join.file });
  }
  for await (const { cells } of readTable(beside, REGISTER_LIMITS)) rows.set(keyOf(cells), cells);
  const headers = [...(rows.values().next().value?.keys() ?? [])];
  return { headers, find: (cells) => rows.get(keyOf(cells)) };
}

const requireColumns = (profile: DocketProfile, headers: readonly string[]): void => {
  const { case: caseColumn, stage, date, defendant, result } = profile.columns;
  const needed = [caseColumn, stage, date, defendant, result].filter((column) => column !== undefined);
  const missing = needed.filter((column) => !headers.includes(column));
  if (missing.length > 0) throw new DomainError('import.profile-columns', 'malformed', { columns: missing });
};
