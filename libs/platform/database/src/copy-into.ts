import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { OpenTransaction, type Tx } from './transaction.js';

/** Undefined and null are NULL; a Date is an instant; other objects are JSON. */
export type CopyValue = string | number | bigint | boolean | Date | Uint8Array | object | null | undefined;
export type CopyRow = readonly CopyValue[];

/** Larger pieces save little, smaller ones cost a message each. */
const PIECE_LENGTH = 65_536;
const NAME = /^[a-z_][a-z0-9_]*$/;
const TO_ESCAPE = /[\\\t\n\r]/;
const ESCAPED = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Writes many rows into a table by COPY, inside the transaction: the fastest way in, all or nothing. A table with row
 * security takes no COPY: its rows are laid down beside it and inserted from there.
 * @param rows values in the order of `columns`; taken as they are needed, never held together.
 * @returns how many rows were written.
 * @throws StatementFailed or DatabaseUnavailable (the whole is one statement for the time limit); what `rows` throws.
 * The transaction can only be given up then.
 */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<CopyRow> | Iterable<CopyRow>,
): Promise<number> {
  if (!(tx instanceof OpenTransaction)) throw new TypeError('copyInto needs the transaction of UnitOfWork');
  const [target, names] = [quoted(table), columns.map(quoted).join(', ')];
  const [security] = await tx.queryOften<{ active: boolean }>('select row_security_active($1::regclass) as active', [
    table,
  ]);
  if (!security?.active) return copyRows(tx, { table: target, names, rows, width: columns.length });
  const beside = quoted(`${table}_copied`);
  await tx.query(`create temp table ${beside} on commit drop as select ${names} from ${target} with no data`);
  const written = await copyRows(tx, { table: beside, names, rows, width: columns.length });
  await tx.query(`insert into ${target} (${names}) overriding system value select ${names} from ${beside}`);
  await tx.query(`drop table ${beside}`);
  return written;
}

interface Copying {
  readonly table: string;
  readonly names: string;
  readonly rows: AsyncIterable<CopyRow> | Iterable<CopyRow>;
  readonly width: number;
}

async function copyRows(tx: OpenTransaction, { table, names, rows, width }: Copying): Promise<number> {
  const statement = `copy ${table} (${names}) from stdin`;
  const source = new CopySource(rows, width);
  const written = await tx.use(async (client) => {
    const target = client.query(copyFrom(statement));
    try {
      await pipeline(source.pieces(), target);
    } catch (error) {
      if (!source.failure) throw error;
    }
    return target.rowCount;
  });
  if (source.failure) throw source.failure.error;
  return written;
}

function quoted(name: string): string {
  if (!NAME.test(name)) throw new TypeError(`not a name of a table or column: ${name}`);
  return `"${name}"`;
}

/** The rows in COPY's text format; remembers a failure of the rows apart from those of the connection. */
class CopySource {
  failure: { readonly error: unknown } | undefined;
  private piece = '';

  constructor(
    private readonly rows: AsyncIterable<CopyRow> | Iterable<CopyRow>,
    private readonly width: number,
  ) {}

  /** Rows at hand are taken without waiting between them: a turn of the event loop for each costs more than the row. */
  pieces(): Iterable<Buffer> | AsyncIterable<Buffer> {
    return Symbol.asyncIterator in this.rows ? this.piecesOfComing(this.rows) : this.piecesAtHand(this.rows);
  }

  private *piecesAtHand(rows: Iterable<CopyRow>): Generator<Buffer> {
    try {
      for (const row of rows) if (this.isFullWith(row)) yield this.cut();
      yield this.cut();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }

  private async *piecesOfComing(rows: AsyncIterable<CopyRow>): AsyncGenerator<Buffer> {
    try {
      for await (const row of rows) if (this.isFullWith(row)) yield this.cut();
      yield this.cut();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }

  private isFullWith(row: CopyRow): boolean {
    this.piece += this.lineOf(row);
    return this.piece.length >= PIECE_LENGTH;
  }

  private cut(): Buffer {
    const piece = Buffer.from(this.piece);
    this.piece = '';
    return piece;
  }

  private lineOf(row: CopyRow): string {
    if (row.length !== this.width) throw new TypeError(`a row of ${row.length} values for ${this.width} columns`);
    let line = '';
    for (const value of row) line += `${fieldOf(value)}\t`;
    return `${line.slice(0, -1)}\n`;
  }
}

/** One value in COPY's text format. */
function fieldOf(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return escaped(JSON.stringify(value));
}

const escaped = (text: string): string =>
  TO_ESCAPE.test(text) ? text.replace(ESCAPED, (character) => ESCAPES[character] ?? character) : text;
