import type { ErrorFacts } from '#libs/domain/kernel';
import type { FileRefusalCode } from './file-refusal.js';
import type { RowFault, TableFormat, TableLimits, TableSource } from './table.js';

/** What the reading thread is told at its start. */
export interface ReadRequest {
  readonly source: TableSource;
  readonly limits: TableLimits;
}

/** Rows cross the thread boundary in batches: one flat array of cells clones fastest. */
export interface RowsMessage {
  readonly kind: 'rows';
  readonly lines: readonly number[];
  /** `lines.length` × number of headers. */
  readonly values: readonly string[];
  /** `row` is an index into `lines`. */
  readonly faults: readonly { readonly row: number; readonly fault: RowFault }[];
}

export interface HeaderMessage {
  readonly kind: 'header';
  readonly format: TableFormat;
  readonly headers: readonly string[];
}

export type ReaderMessage =
  | HeaderMessage
  | RowsMessage
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly code: FileRefusalCode; readonly facts: ErrorFacts }
  | { readonly kind: 'failed'; readonly where: string };

/** Where the reader puts what it read. `send` resolves when there is room for more. */
export interface ReaderChannel {
  send(message: ReaderMessage): Promise<void>;
}

export const ROWS_PER_MESSAGE = 1_000;
/** Batches under way at once: enough that neither side waits for the other, few enough to bound memory. */
export const MESSAGES_UNDER_WAY = 4;
