import { foldName } from '#libs/domain/jurisdiction';
import { type TableSource, openTable } from '#libs/platform/spreadsheet';
import type { FaultyRow } from '../import-fault.js';
import { sentenceOfFault } from '../imports.messages.js';
import { FAULT_HEADERS } from './columns.js';
import { REGISTER_LIMITS } from './register-import.js';

const HEADER_LINE = 1;

/** A faulty row with its cells as they stand in the file. */
export interface ReturnedRow extends FaultyRow {
  readonly cells: readonly string[];
}

/**
 * Reads the cells of the faulty rows out of the file again: they are kept nowhere else. Columns that an earlier file of
 * faulty rows added are left out. A faulty header comes as a row of empty cells: what it says stands above it already.
 */
export async function* returnedRows(source: TableSource, faulty: readonly FaultyRow[]): AsyncGenerator<ReturnedRow> {
  const byLine = new Map(faulty.map((row) => [row.line, row]));
  if (byLine.size === 0) return;
  const table = await openTable(source, REGISTER_LIMITS);
  try {
    const header = byLine.get(HEADER_LINE);
    if (header) yield { ...header, cells: table.headers.filter((one) => !isOurs(one)).map(() => '') };
    for await (const { line, cells } of table) {
      const row = byLine.get(line);
      if (row) yield { ...row, cells: [...cells].filter(([one]) => !isOurs(one)).map(([, cell]) => cell) };
    }
  } finally {
    await table.close();
  }
}

/** @returns the faulty rows as a table to be corrected and imported again: the original columns, then what is wrong. */
export async function* faultTable(
  headers: readonly string[],
  rows: AsyncIterable<ReturnedRow> | Iterable<ReturnedRow>,
): AsyncGenerator<readonly string[]> {
  yield [...headers.filter((header) => !isOurs(header)), ...FAULT_HEADERS];
  for await (const { cells, faults } of rows) {
    const texts = (['vi', 'en'] as const).map((language) =>
      faults.map((fault) => sentenceOfFault(fault, language)).join(' | '),
    );
    yield [...cells, ...texts];
  }
}

const OURS = new Set(FAULT_HEADERS.map(foldName));
const isOurs = (header: string): boolean => OURS.has(foldName(header));
