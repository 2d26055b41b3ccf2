import { slugOf } from '#libs/domain/jurisdiction';
import { readAddressPackage } from './address-package.js';
import { readOfficeRules } from './office-rules.js';
import { type OfficeLimits, type OfficeSeed, buildOfficeSeeds } from './office-seeds.js';
import { type TerritorySeeds, buildTerritorySeeds, territoryKey } from './territory-seeds.js';
import { type TerritoryTables, readTerritoryTables } from './territory-tables.js';

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
