import { Readable } from 'node:stream';
import { withFormulaGuard } from '../formula-guard.js';
import { printableText } from './printable-text.js';
import type { TextRows } from './text-rows.js';

const BYTE_ORDER_MARK = '\ufeff';
const PIECE_CHARACTERS = 64 * 1024;

/**
 * Writes a CSV that Excel opens with Vietnamese letters intact: UTF-8 with byte order mark, CRLF, quotes by RFC 4180.
 * A cell that a spreadsheet program would calculate gets an apostrophe in front; reading takes it off again.
 * @param rows the header first.
 * @returns the bytes as a stream, made as they are asked for.
 */
export function writeCsv(rows: TextRows, separator: ',' | ';' | '\t' = ','): Readable {
  return Readable.from(csvPieces(rows, separator), { objectMode: false });
}

async function* csvPieces(rows: TextRows, separator: string): AsyncGenerator<Buffer> {
  let piece = BYTE_ORDER_MARK;
  for await (const row of rows) {
    const line = row.map((cell) => quoted(withFormulaGuard(printableText(cell)), separator)).join(separator);
    piece += `${line === '' ? '""' : line}\r\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

function quoted(cell: string, separator: string): string {
  const isPlain = !cell.includes('"') && !cell.includes(separator) && !cell.includes('\n') && !cell.includes('\r');
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
