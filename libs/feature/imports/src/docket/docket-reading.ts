import { existsSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '#libs/domain/kernel';
import { type TableSource, openTable, readTable } from '#libs/platform/spreadsheet';
import { REGISTER_LIMITS } from '../register/register-import.js';
import { EventReader, type RefusedRow, isRefused } from './docket-event.js';
import { type DocketMatter, MatterCollection } from './matter-collection.js';
import type { DocketProfile } from './profile.js';

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
  try {
    requireColumns(profile, table.headers, joined);
    const reader = new EventReader(profile);
    const matters = new MatterCollection(profile);
    const refused: RefusedRow[] = [];
    let rows = 0;
    for await (const row of table) {
      rows += 1;
      const extra = joined?.find(row.cells);
      const cells: Cells = extra ? new Map([...extra, ...row.cells]) : row.cells;
      const read = reader.read({ ...row, cells });
      if (isRefused(read)) refused.push(read);
      else matters.add(read, cells);
    }
    refused.push(...matters.refuseWithoutPerson());
    return { headers: table.headers, rows, matters: matters.list(), refused };
  } finally {
    await table.close();
  }
}

interface Joined {
  readonly headers: readonly string[];
  readonly find: (cells: Cells) => Cells | undefined;
}

/** The second file is small beside the events: one row for each matter. @returns `undefined` when there is none. */
async function readJoined(source: TableSource, { join }: DocketProfile): Promise<Joined | undefined> {
  if (!join) return undefined;
  const beside = { path: path.join(path.dirname(source.path), join.file), fileName: join.file };
  const keyOf = (cells: Cells): string => join.by.map((column) => cells.get(column) ?? '').join('\u0000');
  const rows = new Map<string, Cells>();
  if (!existsSync(beside.path)) {
    if (join.optional) return undefined;
    throw new DomainError('import.profile-join', 'malformed', { file: join.file });
  }
  for await (const { cells } of readTable(beside, REGISTER_LIMITS)) rows.set(keyOf(cells), cells);
  const headers = [...(rows.values().next().value?.keys() ?? [])];
  return { headers, find: (cells) => rows.get(keyOf(cells)) };
}

/** Agency and offence may stand in a file that is joined, and go without where that file may be absent and is. */
const requireColumns = (profile: DocketProfile, own: readonly string[], joined: Joined | undefined): void => {
  const { agency, offence, ...always } = profile.columns;
  const needed = profile.join && !joined ? Object.values(always) : [...Object.values(always), agency, offence];
  const headers = new Set([...own, ...(joined?.headers ?? [])]);
  const missing = needed.filter((column): column is string => column !== undefined && !headers.has(column));
  if (missing.length > 0) throw new DomainError('import.profile-columns', 'malformed', { columns: missing });
};
