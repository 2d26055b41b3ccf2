import type { PartHandler, XmlAttributes } from './xml-part.js';

/** What a number in a cell means by the cell's format. */
export type NumberKind = 'plain' | 'date' | 'time';

/** Formats that every spreadsheet program knows without a definition (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
];
const BUILT_IN_TIMES: readonly (readonly [number, number])[] = [
  [18, 21],
  [32, 33],
  [45, 47],
];

/** Reads the styles part: for each cell style (attribute `s` of a cell) what its numbers mean. */
export class StylesHandler implements PartHandler {
  readonly kinds: NumberKind[] = [];
  private readonly custom = new Map<string, NumberKind>();
  private inCellFormats = false;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'cellXfs') this.inCellFormats = true;
    else if (name === 'numFmt' && attributes.numFmtId && attributes.formatCode !== undefined) {
      this.custom.set(attributes.numFmtId, kindOfFormat(attributes.formatCode));
    } else if (name === 'xf' && this.inCellFormats) {
      const id = attributes.numFmtId ?? '0';
      this.kinds.push(this.custom.get(id) ?? kindOfBuiltIn(Number(id)));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellFormats = false;
  }
}

function kindOfBuiltIn(id: number): NumberKind {
  const isIn = (ranges: readonly (readonly [number, number])[]): boolean =>
    ranges.some(([from, to]) => from <= id && id <= to);
  if (isIn(BUILT_IN_DATES)) return 'date';
  return isIn(BUILT_IN_TIMES) ? 'time' : 'plain';
}

/** @param code a format such as `dd/mm/yyyy;@`. @returns date when it shows a day, month or year, time when only hours, minutes, seconds. */
export function kindOfFormat(code: string): NumberKind {
  const letters = formatLetters(code);
  if (letters.includes('general')) return 'plain';
  const showsTime = /[hs]/.test(letters);
  if (/[yd]/.test(letters) || (letters.includes('m') && !showsTime)) return 'date';
  return showsTime ? 'time' : 'plain';
}

const ELAPSED = /^(?:h+|m+|s+)$/;

/** The first section of a format in lower case, without quoted text, escaped characters, colours and locales. */
function formatLetters(code: string): string {
  let letters = '';
  for (let at = 0; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (character === ';') break;
    if (character === '"') at = endOf(code, '"', at);
    else if (character === '[') {
      const end = endOf(code, ']', at);
      const inside = code.slice(at + 1, end).toLowerCase();
      if (ELAPSED.test(inside)) letters += 's';
      at = end;
    } else if (character === '\\' || character === '_' || character === '*') at += 1;
    else letters += character.toLowerCase();
  }
  return letters;
}

function endOf(code: string, closing: string, from: number): number {
  const end = code.indexOf(closing, from + 1);
  return end === -1 ? code.length : end;
}
