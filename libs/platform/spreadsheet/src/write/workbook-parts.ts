const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const repeat = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index + 1)).join('');

/** @param sheets how many. @returns what kind each part is. */
export function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  return [
    `${XML}<Types xmlns="${CONTENT_TYPES}">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    repeat(sheets, (number) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

/** @returns where the workbook lies. */
export function rootRelations(): string {
  const relation = `<Relationship Id="rId1" Type="${DOCUMENT_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${relation}</Relationships>`;
}

/** @param names of the sheets, already safe in XML. */
export function workbook(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const namespaces = `xmlns="${MAIN}" xmlns:r="${DOCUMENT_RELATIONS}"`;
  return `${XML}<workbook ${namespaces}><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** @param sheets how many. @returns where the sheets and the styles lie. */
export function workbookRelations(sheets: number): string {
  const relation = (number: number, type: string, target: string): string =>
    `<Relationship Id="rId${number}" Type="${DOCUMENT_RELATIONS}/${type}" Target="${target}"/>`;
  return [
    `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">`,
    repeat(sheets, (number) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)),
    relation(sheets + 1, 'styles', 'styles.xml'),
    '</Relationships>',
  ].join('');
}

/** Cell styles of the workbooks written here; 0 is the program's own. */
export const TEXT_STYLE = 1;
export const HEADER_STYLE = 2;
export const GUARDED_STYLE = 3;

/** @returns the cell styles; 49 is the built-in format `@`, text. */
export function styles(): string {
  const textCell = (font: number, more = ''): string =>
    `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${more}/>`;
  return [
    `${XML}<styleSheet xmlns="${MAIN}">`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `${textCell(0)}${textCell(1)}${textCell(0, ' quotePrefix="1"')}</cellXfs>`,
    '</styleSheet>',
  ].join('');
}
