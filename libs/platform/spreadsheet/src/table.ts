/** The file to read. `fileName` is the name under which the user sent it; only its extension is looked at. */
export interface TableSource {
  readonly path: string;
  readonly fileName: string;
  /** Sheet of a workbook by name; without it the first visible one. */
  readonly sheet?: string;
}

export type TableFormat = 'csv' | 'xlsx';

/** What may be wrong with one row while the rest of the file can be read. */
export const ROW_FAULT_CODES = [
  'cell.error_value',
  'cell.formula_without_value',
  'cell.too_long',
  'cell.control_character',
  'cell.number_invalid',
  'cell.date_invalid',
  'row.ragged',
] as const;
export type RowFaultCode = (typeof ROW_FAULT_CODES)[number];

/** A fault of a row: a cell (column letters as a spreadsheet shows them, and its header), or the whole row. Holds no content. */
export interface RowFault {
  readonly code: RowFaultCode;
  readonly column?: string;
  readonly header?: string;
  /** Of `row.ragged`: cells that the header promises, and cells found. */
  readonly expected?: number;
  readonly found?: number;
}

/**
 * One row. `line` is the row number that a spreadsheet program shows for it (the header counts). `cells` holds every
 * header; text is NFC, an absent or faulty cell is ''.
 */
export interface TableRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly faults: readonly RowFault[];
}

/** How much of a foreign file is accepted; sizes in bytes. */
export interface TableLimits {
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxTotalBytes: number;
  /** Inflated : compressed, for every part that is read. */
  readonly maxRatio: number;
  readonly maxSharedStringsBytes: number;
  /** Rows with content, header excluded. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** UTF-16 code units of one cell. */
  readonly maxCellCharacters: number;
  /** XML elements inside each other. */
  readonly maxDepth: number;
  /** Heap of the reading thread. */
  readonly maxMemoryMegabytes: number;
  /** Time without any sign of life from the reading thread. */
  readonly maxSilenceSeconds: number;
}

const MEGABYTE = 1024 * 1024;

/** Room for 200,000 rows of a register, and little more. 32,767 is the longest cell that Excel itself can hold. */
export const DEFAULT_TABLE_LIMITS: TableLimits = {
  maxFileBytes: 64 * MEGABYTE,
  maxEntries: 1_000,
  maxEntryBytes: 256 * MEGABYTE,
  maxTotalBytes: 512 * MEGABYTE,
  maxRatio: 100,
  maxSharedStringsBytes: 64 * MEGABYTE,
  maxRows: 200_000,
  maxColumns: 200,
  maxCellCharacters: 32_767,
  maxDepth: 64,
  maxMemoryMegabytes: 256,
  maxSilenceSeconds: 60,
};

/** @param index 0-based. @returns the letters of a column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
