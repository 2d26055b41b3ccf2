import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type TerritoryLevel, nameOn, spellingKey, validOn } from '#libs/domain/jurisdiction';
import { day } from '#libs/domain/kernel';
import { type TerritorySeed, readJurisdictionSeeds, readOfficialCatalogue } from '#libs/feature/jurisdictions';

/** The official tables lie beside the repository, not in it. */
const TABLES = path.resolve('..', 'shared', 'data', 'adm');
const EVE = day('2025-06-30');
const MERGER = day('2025-07-01');
const SPRING = day('2026-04-30');

type Row = Readonly<Record<string, string>>;
const table = (name: string): Row[] =>
  parse(readFileSync(path.join(TABLES, name), 'utf8'), { bom: true, columns: true });
const at = (row: Row, column: string): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
};

function describeUnits(): void {
  const { territories, successions, skippedRows } = readJurisdictionSeeds();
  const byKey = new Map(territories.map((seed) => [seed.key, seed]));
  const names = (seed: TerritorySeed, on = seed.validFrom) =>
    nameOn(
      seed.names.map((name) => ({ ...name, territoryId: 0 })),
      on,
    )!;
  const inForce = (level: TerritoryLevel, on: string): TerritorySeed[] =>
    territories.filter((seed) => seed.level === level && validOn(seed, day(on)));
  const parentOf = (seed: TerritorySeed): TerritorySeed => byKey.get(seed.parentKey ?? '')!;
  const line = (...parts: string[]): string => parts.map((part) => spellingKey(part)).join(' | ');

  /** `code | name | province` of a day, to be compared as a whole. */
  const ourCommunes = (on: string): string[] =>
    inForce('commune', on).map((seed) => {
      const [own, province] = [names(seed, day(on)), names(parentOf(seed), day(on))];
      return line(own.code, own.name, province.code);
    });
  const officialCommunes = (file: string): string[] =>
    table(file).map((row) => line(at(row, 'code'), at(row, 'full_name'), at(row, 'province_code')));

  it('3,321 communes of 1/7/2025: every code, name and province is the official one', () => {
    const official = officialCommunes('communes_3321_20250701.csv');
    expect(official).toHaveLength(3_321);
    expect(ourCommunes(MERGER).sort()).toEqual(official.sort());
  });

  it('the names of 1/7/2025 are the official ones letter by letter', () => {
    const ours = new Map(inForce('commune', MERGER).map((seed) => [seed.names[0].code, seed.names[0].name]));
    const others = table('communes_3321_20250701.csv').filter(
      (row) => ours.get(at(row, 'code')) !== at(row, 'full_name').normalize('NFC'),
    );
    expect(others).toEqual([]);
  });

  it('3,321 communes of 30/4/2026, the wards of Đồng Nai and the code of Ba Chẽ among them', () => {
    const official = officialCommunes('communes_3321_20260430.csv');
    expect(ourCommunes(SPRING).sort()).toEqual(official.sort());
  });

  it('34 provinces of 30/4/2026', () => {
    const official = table('provinces_34_20260430.csv').map((row) => line(at(row, 'code'), at(row, 'full_name')));
    const ours = inForce('province', SPRING).map((seed) => line(names(seed, SPRING).code, names(seed, SPRING).name));
    expect(official).toHaveLength(34);
    expect(ours.sort()).toEqual(official.sort());
  });

  it('63 provinces of 30/6/2025 and what became of each', () => {
    const official = table('map_provinces_63_to_34.csv').map((row) =>
      line(at(row, 'old_province_code'), at(row, 'old_province'), at(row, 'new_province_code')),
    );
    const ours = inForce('province', EVE).map((seed) => {
      const heir = seed.validTo === undefined ? seed : parentOf(seed);
      return line(names(seed, EVE).code, names(seed, EVE).name, names(heir, SPRING).code);
    });
    expect(official).toHaveLength(63);
    expect(ours.sort()).toEqual(official.sort());
  });

  it('696 districts: the 691 that had communes by name and province, and five islands', () => {
    const ours = inForce('district', EVE).map((seed) => line(names(seed).name, names(parentOf(seed), EVE).name));
    const official = table('old_districts_with_communes_20250630.csv').map((row) =>
      line(at(row, 'district'), at(row, 'province')),
    );
    const islands = ours.filter((one) => !official.includes(one));
    expect(ours).toHaveLength(696);
    expect(new Set(official).size).toBe(691);
    expect(official.filter((one) => !ours.includes(one))).toEqual([]);
    expect(islands.map((one) => one.split(' | ')[0]).sort()).toEqual(
      ['Bạch Long Vĩ', 'Cồn Cỏ', 'Côn Đảo', 'Hoàng Sa', 'Lý Sơn'].map((name) => spellingKey(`Huyện ${name}`)).sort(),
    );
  });

  it('10,035 old communes: every code, district and province; six names are abbreviated or misspelt in the table', () => {
    const ours = new Map(inForce('commune', EVE).map((seed) => [seed.names[0].code, seed]));
    const official = table('old_communes_20250630.csv');
    const placeOf = (seed: TerritorySeed): string => {
      const district = parentOf(seed);
      return line(names(district).name, names(parentOf(district), EVE).name);
    };
    const displaced = official.filter((row) => {
      const seed = ours.get(at(row, 'code'));
      return !seed || placeOf(seed) !== line(at(row, 'district'), at(row, 'province'));
    });
    const renamed = official.filter(
      (row) => spellingKey(ours.get(at(row, 'code'))!.names[0].name) !== spellingKey(at(row, 'full_name')),
    );
    expect(ours.size).toBe(10_035);
    expect(official).toHaveLength(10_035);
    expect(displaced).toEqual([]);
    expect(renamed.map((row) => at(row, 'full_name')).sort()).toEqual(
      ['Thị trấn NT Liên Sơn', 'Thị trấn NT Lệ Ninh', 'Thị trấn NT Thái Bình', 'Thị trấn NT Trần Phú']
        .concat('Thị trấn NT Việt Trung', 'Xã Thạnh Quới')
        .sort(),
    );
  });

  it('each old commune passes to the official successor, of a divided one to one of its parts', () => {
    const officialOf = new Map<string, Set<string>>();
    for (const row of table('map_old_to_new_nso_10571.csv').filter((one) => at(one, 'old_code') !== '')) {
      const successors = officialOf.get(at(row, 'old_code')) ?? new Set();
      officialOf.set(at(row, 'old_code'), successors.add(at(row, 'new_code')));
    }
    const divided = [...officialOf.values()].filter(({ size }) => size > 1);
    const codeOf = (key: string): string => byKey.get(key)!.names[0].code;
    const ours = successions
      .filter(({ predecessorKey }) => predecessorKey.startsWith('commune:'))
      .map((row) => [codeOf(row.predecessorKey), codeOf(row.successorKey)] as const);
    const elsewhere = ours.filter(([old, successor]) => !officialOf.get(old)?.has(successor));
    expect(ours).toHaveLength(10_035);
    expect(divided).toHaveLength(441);
    // 00556 Đặng Xá: the table writes one of its two rows under 00553. 01651, 02482: the table has no row for them.
    expect(elsewhere.map(([old]) => old).sort()).toEqual(['00556', '01651', '02482']);
    expect(skippedRows).toBe(943);
  });

  it('the catalogue reader finds no fault in the official files', async () => {
    const { units, faults } = await readOfficialCatalogue({
      provinces: path.join(TABLES, 'provinces_34_20260430.csv'),
      communes: path.join(TABLES, 'communes_3321_20260430.csv'),
    });
    expect(faults).toEqual([]);
    expect(units).toHaveLength(34 + 3_321);
  });
}

if (existsSync(TABLES)) {
  describe('territories beside the official tables', describeUnits);
} else {
  it('finds the official tables beside the repository', () => {
    console.warn(`SKIPPED test/real/territories.spec.ts: ${TABLES} is absent`);
    expect(process.env['CI']).not.toBe('true');
  });
}
