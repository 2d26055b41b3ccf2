import { isDay } from '#libs/domain/kernel';
import { CellFault, type CellContent, cleanText } from '../cell-content.js';
import { fileRefusal } from '../file-refusal.js';
import type { TableLimits } from '../table.js';
import { decodeEscapes } from './escaped-text.js';
import type { NumberText } from './number-text.js';
import { RichText } from './rich-text.js';
import type { NumberKind } from './styles.js';
import type { PartHandler, XmlAttributes } from './xml-part.js';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly CellContent[];
  readonly kinds: readonly NumberKind[];
  readonly numbers: NumberText;
  readonly limits: TableLimits;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const ROW_NUMBER = /^\d{1,7}$/;
const INDEX = /^\d{1,9}$/;
const ERROR_VALUE = new CellFault('cell.error_value');
const FORMULA_WITHOUT_VALUE = new CellFault('cell.formula_without_value');
const DATE_INVALID = new CellFault('cell.date_invalid');

/** Reads the rows of one sheet in the order of the file and hands each on as soon as it ends. */
export class SheetHandler implements PartHandler {
  private inRows = false;
  private inRow = false;
  private inCell = false;
  private line = 0;
  private column = -1;
  private cells: CellContent[] = [];

  private type = 'n';
  private style = 0;
  private value = '';
  private inValue = false;
  private hasValue = false;
  private hasFormula = false;
  private inInline = false;
  private readonly inline = new RichText();

  constructor(
    private readonly context: SheetContext,
    private readonly takeRow: (line: number, cells: readonly CellContent[]) => void,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.inCell) this.openInCell(name);
    else if (!this.inRows) this.inRows = name === 'sheetData';
    else if (name === 'c') this.startCell(attributes);
    else if (name === 'row') this.startRow(attributes.r);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else if (this.inInline) this.inline.add(text);
  }

  close(name: string): void {
    if (this.inCell) this.closeInCell(name);
    else if (name === 'row') this.endRow();
    else if (name === 'sheetData') this.inRows = false;
  }

  private startRow(number: string | undefined): void {
    const line = number === undefined ? this.line + 1 : ROW_NUMBER.test(number) ? Number(number) : 0;
    if (this.inRow || line <= this.line || line > LAST_ROW) throw this.malformed();
    this.line = line;
    this.inRow = true;
    this.column = -1;
    this.cells = [];
  }

  private endRow(): void {
    this.inRow = false;
    if (this.cells.length > 0) this.takeRow(this.line, this.cells);
  }

  private startCell({ r, t, s }: XmlAttributes): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (!this.inRow || column <= this.column || column >= LAST_COLUMN) throw this.malformed();
    this.column = column;
    this.inCell = true;
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.value = '';
    this.hasValue = false;
    this.hasFormula = false;
  }

  private openInCell(name: string): void {
    if (name === 'v') {
      this.inValue = true;
      this.hasValue = true;
    } else if (name === 'f') this.hasFormula = true;
    else if (name === 'is') {
      this.inInline = true;
      this.inline.start();
    } else if (this.inInline) this.inline.open(name);
  }

  private closeInCell(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.endCell();
    else if (name === 'is') {
      this.inInline = false;
      this.value = this.inline.take();
      this.hasValue = true;
    } else if (this.inInline) this.inline.close(name);
  }

  private endCell(): void {
    this.inCell = false;
    const content = this.content();
    if (content === '') return;
    const { maxColumns } = this.context.limits;
    if (this.column >= maxColumns) throw fileRefusal('file.too_many_columns', { line: this.line, limit: maxColumns });
    while (this.cells.length < this.column) this.cells.push('');
    this.cells.push(content);
  }

  private content(): CellContent {
    if (this.type === 'e') return ERROR_VALUE;
    if (!this.hasValue) return this.hasFormula ? FORMULA_WITHOUT_VALUE : '';
    switch (this.type) {
      case 's':
        return this.sharedString();
      case 'n':
        return this.number();
      case 'b':
        return this.value.trim() === '1' || this.value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return isoDay(this.value);
      case 'str':
      case 'inlineStr':
        return cleanText(decodeEscapes(this.value), this.context.limits.maxCellCharacters);
      default:
        throw this.malformed();
    }
  }

  private number(): CellContent {
    const raw = this.value.trim();
    if (raw === '') return this.hasFormula ? FORMULA_WITHOUT_VALUE : '';
    return this.context.numbers.read(raw, this.context.kinds[this.style] ?? 'plain');
  }

  private sharedString(): CellContent {
    const index = this.value.trim();
    const content = INDEX.test(index) ? this.context.strings[Number(index)] : undefined;
    if (content === undefined) throw this.malformed();
    return content;
  }

  private malformed(): Error {
    return fileRefusal('file.sheet_malformed', { line: this.line });
  }
}

/** @param reference of a cell, such as `AB12`. @returns its 0-based column, or a number beyond every sheet. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) return at === 0 ? LAST_COLUMN : column - 1;
    column = column * 26 + letter;
  }
  return LAST_COLUMN;
}

/** Dates that strict workbooks write in ISO 8601; the time is left out. */
function isoDay(value: string): CellContent {
  const text = value.trim();
  const date = text.slice(0, 10);
  return isDay(date) && (text.length === 10 || text.charAt(10) === 'T') ? date : DATE_INVALID;
}
