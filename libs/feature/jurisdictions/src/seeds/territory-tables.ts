import { type Day } from '#libs/domain/kernel';
import { type SeedNode, readSeedFile } from './seed-node.js';

export interface ProvinceRow {
  readonly code: string;
  readonly name: string;
  /** The codes of the provinces merged into it in 2025; empty when it goes on unmerged. */
  readonly from: readonly string[];
  /** Whether the border guard stands there, on land or coast. */
  readonly hasBorder: boolean;
  readonly communeDecree?: string;
}

/** From that day on the territory bears this name or code. */
export interface ChangeRow {
  readonly level: 'province' | 'commune';
  readonly code: string;
  readonly on: Day;
  readonly name?: string;
  readonly newCode?: string;
  readonly decree?: string;
}

export interface IslandDistrictRow {
  readonly provinceCode: string;
  readonly name: string;
  readonly successorCode: string;
  readonly hasOffices: boolean;
}

/** Faults of the address package, each set right while it is read. */
export interface PackageCorrections {
  readonly communeCodes: readonly { provinceCode: string; name: string; given: string; right: string }[];
  readonly missingOldCommunes: readonly OldCommuneRow[];
  readonly oldCommuneSuccessors: readonly { code: string; districtName: string; given: string; right: string }[];
  readonly districtNames: readonly { provinceName: string; given: string; right: string }[];
}

/** A commune until 30/6/2025, by the names of its district and province of that day. */
export interface OldCommuneRow {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly provinceName: string;
  readonly successorCode: string;
}

export interface TerritoryTables {
  readonly nation: { readonly code: string; readonly name: string };
  readonly recordBegins: Day;
  readonly merger: { readonly effectiveOn: Day; readonly decree: string };
  readonly provinces: readonly ProvinceRow[];
  readonly mergedProvinces: readonly ProvinceRow[];
  readonly changes: readonly ChangeRow[];
  readonly corrections: PackageCorrections;
  readonly islandDistricts: readonly IslandDistrictRow[];
}

const province = (row: SeedNode): ProvinceRow => ({
  code: row.text('code'),
  name: row.text('name'),
  from: row.texts('from'),
  hasBorder: row.texts('border').length > 0,
  communeDecree: row.optionalText('communeDecree'),
});

const change = (row: SeedNode): ChangeRow => ({
  level: row.word('level', ['province', 'commune']),
  code: row.text('code'),
  on: row.day('on'),
  name: row.optionalText('name'),
  newCode: row.optionalText('newCode'),
  decree: row.optionalText('decree'),
});

const corrections = (table: SeedNode): PackageCorrections => ({
  communeCodes: table.list('communeCodes').map((row) => ({
    provinceCode: row.text('province'),
    name: row.text('name'),
    given: row.text('given'),
    right: row.text('right'),
  })),
  missingOldCommunes: table.list('missingOldCommunes').map((row) => ({
    code: row.text('code'),
    name: row.text('name'),
    districtName: row.text('district'),
    provinceName: row.text('province'),
    successorCode: row.text('successor'),
  })),
  oldCommuneSuccessors: table.list('oldCommuneSuccessors').map((row) => ({
    code: row.text('code'),
    districtName: row.text('district'),
    given: row.text('given'),
    right: row.text('right'),
  })),
  districtNames: table.list('districtNames').map((row) => ({
    provinceName: row.text('province'),
    given: row.text('given'),
    right: row.text('right'),
  })),
});

const islandDistrict = (row: SeedNode): IslandDistrictRow => ({
  provinceCode: row.text('province'),
  name: row.text('name'),
  successorCode: row.text('successor'),
  hasOffices: row.flag('offices', true),
});

const PROVINCES = 'territories/provinces.yaml';
const CHANGES = 'territories/changes.yaml';
const CORRECTIONS = 'territories/corrections.yaml';

/** The files below `database/seeds` that `readTerritoryTables` reads. */
export const TERRITORY_FILES: readonly string[] = [PROVINCES, CHANGES, CORRECTIONS];

/** @returns the hand-kept tables of `database/seeds/territories`. @throws DomainError `seed.faulty`, `seed.absent`. */
export function readTerritoryTables(): TerritoryTables {
  const provinces = readSeedFile(PROVINCES);
  const faults = readSeedFile(CORRECTIONS);
  const nation = provinces.at('nation');
  const merger = provinces.at('merger');
  return {
    nation: { code: nation.text('code'), name: nation.text('name') },
    recordBegins: provinces.day('recordBegins'),
    merger: { effectiveOn: merger.day('effectiveOn'), decree: merger.text('decree') },
    provinces: provinces.list('provinces').map(province),
    mergedProvinces: provinces.list('mergedProvinces').map(province),
    changes: readSeedFile(CHANGES).list('changes').map(change),
    corrections: corrections(faults),
    islandDistricts: faults.list('islandDistricts').map(islandDistrict),
  };
}
