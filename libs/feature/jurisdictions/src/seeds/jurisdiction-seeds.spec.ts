import { day } from '#libs/domain/kernel';
import { type TerritoryLevel, validOn } from '#libs/domain/jurisdiction';
import { type OfficeSeed } from './office-seeds.js';
import { readJurisdictionSeeds } from './jurisdiction-seeds.js';
import { type TerritorySeed, lastNameOf } from './territory-seeds.js';

const EVE = day('2025-06-30');
const MERGER = day('2025-07-01');
const TODAY = day('2026-11-01');

const { territories, successions, offices, skippedRows } = readJurisdictionSeeds();
const byKey = new Map(territories.map((seed) => [seed.key, seed]));
const byCode = new Map(offices.map((office) => [office.code, office]));
const get = (key: string): TerritorySeed => {
  const seed = byKey.get(key);
  if (!seed) throw new Error(`no territory ${key}`);
  return seed;
};
const office = (code: string): OfficeSeed => {
  const found = byCode.get(code);
  if (!found) throw new Error(`no office ${code}`);
  return found;
};
const inForce = (level: TerritoryLevel, on: string): TerritorySeed[] =>
  territories.filter((seed) => seed.level === level && validOn(seed, day(on)));
const pathOf = (seed: TerritorySeed): string[] => [
  seed.names[0].name,
  ...(seed.parentKey === undefined ? [] : pathOf(get(seed.parentKey))),
];

describe('the territories of the seeds', () => {
  it.each([
    ['2025-06-30', 63, 696, 10_035],
    ['2025-07-01', 34, 0, 3_321],
    ['2026-11-01', 34, 0, 3_321],
  ])('on %s there are %i provinces, %i districts, %i communes', (on, provinces, districts, communes) => {
    expect(inForce('province', on)).toHaveLength(provinces);
    expect(inForce('district', on)).toHaveLength(districts);
    expect(inForce('commune', on)).toHaveLength(communes);
  });

  it('every one hangs in one tree under the nation, each level in its place', () => {
    const above: Record<TerritoryLevel, readonly string[]> = {
      nation: [],
      province: ['nation', 'province'],
      district: ['province'],
      commune: ['district', 'province'],
    };
    for (const seed of territories) {
      const parent = seed.parentKey === undefined ? undefined : get(seed.parentKey);
      expect(above[seed.level].includes(parent?.level ?? '')).toBe(seed.level !== 'nation');
      expect(pathOf(seed).at(-1)).toBe('Việt Nam');
    }
  });

  it('a merged province is new and holds the old ones, also the one of its own name and code', () => {
    expect(get('province:08:2025-07-01').names[0].name).toBe('Tỉnh Tuyên Quang');
    expect(get('province:08:2010-01-01')).toMatchObject({ parentKey: 'province:08:2025-07-01', validTo: EVE });
    expect(get('province:02:2010-01-01')).toMatchObject({ parentKey: 'province:08:2025-07-01', validTo: EVE });
    expect(pathOf(get('district:02-huyen-bac-quang:2010-01-01'))).toEqual([
      'Huyện Bắc Quang',
      'Tỉnh Hà Giang',
      'Tỉnh Tuyên Quang',
      'Việt Nam',
    ]);
  });

  it('a province that did not merge goes on as one', () => {
    const unmerged = inForce('province', '2026-11-01').filter((seed) => validOn(seed, EVE));
    const codes = unmerged.map((seed) => seed.names[0].code);
    expect(codes.sort()).toEqual(['01', '04', '11', '12', '14', '20', '22', '38', '40', '42', '46']);
    expect(byKey.has('province:20:2025-07-01')).toBe(false);
    expect(unmerged.every(({ validTo }) => validTo === undefined)).toBe(true);
  });

  it('every one of the 52 merged provinces passes whole into its parent', () => {
    const merged = inForce('province', EVE).filter(({ validTo }) => validTo !== undefined);
    expect(merged).toHaveLength(52);
    for (const { key, parentKey } of merged) {
      expect(successions.filter(({ predecessorKey }) => predecessorKey === key)).toEqual([
        expect.objectContaining({ successorKey: parentKey, extent: 'whole', effectiveOn: MERGER }),
      ]);
    }
  });

  it('no commune passes over the border of today’s province', () => {
    const provinceOf = (key: string): string => {
      const { parentKey = '' } = get(key);
      return get(parentKey).level === 'nation' ? key : provinceOf(parentKey);
    };
    for (const { predecessorKey, successorKey } of successions.filter(({ extent }) => extent !== 'whole')) {
      expect(provinceOf(predecessorKey)).toBe(provinceOf(successorKey));
    }
  });

  it('every old commune has a successor of 2025, and never claims that all of it went there', () => {
    const old = new Set(inForce('commune', EVE).map(({ key }) => key));
    const rows = successions.filter(({ predecessorKey }) => old.has(predecessorKey));
    expect(new Set(rows.map(({ predecessorKey }) => predecessorKey)).size).toBe(10_035);
    expect(new Set(rows.map(({ extent }) => extent))).toEqual(new Set(['unstated']));
    expect(rows.every(({ decree }) => decree?.endsWith('/NQ-UBTVQH15'))).toBe(true);
  });

  it('the five island districts without communes pass whole into special zones', () => {
    const islands = successions.filter(({ predecessorKey }) => predecessorKey.startsWith('district:'));
    expect(islands.map(({ successorKey }) => lastNameOf(get(successorKey)).name).sort()).toEqual(
      ['Bạch Long Vĩ', 'Cồn Cỏ', 'Côn Đảo', 'Hoàng Sa', 'Lý Sơn'].map((name) => `Đặc khu ${name}`).sort(),
    );
    expect(islands.every(({ extent }) => extent === 'whole')).toBe(true);
  });

  it('names and codes change by decree without making another territory', () => {
    const history = (key: string): string[] =>
      get(key).names.map(({ validFrom, code, name, decree }) => `${validFrom} ${code} ${name} ${decree ?? '-'}`);
    expect(history('province:75:2025-07-01')).toEqual([
      '2025-07-01 75 Tỉnh Đồng Nai NQ 202/2025/QH15',
      '2026-04-30 75 Thành phố Đồng Nai NQ 30/2026/QH16',
    ]);
    expect(history('province:46:2010-01-01').map((row) => row.slice(0, 32))).toEqual([
      '2010-01-01 46 Tỉnh Thừa Thiên Hu',
      '2025-01-01 46 Thành phố Huế NQ 1',
    ]);
    expect(get('commune:06970:2025-07-01').names.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '06970 Xã Ba Chẽ',
      '06978 Xã Ba Chẽ',
    ]);
    const wards = territories.filter((seed) => seed.level === 'commune' && seed.names.length > 1);
    expect(wards.filter((seed) => lastNameOf(seed).unitType === 'ward')).toHaveLength(10);
    expect(get('commune:26368:2025-07-01').names.map(({ unitType }) => unitType)).toEqual(['commune', 'ward']);
  });

  it('known faults of the package are set right', () => {
    expect(byKey.has('commune:23737:2025-07-01')).toBe(false);
    expect(get('commune:23938:2025-07-01').names[0].name).toBe('Xã Ia Mơ');
    expect(pathOf(get('commune:23938:2010-01-01')).slice(0, 3)).toEqual([
      'Xã Ia Mơ',
      'Huyện Chư Prông',
      'Tỉnh Gia Lai',
    ]);
    expect(get('commune:24412:2025-07-01').names[0].name).toBe("Xã M'Drắk");
    expect(byKey.has('district:68-huyen-da-teh:2010-01-01')).toBe(false);
    expect(pathOf(get('commune:25126:2010-01-01'))[1]).toBe('Huyện Đạ Huoai');
    const successorOf = (code: string): string | undefined =>
      successions.find(({ predecessorKey }) => predecessorKey === `commune:${code}:2010-01-01`)?.successorKey;
    expect(successorOf('30901')).toBe('commune:30886:2025-07-01');
    expect(successorOf('30913')).toBe('commune:30910:2025-07-01');
    expect(skippedRows).toBe(943);
  });

  it('every name is NFC and no name bears a typographic apostrophe', () => {
    const names = territories.flatMap((seed) => seed.names.map(({ name }) => name));
    expect(names.filter((name) => name !== name.normalize('NFC') || /[’‘`]/.test(name))).toEqual([]);
  });
});

describe('the offices of the seeds', () => {
  const standing = (on: string, tier: string, agency: string): OfficeSeed[] =>
    offices.filter((one) => one.tier === tier && one.agency === agency && validOn(one, day(on)));

  it.each([
    ['2025-02-28', 'district', 'police-investigation', 695],
    ['2025-03-01', 'district', 'police-investigation', 0],
    ['2025-06-30', 'district', 'court', 695],
    ['2025-06-30', 'province', 'procuracy', 63],
    ['2025-06-30', 'province', 'border-guard', 44],
    ['2025-07-01', 'province', 'police-investigation', 34],
    ['2025-07-01', 'province', 'border-guard', 30],
    ['2025-07-01', 'province', 'health', 34],
    ['2025-07-01', 'region', 'court', 34],
    ['2025-07-01', 'district', 'procuracy', 0],
    ['2025-07-01', 'commune', 'commune-police', 3_321],
  ])('on %s the %s tier of %s counts %i', (on, tier, agency, count) => {
    expect(standing(on, tier, agency)).toHaveLength(count);
  });

  it('codes are used once, and everyone who ended names who took over', () => {
    expect(byCode.size).toBe(offices.length);
    for (const one of offices.filter(({ validTo }) => validTo !== undefined)) {
      const heir = office(one.passesTo?.code ?? '');
      expect(heir.agency).toBe(one.agency);
      expect(validOn(heir, one.passesTo?.effectiveOn ?? EVE)).toBe(true);
    }
  });

  it('the offices of a district pass to the province in March and to the region in July 2025', () => {
    expect(office('CA-02-HUYEN-BAC-QUANG')).toMatchObject({
      name: 'Công an huyện Bắc Quang',
      validTo: '2025-02-28',
      passesTo: { code: 'CA-02-CU', effectiveOn: '2025-03-01' },
    });
    expect(office('VKS-02-HUYEN-BAC-QUANG').passesTo).toMatchObject({ code: 'VKS-08-KV1', effectiveOn: MERGER });
    expect(office('TA-02-HUYEN-BAC-QUANG').passesTo?.decree).toBe('NQ 225/2025/QH15');
    expect(office('BCD-02-HUYEN-BAC-QUANG').passesTo?.code).toBe('BCD-08');
    expect(office('CA-02-CU').passesTo).toMatchObject({ code: 'CA-08', effectiveOn: MERGER });
  });

  it('in a province that did not merge the office goes on', () => {
    expect(office('CA-20')).toMatchObject({ validFrom: '2010-01-01', name: 'Công an tỉnh Lạng Sơn' });
    expect(office('CA-20').validTo).toBeUndefined();
    expect(office('TA-20-KV1').validFrom).toBe(MERGER);
    expect(byCode.has('CA-20-CU')).toBe(false);
  });

  it('the committee of Hải Phòng is 799, everywhere else 138', () => {
    const committees = offices.filter(({ agency }) => agency === 'committee');
    const named = committees.filter(({ name }) => name.includes('799')).map(({ code }) => code);
    expect(named.sort()).toEqual(['BCD-31', 'BCD-31-CU']);
  });

  it('a regional court holds all communes of its province, once each', () => {
    const ground = offices
      .filter(({ tier, agency }) => tier === 'region' && agency === 'court')
      .flatMap((one) => one.ground?.map(({ territoryKey }) => territoryKey) ?? []);
    expect(new Set(ground).size).toBe(ground.length);
    expect(ground.sort()).toEqual(
      inForce('commune', TODAY)
        .map(({ key }) => key)
        .sort(),
    );
  });
});
