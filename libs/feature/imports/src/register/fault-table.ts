import { type TableSource, readTable } from '#libs/platform/spreadsheet';
import type { FaultyRow } from '../import-fault.js';
import { sentenceOfFault } from '../imports.messages.js';
import { FAULT_HEADERS } from './columns.js';
import { REGISTER_LIMITS } from './register-import.js';

/** A faulty row with its cells as they stand in the file. */
export interface ReturnedRow extends FaultyRow {
  readonly cells: readonly string[];
}

/**
 * Reads the cells of the faulty rows out of the file again: they are kept nowhere else.
 * @param headers of the file; columns that an earlier file of faulty rows added are left out.
 */
export async function* returnedRows(source: TableSource, faulty: readonly FaultyRow[]): AsyncGenerator<ReturnedRow> {
  const byLine = new Map(faulty.map((row) => [row.line, row]));
  if (byLine.size === 0) return;
  for await (const { line, cells } of readTable(source, REGISTER_LIMITS)) {
    const row = byLine.get(line);
    if (row) yield { ...row, cells: [...cells].filter(([header]) => !isOurs(header)).map(([, cell]) => cell) };
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

const isOurs = (header: string): boolean => FAULT_HEADERS.some((ours) => ours === header);
