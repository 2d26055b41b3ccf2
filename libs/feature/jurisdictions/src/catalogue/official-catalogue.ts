import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { type UnitType, spellingKey, tidyName, unitTypeOf } from '#libs/domain/jurisdiction';
import { type CatalogueFault, type CatalogueFaultCode } from './catalogue-fault.js';

/** A row of the catalogue that is sound by itself. */
export interface CatalogueUnit {
  readonly level: 'province' | 'commune';
  readonly code: string;
  /** Full name in NFC: `Phường Ba Đình`. */
  readonly name: string;
  readonly unitType: UnitType;
  /** Of a commune: the code of its province. */
  readonly provinceCode?: string;
  readonly file: string;
  readonly line: number;
}

export interface OfficialCatalogue {
  readonly units: readonly CatalogueUnit[];
  /** Every fault of both files, in their order; a single one forbids applying. */
  readonly faults: readonly CatalogueFault[];
}

/** Paths of two CSV files (UTF-8) with the columns code, full_name, unit_type and, for communes, province_code. */
export interface CatalogueFiles {
  readonly provinces: string;
  readonly communes: string;
}

interface Sheet {
  readonly file: string;
  readonly rows: readonly { readonly line: number; readonly cells: ReadonlyMap<string, string> }[];
  readonly faults: readonly CatalogueFault[];
}

const LARGEST = 16 * 1024 * 1024;
const CODE = { province: /^\d{2}$/, commune: /^\d{5}$/ };
const COLUMNS = {
  province: ['code', 'full_name', 'unit_type'],
  commune: ['code', 'full_name', 'unit_type', 'province_code'],
};
const UNIT_TYPES: ReadonlyMap<string, UnitType> = new Map([
  ['tỉnh', 'province'],
  ['thành phố trực thuộc trung ương', 'municipality'],
  ['phường', 'ward'],
  ['xã', 'commune'],
  ['đặc khu', 'special-zone'],
  ['đặc khu tại hải đảo', 'special-zone'],
]);

type Fault = (line: number, code: CatalogueFaultCode, facts?: CatalogueFault['facts']) => CatalogueFault;
const faultIn =
  (file: string): Fault =>
  (line, code, facts = {}) => ({ file, line, code, facts });

async function textOf(file: string): Promise<{ text?: string; fault?: CatalogueFault }> {
  const fault = faultIn(file);
  try {
    const { size } = await stat(file);
    if (size > LARGEST) return { fault: fault(1, 'file-too-large', { largest: LARGEST }) };
    const bytes = await readFile(file);
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { fault: fault(1, 'file-not-utf8') };
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    return { fault: fault(1, 'file-unreadable', { reason }) };
  }
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  parse(text, {
    bom: true,
    recordDelimiter: ['\r\n', '\n', '\r'],
    relaxColumnCount: true,
    skipEmptyLines: true,
    onRecord: (cells: readonly string[], { lines }: { readonly lines: number }): null => {
      records.push({ cells, line: lines });
      return null;
    },
  });
  return records;
}

async function readSheet(file: string, level: CatalogueUnit['level']): Promise<Sheet> {
  const { text, fault } = await textOf(file);
  if (text === undefined) return { file, rows: [], faults: fault ? [fault] : [] };
  try {
    return sheetOf(file, level, recordsOf(text));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { file, rows: [], faults: [faultIn(file)(line, 'csv-syntax', { reason: error.code })] };
  }
}

function sheetOf(file: string, level: CatalogueUnit['level'], records: readonly CsvRecord[]): Sheet {
  const fault = faultIn(file);
  const [header, ...body] = records;
  const columns = header?.cells.map((name) => name.trim()) ?? [];
  const missing = COLUMNS[level].filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return { file, rows: [], faults: missing.map((column) => fault(1, 'column-missing', { column })) };
  }
  const isWhole = ({ cells }: CsvRecord): boolean => cells.length === columns.length;
  return {
    file,
    rows: body.filter(isWhole).map(({ cells, line }) => ({
      line,
      cells: new Map(columns.map((name, index) => [name, tidyName(cells[index] ?? '')])),
    })),
    faults: body
      .filter((record) => !isWhole(record))
      .map(({ cells, line }) => fault(line, 'row-length', { expected: columns.length, found: cells.length })),
  };
}

type Judged = { readonly unit: CatalogueUnit } | { readonly fault: CatalogueFault };

function judge(sheet: Sheet, level: CatalogueUnit['level'], row: Sheet['rows'][number]): Judged {
  const fault = faultIn(sheet.file);
  const cell = (column: string): string => row.cells.get(column) ?? '';
  const [code, name] = [cell('code'), cell('full_name')];
  if (!CODE[level].test(code)) return { fault: fault(row.line, 'code-malformed', { code }) };
  const unitType = unitTypeOf(name, level);
  if (!unitType) return { fault: fault(row.line, 'unit-type-unknown', { name }) };
  if (UNIT_TYPES.get(cell('unit_type').toLowerCase()) !== unitType) {
    return { fault: fault(row.line, 'unit-type-differs', { name, unitType: cell('unit_type') }) };
  }
  const provinceCode = level === 'commune' ? cell('province_code') : undefined;
  return { unit: { level, code, name, unitType, provinceCode, file: sheet.file, line: row.line } };
}

/** @returns the faults that only the rows together show. */
function faultsTogether(units: readonly CatalogueUnit[]): CatalogueFault[] {
  const provinces = new Set(units.filter(({ level }) => level === 'province').map(({ code }) => code));
  const [codes, names] = [new Map<string, number>(), new Map<string, number>()];
  return units.flatMap((unit) => {
    const { level, code, name, provinceCode, file, line } = unit;
    const fault = faultIn(file);
    const found: CatalogueFault[] = [];
    const codeKey = `${level} ${code}`;
    const nameKey = `${level} ${provinceCode ?? ''} ${spellingKey(name)}`;
    const [sameCode, sameName] = [codes.get(codeKey), names.get(nameKey)];
    if (sameCode !== undefined) found.push(fault(line, 'code-doubled', { code, other: sameCode }));
    if (sameName !== undefined) found.push(fault(line, 'name-doubled', { name, other: sameName }));
    if (provinceCode !== undefined && !provinces.has(provinceCode)) {
      found.push(fault(line, 'province-unknown', { province: provinceCode }));
    }
    codes.set(codeKey, line);
    names.set(nameKey, line);
    return found;
  });
}

/**
 * Reads the official catalogue of administrative units (34 provinces, their communes). Throws nothing for a faulty or
 * missing file: every fault is in the answer.
 */
export async function readOfficialCatalogue(files: CatalogueFiles): Promise<OfficialCatalogue> {
  const provinces = await readSheet(files.provinces, 'province');
  const communes = await readSheet(files.communes, 'commune');
  const judged = [
    ...provinces.rows.map((row) => judge(provinces, 'province', row)),
    ...communes.rows.map((row) => judge(communes, 'commune', row)),
  ];
  const units = judged.flatMap((one) => ('unit' in one ? [one.unit] : []));
  const faults = [
    ...provinces.faults,
    ...communes.faults,
    ...judged.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  ];
  // Without all provinces every commune of a missing one would be called faulty too.
  const together = provinces.faults.length > 0 ? [] : faultsTogether(units);
  const rank = ({ file, line }: CatalogueFault): number => (file === files.provinces ? 0 : LARGEST) + line;
  return { units, faults: [...faults, ...together].sort((a, b) => rank(a) - rank(b)) };
}
