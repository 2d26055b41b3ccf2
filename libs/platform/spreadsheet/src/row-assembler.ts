import { CellFault, type CellContent } from './cell-content.js';
import { fileRefusal } from './file-refusal.js';
import { type ReaderChannel, ROWS_PER_MESSAGE } from './reader-protocol.js';
import { type RowFault, type TableFormat, type TableLimits, columnLetters } from './table.js';

interface Batch {
  readonly lines: number[];
  readonly values: string[];
  readonly faults: { row: number; fault: RowFault }[];
}

const newBatch = (): Batch => ({ lines: [], values: [], faults: [] });
const isBlank = (cell: CellContent | undefined): boolean => cell === undefined || cell === '';

/** Turns raw rows into a header and batches of equally wide rows, the same way for every format. */
export class RowAssembler {
  private headers: readonly string[] | undefined;
  private headerIsSent = false;
  private batch = newBatch();
  private rows = 0;

  constructor(
    private readonly format: TableFormat,
    private readonly limits: TableLimits,
    private readonly channel: ReaderChannel,
  ) {}

  /**
   * Takes one row; the first with content is the header, rows without content are passed over.
   * @throws DomainError `file.header_*`, `file.too_many_columns`, `file.too_many_rows`.
   */
  accept(line: number, cells: readonly CellContent[]): void {
    const width = contentWidth(cells);
    if (width === 0) return;
    if (width > this.limits.maxColumns) {
      throw fileRefusal('file.too_many_columns', { line, limit: this.limits.maxColumns });
    }
    if (!this.headers) this.headers = readHeaders(cells.slice(0, width));
    else this.acceptRow(line, cells, width, this.headers);
  }

  /** Hands over what is complete; waits while the other side is behind. */
  async drain(): Promise<void> {
    if (this.headers && !this.headerIsSent) {
      this.headerIsSent = true;
      await this.channel.send({ kind: 'header', format: this.format, headers: this.headers });
    }
    if (this.batch.lines.length >= ROWS_PER_MESSAGE) await this.sendBatch();
  }

  /** @throws DomainError `file.empty` without a header, `file.no_rows` without a row below it. */
  async finish(): Promise<void> {
    if (!this.headers) throw fileRefusal('file.empty');
    if (this.rows === 0) throw fileRefusal('file.no_rows');
    await this.drain();
    if (this.batch.lines.length > 0) await this.sendBatch();
    await this.channel.send({ kind: 'end' });
  }

  private async sendBatch(): Promise<void> {
    const full = this.batch;
    this.batch = newBatch();
    await this.channel.send({ kind: 'rows', ...full });
  }

  private acceptRow(line: number, cells: readonly CellContent[], width: number, headers: readonly string[]): void {
    this.rows += 1;
    if (this.rows > this.limits.maxRows) throw fileRefusal('file.too_many_rows', { limit: this.limits.maxRows });
    const { lines, values, faults } = this.batch;
    const row = lines.length;
    lines.push(line);
    for (let column = 0; column < headers.length; column += 1) {
      const cell = cells[column] ?? '';
      values.push(cell instanceof CellFault ? '' : cell);
      if (cell instanceof CellFault) {
        faults.push({ row, fault: { code: cell.code, column: columnLetters(column), header: headers[column] } });
      }
    }
    // A workbook leaves empty cells out; in a CSV a missing cell means that the row lost its shape.
    const isShort = this.format === 'csv' && cells.length < headers.length;
    if (isShort || width > headers.length) {
      const found = isShort ? cells.length : width;
      faults.push({ row, fault: { code: 'row.ragged', expected: headers.length, found } });
    }
  }
}

/** Cells up to the last that is not blank: programs write empty cells far to the right of a table. */
function contentWidth(cells: readonly CellContent[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width -= 1;
  return width;
}

function readHeaders(cells: readonly CellContent[]): readonly string[] {
  const columnOf = new Map<string, string>();
  cells.forEach((cell, index) => {
    const column = columnLetters(index);
    if (cell instanceof CellFault) throw fileRefusal('file.header_fault', { column, fault: cell.code });
    const header = cell.trim().split(/\s+/).join(' ');
    if (header === '') throw fileRefusal('file.header_blank', { column });
    const first = columnOf.get(header);
    if (first) throw fileRefusal('file.header_duplicate', { column, first });
    columnOf.set(header, column);
  });
  return [...columnOf.keys()];
}
