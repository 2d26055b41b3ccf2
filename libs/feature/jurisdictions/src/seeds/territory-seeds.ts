import { type Day, DomainError, addDays } from '#libs/domain/kernel';
import {
  type SuccessionExtent,
  type TerritoryLevel,
  type TerritoryName,
  type Validity,
  slugOf,
  spellingKey,
  unitTypeOf,
  validOn,
} from '#libs/domain/jurisdiction';
import { type AddressPackage } from './address-package.js';
import { type ChangeRow, type OldCommuneRow, type ProvinceRow, type TerritoryTables } from './territory-tables.js';

export type NameSeed = Omit<TerritoryName, 'territoryId'>;

/** A territory before it has an id. Its key is its level, first code and first day: unique, and stable over renamings. */
export interface TerritorySeed extends Validity {
  readonly key: string;
  readonly parentKey?: string;
  readonly level: TerritoryLevel;
  /** In the order of their days; the first begins with the territory. */
  readonly names: readonly [NameSeed, ...NameSeed[]];
}

export interface TerritorySuccessionSeed {
  readonly predecessorKey: string;
  readonly successorKey: string;
  readonly extent: SuccessionExtent;
  readonly effectiveOn: Day;
  readonly decree?: string;
}

export interface TerritorySeeds {
  readonly territories: readonly TerritorySeed[];
  readonly successions: readonly TerritorySuccessionSeed[];
}

/** @returns what a territory is recognised by when it is loaded again. */
export const territoryKey = (level: TerritoryLevel, code: string, validFrom: Day): string =>
  `${level}:${code}:${validFrom}`;

/** @returns the row of its last day. */
export const lastNameOf = (seed: TerritorySeed): NameSeed => seed.names[seed.names.length - 1] ?? seed.names[0];

interface Unit extends Validity {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly parentKey?: string;
  readonly decree?: string;
}

/** Builds the tree of `docs/decisions/0006-territories.md`, level by level. */
class TerritorySeedBuilder {
  private readonly byKey = new Map<string, TerritorySeed>();
  private readonly successions: TerritorySuccessionSeed[] = [];
  private readonly eve: Day;

  constructor(private readonly tables: TerritoryTables) {
    this.eve = addDays(tables.merger.effectiveOn, -1);
  }

  build(addresses: AddressPackage): TerritorySeeds {
    const nationKey = this.add({ level: 'nation', ...this.tables.nation, validFrom: this.tables.recordBegins });
    this.addProvinces(nationKey);
    this.applyChanges('province');
    const newProvinces = this.inForceOn(this.tables.merger.effectiveOn, 'province', (seed) => seed.names[0].code);
    this.addCommunes(addresses, newProvinces);
    this.addOldCommunes(addresses.oldCommunes);
    this.addIslandDistricts();
    this.applyChanges('commune');
    return { territories: [...this.byKey.values()], successions: this.successions };
  }

  private add(unit: Unit): string {
    const { level, code, name, parentKey, decree, validFrom, validTo } = unit;
    const unitType = level === 'nation' ? 'nation' : unitTypeOf(name, level);
    const key = territoryKey(level, code, validFrom);
    if (!unitType) throw new DomainError('seed.unit-type-unknown', 'malformed', { name, level });
    if (this.byKey.has(key)) throw new DomainError('seed.territory-doubled', 'malformed', { key, name });
    this.byKey.set(key, {
      key,
      parentKey,
      level,
      validFrom,
      validTo,
      names: [{ validFrom, code, name, unitType, decree }],
    });
    return key;
  }

  private addProvinces(nationKey: string): void {
    const { recordBegins, merger, provinces, mergedProvinces } = this.tables;
    const rowOf = new Map(mergedProvinces.map((row) => [row.code, row]));
    for (const row of provinces) {
      const merged = row.from.map((code) => this.required(rowOf, code));
      const validFrom = merged.length > 0 ? merger.effectiveOn : recordBegins;
      const decree = merged.length > 0 ? merger.decree : undefined;
      const successorKey = this.add({ level: 'province', ...pick(row), parentKey: nationKey, validFrom, decree });
      for (const old of merged) {
        const dates = { validFrom: recordBegins, validTo: this.eve };
        const predecessorKey = this.add({ level: 'province', ...pick(old), parentKey: successorKey, ...dates });
        this.successions.push({ predecessorKey, successorKey, extent: 'whole', ...merger });
      }
    }
  }

  private addCommunes(addresses: AddressPackage, provinces: ReadonlyMap<string, TerritorySeed>): void {
    for (const { code, name, provinceCode } of addresses.communes) {
      const parentKey = this.required(provinces, provinceCode).key;
      const validFrom = this.tables.merger.effectiveOn;
      this.add({ level: 'commune', code, name, parentKey, validFrom, decree: this.communeDecree(provinceCode) });
    }
  }

  private addOldCommunes(communes: readonly OldCommuneRow[]): void {
    const provinces = this.inForceOn(this.eve, 'province', (seed) => spellingKey(lastNameOf(seed).name));
    const dates = { validFrom: this.tables.recordBegins, validTo: this.eve };
    for (const { code, name, districtName, provinceName, successorCode } of communes) {
      const province = this.required(provinces, spellingKey(provinceName));
      const parentKey = this.districtKey(province, districtName);
      const predecessorKey = this.add({ level: 'commune', code, name, parentKey, ...dates });
      this.passToCommune(predecessorKey, successorCode, 'unstated');
    }
  }

  private addIslandDistricts(): void {
    const provinces = this.inForceOn(this.eve, 'province', (seed) => seed.names[0].code);
    for (const { provinceCode, name, successorCode } of this.tables.islandDistricts) {
      const predecessorKey = this.districtKey(this.required(provinces, provinceCode), name);
      this.passToCommune(predecessorKey, successorCode, 'whole');
    }
  }

  /** Districts have no official code in the source: ours is the province's code and the name. */
  private districtKey(province: TerritorySeed, name: string): string {
    const code = `${province.names[0].code}-${slugOf(name)}`;
    const validFrom = this.tables.recordBegins;
    const key = territoryKey('district', code, validFrom);
    if (this.byKey.has(key)) return key;
    return this.add({ level: 'district', code, name, parentKey: province.key, validFrom, validTo: this.eve });
  }

  private passToCommune(predecessorKey: string, code: string, extent: SuccessionExtent): void {
    const { effectiveOn } = this.tables.merger;
    const successor = this.required(this.byKey, territoryKey('commune', code, effectiveOn));
    const decree = successor.names[0].decree;
    this.successions.push({ predecessorKey, successorKey: successor.key, extent, effectiveOn, decree });
  }

  private applyChanges(level: ChangeRow['level']): void {
    for (const { code, on, name, newCode, decree } of this.tables.changes.filter((change) => change.level === level)) {
      const seed = this.required(
        this.inForceOn(on, level, (unit) => lastNameOf(unit).code),
        code,
      );
      const last = lastNameOf(seed);
      const unitType = unitTypeOf(name ?? last.name, level) ?? last.unitType;
      const row: NameSeed = { validFrom: on, code: newCode ?? last.code, name: name ?? last.name, unitType, decree };
      this.byKey.set(seed.key, { ...seed, names: [...seed.names, row] });
    }
  }

  private inForceOn(
    day: Day,
    level: TerritoryLevel,
    keyOf: (seed: TerritorySeed) => string,
  ): ReadonlyMap<string, TerritorySeed> {
    const seeds = [...this.byKey.values()].filter((seed) => seed.level === level && validOn(seed, day));
    return new Map(seeds.map((seed) => [keyOf(seed), seed]));
  }

  private communeDecree(provinceCode: string): string | undefined {
    return this.tables.provinces.find(({ code }) => code === provinceCode)?.communeDecree;
  }

  private required<T>(rows: ReadonlyMap<string, T>, key: string): T {
    const row = rows.get(key);
    if (row === undefined) throw new DomainError('seed.reference-unknown', 'malformed', { reference: key });
    return row;
  }
}

const pick = ({ code, name }: ProvinceRow): Pick<ProvinceRow, 'code' | 'name'> => ({ code, name });

/**
 * @returns the nation, 34 provinces, their communes, and under them the borders until 30/6/2025.
 * @throws DomainError `seed.*` when the tables and the package do not fit together.
 */
export function buildTerritorySeeds(tables: TerritoryTables, addresses: AddressPackage): TerritorySeeds {
  return new TerritorySeedBuilder(tables).build(addresses);
}
