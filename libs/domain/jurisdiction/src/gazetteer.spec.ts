import { type Day, DomainError, day } from '#libs/domain/kernel';
import { Gazetteer, type Territory, type TerritoryName, TerritoryTree, type UnitType } from './index.js';

const START = day('2010-01-01');
const MERGER = day('2025-07-01');
const EVE = day('2025-06-30');
const TODAY = day('2026-11-01');
const IN_2024 = day('2024-05-01');

type Row = [id: number, parent: number | undefined, code: string, level: Territory['level'], name: string, era: Era];
type Era = 'old' | 'new' | 'always';
const DATES = { old: { validFrom: START, validTo: EVE }, new: { validFrom: MERGER }, always: { validFrom: START } };

const rows: Row[] = [
  [1, undefined, 'VN', 'nation', 'Việt Nam', 'always'],
  [2, 1, '08', 'province', 'Tỉnh Tuyên Quang', 'new'],
  [3, 2, '02', 'province', 'Tỉnh Hà Giang', 'old'],
  [4, 2, '08', 'province', 'Tỉnh Tuyên Quang', 'old'],
  [5, 3, '02-huyen-bac-quang', 'district', 'Huyện Bắc Quang', 'old'],
  [6, 2, '00994', 'commune', 'Xã Bắc Quang', 'new'],
  [7, 1, '82', 'province', 'Tỉnh Đồng Tháp', 'new'],
  [8, 7, '87', 'province', 'Tỉnh Đồng Tháp', 'old'],
  [9, 8, '87-thanh-pho-cao-lanh', 'district', 'Thành phố Cao Lãnh', 'old'],
  [10, 8, '87-huyen-cao-lanh', 'district', 'Huyện Cao Lãnh', 'old'],
  [11, 7, '30001', 'commune', 'Xã Đồng Tháp', 'new'],
  [12, 1, '46', 'province', 'Thành phố Huế', 'always'],
  [13, 1, '17', 'province', 'Tỉnh Hoà Bình', 'always'],
  [14, 7, '30002', 'commune', 'Xã Tân Phú', 'new'],
  [15, 2, '30003', 'commune', 'Xã Tân Phú', 'new'],
  [16, 2, '30004', 'commune', 'Phường Tấn Phú', 'new'],
  [17, 7, '30005', 'commune', 'Xã Mai', 'new'],
  [18, 7, '30006', 'commune', 'Xã Đào', 'new'],
];
const territories = rows.map(([id, parentId, code, level, name, era]): Territory => {
  const unitType: UnitType = 'commune';
  return { id, code, level, name, unitType, ...DATES[era], ...(parentId === undefined ? {} : { parentId }) };
});
const names: TerritoryName[] = territories.map(({ id, code, name, unitType, validFrom }) => ({
  territoryId: id,
  code,
  name,
  unitType,
  validFrom,
}));
names.push({
  territoryId: 12,
  code: '46',
  name: 'Thành phố Huế',
  unitType: 'municipality',
  validFrom: day('2025-01-01'),
});
names[11] = { territoryId: 12, code: '46', name: 'Tỉnh Thừa Thiên Huế', unitType: 'province', validFrom: START };

const SPRING = day('2026-04-30');
names.push({ territoryId: 17, code: '30005', name: 'Xã Đào', unitType: 'commune', validFrom: SPRING });
names.push({ territoryId: 18, code: '30006', name: 'Xã Mai', unitType: 'commune', validFrom: SPRING });

const gazetteer = new Gazetteer(new TerritoryTree(territories), names);
const idOf = (text: string, on: Day): number => gazetteer.get(text, on).id;
function refusal(text: string, on: Day): DomainError {
  try {
    gazetteer.get(text, on);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${text} was found`);
}

describe('finding a territory by what people call it', () => {
  it('a code means the ground that bears it on that day', () => {
    expect(idOf('08', TODAY)).toBe(2);
    expect(idOf('08', IN_2024)).toBe(4);
    expect(idOf('02-huyen-bac-quang', IN_2024)).toBe(5);
  });

  it.each(['Bắc Quang', 'bac quang', 'Huyện Bắc Quang', 'H. Bắc Quang', 'BẮC QUANG'.normalize('NFD')])(
    '%s is the district in 2024',
    (text) => {
      expect(idOf(text, IN_2024)).toBe(5);
    },
  );

  it('the same name is the commune after the districts ended', () => {
    expect(idOf('Bắc Quang', TODAY)).toBe(6);
  });

  it('a province is meant before a commune of the same name', () => {
    expect(idOf('dong thap', TODAY)).toBe(7);
    expect(idOf('Xã Đồng Tháp', TODAY)).toBe(11);
  });

  it('is found under a name of another day', () => {
    expect(idOf('Huế', IN_2024)).toBe(12);
    expect(idOf('Thừa Thiên Huế', TODAY)).toBe(12);
    expect(gazetteer.nameOn(gazetteer.get('46', IN_2024), IN_2024).name).toBe('Tỉnh Thừa Thiên Huế');
  });

  it('who bears the name on that day is meant before who bore it once', () => {
    expect([idOf('Xã Mai', MERGER), idOf('Xã Mai', TODAY)]).toEqual([17, 18]);
    expect([idOf('dao', MERGER), idOf('dao', TODAY)]).toEqual([18, 17]);
  });

  it('takes either way to write a tone', () => {
    expect(idOf('Hòa Bình', TODAY)).toBe(13);
    expect(idOf('hoa binh', TODAY)).toBe(13);
  });

  it('the country has its name, its code and its everyday words', () => {
    expect(['Việt Nam', 'VN', 'vn', 'cả nước', 'toan quoc'].map((text) => idOf(text, TODAY))).toEqual([1, 1, 1, 1, 1]);
  });

  it('refuses to guess between equals and shows labels that are unambiguous', () => {
    const error = refusal('Tân Phú', TODAY);
    expect(error.code).toBe('territory.ambiguous');
    expect(error.facts['candidates']).toEqual(['Xã Tân Phú (Tỉnh Đồng Tháp)', 'Xã Tân Phú (Tỉnh Tuyên Quang)']);
    expect(idOf('Xã Tân Phú (Tỉnh Tuyên Quang)', TODAY)).toBe(15);
    expect(idOf('Tân Phú, Tuyên Quang', TODAY)).toBe(15);
    expect(idOf('tan phu, 82', TODAY)).toBe(14);
    expect(refusal('Cao Lãnh', IN_2024).facts['count']).toBe(2);
    expect(refusal('tan phu', TODAY).facts['count']).toBe(3);
  });

  it('diacritics, when written, are meant', () => {
    expect(idOf('Tấn Phú', TODAY)).toBe(16);
  });

  it('says when the territory stood and what holds its ground now', () => {
    const error = refusal('Hà Giang', TODAY);
    expect(error.code).toBe('territory.not-in-force');
    expect(error.facts).toMatchObject({ validTo: EVE, partOf: 'Tỉnh Tuyên Quang' });
  });

  it('a code with its level and day is a key', () => {
    expect(gazetteer.getByCode('08', 'province', IN_2024).id).toBe(4);
    expect(gazetteer.getByCode('02-huyen-bac-quang', 'district', IN_2024).name).toBe('Huyện Bắc Quang');
    const codeOf = (code: string, level: Territory['level']): unknown => {
      try {
        return gazetteer.getByCode(code, level, TODAY).id;
      } catch (error) {
        return error instanceof DomainError && error.code;
      }
    };
    expect(codeOf('02', 'province')).toBe('territory.not-in-force');
    expect(codeOf('08', 'commune')).toBe('territory.not-found');
  });

  it('says when there is none', () => {
    expect(refusal('Nơi Không Có', TODAY).code).toBe('territory.not-found');
    expect(refusal('99', TODAY).code).toBe('territory.not-found');
    expect(refusal('', TODAY).code).toBe('territory.not-found');
  });
});
