import type { ForgedEntry } from './zip-forge.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Parts of a workbook by name; a value of `undefined` leaves the part out. */
export type Parts = Readonly<Record<string, string | undefined>>;

export const SHEET = 'xl/worksheets/sheet1.xml';
export const STRINGS = 'xl/sharedStrings.xml';

/** @param rows the `<row>` elements. @returns a sheet. */
export const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

/** @param cells inner XML of `<c>` elements. @returns a row of them in columns A, B, ... */
export const row = (line: number, ...cells: readonly string[]): string => `<row r="${line}">${cells.join('')}</row>`;

/** @returns a cell with an inline string. */
export const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** @returns a small sound workbook of one sheet, with the given parts in the place of its own. */
export function workbookEntries(parts: Parts = {}): ForgedEntry[] {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string => `<Relationships>${inner}</Relationships>`;
  const all: Parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml') +
        relation(2, 'worksheet', 'worksheets/sheet2.xml') +
        relation(3, 'sharedStrings', 'sharedStrings.xml') +
        relation(4, 'styles', 'styles.xml'),
    ),
    [SHEET]: sheetXml(row(1, inline('a'), inline('b')) + row(2, inline('1'), inline('2'))),
    ...parts,
  };
  return Object.entries(all).flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}
