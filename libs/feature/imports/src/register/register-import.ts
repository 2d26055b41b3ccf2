import type { Tx } from '#libs/platform/database';
import type { TableLimits, TableSource } from '#libs/platform/spreadsheet';
import type { FaultyRow } from '../import-fault.js';

/** What is to be imported, by whom, and how much of it the importing person may speak for. */
export interface RegisterImport {
  readonly source: TableSource;
  readonly limits?: Partial<TableLimits>;
  /** Judge everything, record nothing. */
  readonly dryRun: boolean;
  /** The account under which the steps are recorded. */
  readonly recordedBy: string;
  /** Offices of the importing person; absent for the operator at the command line. */
  readonly scope?: ReadonlySet<number>;
  /** Told every now and then how far the import has come. */
  readonly progress?: (counts: ImportCounts) => Promise<void>;
  /** Called last in a transaction that is to be stored. */
  readonly conclude?: (tx: Tx, result: ImportResult) => Promise<void>;
}

/** rows = recorded + waiting + alreadyThere + refused. */
export interface ImportCounts {
  readonly rows: number;
  readonly recorded: number;
  /** Sound rows that were not recorded: a dry run, or another row of the file is faulty. */
  readonly waiting: number;
  readonly alreadyThere: number;
  readonly refused: number;
}

/** What an import came to. `applied` when everything was recorded; otherwise nothing was. */
export interface ImportResult extends ImportCounts {
  readonly applied: boolean;
  readonly headers: readonly string[];
  /** Files that were opened or grew. */
  readonly files: number;
  readonly events: number;
  /** The faulty rows by line, at most `MOST_FAULTY_ROWS`; `refused` counts them all. */
  readonly faults: readonly FaultyRow[];
}

/** Faulty rows that are described one by one; a file that has more is wrong in one way throughout. */
export const MOST_FAULTY_ROWS = 100_000;

/** Rows and bytes of a register: a country's year and more. */
export const REGISTER_LIMITS: Partial<TableLimits> = {
  maxRows: 5_000_000,
  maxFileBytes: 1024 * 1024 * 1024,
  maxTotalBytes: 2048 * 1024 * 1024,
  maxEntryBytes: 2048 * 1024 * 1024,
  maxSilenceSeconds: 600,
};
