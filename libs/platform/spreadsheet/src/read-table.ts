import type { HeaderMessage, RowsMessage } from './reader-protocol.js';
import { ReaderThread } from './reader-thread.js';
import {
  DEFAULT_TABLE_LIMITS,
  type RowFault,
  type TableFormat,
  type TableLimits,
  type TableRow,
  type TableSource,
} from './table.js';

const NO_FAULTS: readonly RowFault[] = [];

/** An open foreign table: the header is known, the rows can be gone through once. Unread tables must be closed. */
export class Table implements AsyncIterable<TableRow> {
  readonly format: TableFormat;
  readonly headers: readonly string[];

  constructor(
    header: HeaderMessage,
    private readonly thread: ReaderThread,
  ) {
    this.format = header.format;
    this.headers = header.headers;
  }

  /**
   * Goes through the rows in the order of the file; a slow taker slows the reading.
   * @throws DomainError `file.*` also after rows were given: only a table read to its end is whole.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<TableRow> {
    try {
      for (;;) {
        const message = await this.thread.next();
        if (message.kind !== 'rows') return;
        yield* rowsOf(message, this.headers);
        this.thread.askForMore();
      }
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    await this.thread.stop();
  }
}

/**
 * Opens a CSV or XLSX file from outside, in a thread of its own.
 * @param limits replaces single limits of `DEFAULT_TABLE_LIMITS`.
 * @throws DomainError kind malformed, code `file.*`, facts without content of the file.
 */
export async function openTable(source: TableSource, limits: Partial<TableLimits> = {}): Promise<Table> {
  const { path, fileName, sheet } = source;
  const thread = new ReaderThread({
    source: { path, fileName, sheet },
    limits: { ...DEFAULT_TABLE_LIMITS, ...limits },
  });
  try {
    const header = await thread.next();
    if (header.kind !== 'header') throw new Error(`the reader began with ${header.kind}`);
    return new Table(header, thread);
  } catch (error) {
    await thread.stop();
    throw error;
  }
}

/** Reads a CSV or XLSX file from outside row by row; as `openTable`, for those who do not ask for the header first. */
export async function* readTable(source: TableSource, limits: Partial<TableLimits> = {}): AsyncGenerator<TableRow> {
  yield* await openTable(source, limits);
}

/** @returns the rows of one batch. */
export function* rowsOf({ lines, values, faults }: RowsMessage, headers: readonly string[]): Generator<TableRow> {
  const faultsOf = new Map<number, RowFault[]>();
  for (const { row, fault } of faults) faultsOf.set(row, [...(faultsOf.get(row) ?? []), fault]);
  let next = 0;
  for (const [row, line] of lines.entries()) {
    const cells = new Map<string, string>();
    for (const header of headers) cells.set(header, values[next++] ?? '');
    yield { line, cells, faults: faultsOf.get(row) ?? NO_FAULTS };
  }
}
