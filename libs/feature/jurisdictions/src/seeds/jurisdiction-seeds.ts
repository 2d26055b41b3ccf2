import { slugOf } from '#libs/domain/jurisdiction';
import { addressPackageVersion, readAddressPackage } from './address-package.js';
import { OFFICE_FILE, readOfficeRules } from './office-rules.js';
import { type OfficeLimits, type OfficeSeed, buildOfficeSeeds } from './office-seeds.js';
import { fingerprintOf } from './seed-node.js';
import { type TerritorySeed, type TerritorySeeds, buildTerritorySeeds, territoryKey } from './territory-seeds.js';
import { TERRITORY_FILES, type TerritoryTables, readTerritoryTables } from './territory-tables.js';

/** Raise it when the same files give other territories or offices than before. */
const READING = 'reading 1';

export interface JurisdictionSeeds extends TerritorySeeds {
  readonly offices: readonly OfficeSeed[];
  /** Rows of the package that were left out because they carry no old code. */
  readonly skippedRows: number;
}

function limitsOf(tables: TerritoryTables): OfficeLimits {
  const { recordBegins, merger, provinces, mergedProvinces, islandDistricts } = tables;
  const oldWithBorder = new Set(mergedProvinces.filter(({ hasBorder }) => hasBorder).map(({ code }) => code));
  const withBorder = new Set([...oldWithBorder].map((code) => territoryKey('province', code, recordBegins)));
  for (const { code, from, hasBorder } of provinces) {
    if (hasBorder) withBorder.add(territoryKey('province', code, recordBegins));
    if (from.some((old) => oldWithBorder.has(old))) withBorder.add(territoryKey('province', code, merger.effectiveOn));
  }
  const bare = islandDistricts.filter(({ hasOffices }) => !hasOffices);
  const keyOfDistrict = (provinceCode: string, name: string): string =>
    territoryKey('district', `${provinceCode}-${slugOf(name)}`, recordBegins);
  return { withBorder, withoutOffices: new Set(bare.map((row) => keyOfDistrict(row.provinceCode, row.name))) };
}

/**
 * Reads the tables of `database/seeds/{territories,offices}` and the address package and makes of them every territory
 * and office of the country since 2010.
 * @throws DomainError `seed.*`, `address-package.*`.
 */
export function readJurisdictionSeeds(): JurisdictionSeeds {
  const tables = readTerritoryTables();
  const addresses = readAddressPackage(tables.corrections);
  const seeds = buildTerritorySeeds(tables, addresses);
  const offices = buildOfficeSeeds(readOfficeRules(), seeds.territories, limitsOf(tables));
  return { ...seeds, offices, skippedRows: addresses.skippedRows };
}

/** @returns the offices that the rules make of these territories, which may hold more than the seeds. */
export function officesFor(territories: readonly TerritorySeed[]): readonly OfficeSeed[] {
  return buildOfficeSeeds(readOfficeRules(), territories, limitsOf(readTerritoryTables()));
}

/** @returns what the seeds are recognised by: the same as long as files, package and reading are. */
export const seedFingerprint = (): string =>
  fingerprintOf([...TERRITORY_FILES, OFFICE_FILE], addressPackageVersion(), READING);
