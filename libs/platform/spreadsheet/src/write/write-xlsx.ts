import { Readable } from 'node:stream';
import { withFormulaGuard } from '../formula-guard.js';
import { columnLetters } from '../table.js';
import { encodeEscapes } from '../xlsx/escaped-text.js';
import { printableText } from './printable-text.js';
import type { TextRows } from './text-rows.js';
import {
  GUARDED_STYLE,
  HEADER_STYLE,
  TEXT_STYLE,
  contentTypes,
  rootRelations,
  styles,
  workbook,
  workbookRelations,
} from './workbook-parts.js';
import { zipBytes, type ZipPart } from './zip-writer.js';

/** A sheet of text. The first row is the header: bold, and kept in sight while the rest moves. */
export interface TextSheet {
  /** 1-31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly rows: TextRows;
  /** Width of each column in characters; columns without one keep the program's own. */
  readonly widths?: readonly number[];
}

const NAME = /^[^[\]:*?/\\']{1,31}$/;
const LAST_ROW = 1_048_576;
const LONGEST_CELL = 32_767;
const PIECE_CHARACTERS = 64 * 1024;
const XML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Writes a workbook of text sheets. Every cell is text and stays text when somebody edits it (format `@`, and a quote
 * prefix where the text looks like a formula): leading zeros survive and nothing is ever calculated.
 * @returns the bytes as a stream, made as they are asked for; the same rows give the same bytes.
 * @throws RangeError on a sheet name that a spreadsheet program would not take; through the stream, on more rows or a
 * longer cell than a workbook can hold.
 */
export function writeXlsx(sheets: readonly TextSheet[]): Readable {
  const names = sheets.map(({ name }) => name);
  if (names.length === 0 || new Set(names).size < names.length || !names.every((name) => NAME.test(name))) {
    throw new RangeError('sheet names must be present, different and allowed');
  }
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', text: [rootRelations()] },
    { name: 'xl/workbook.xml', text: [workbook(names.map(xmlText))] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length)] },
    { name: 'xl/styles.xml', text: [styles()] },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(sheet) })),
  ];
  return Readable.from(zipBytes(parts), { objectMode: false });
}

async function* sheetXml({ rows, widths = [] }: TextSheet): AsyncGenerator<string> {
  let piece = sheetStart(widths);
  let line = 0;
  for await (const row of rows) {
    line += 1;
    if (line > LAST_ROW) throw new RangeError(`a sheet holds ${LAST_ROW} rows`);
    piece += rowXml(line, row);
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${TEXT_STYLE}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

function rowXml(line: number, row: readonly string[]): string {
  const styleOf = (cell: string): number => {
    if (line === 1) return HEADER_STYLE;
    return withFormulaGuard(cell) === cell ? TEXT_STYLE : GUARDED_STYLE;
  };
  let cells = '';
  row.forEach((cell, index) => {
    if (cell === '') return;
    const column = columnLetters(index);
    if (cell.length > LONGEST_CELL)
      throw new RangeError(`cell ${column}${line} is longer than ${LONGEST_CELL} characters`);
    const text = xmlText(encodeEscapes(printableText(cell)));
    const space = text.trim() === text ? '' : ' xml:space="preserve"';
    cells += `<c r="${column}${line}" s="${styleOf(cell)}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
  });
  return cells === '' ? '' : `<row r="${line}">${cells}</row>`;
}

function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => XML_ENTITIES[character] ?? character);
}
