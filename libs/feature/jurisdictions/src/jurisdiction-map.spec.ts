import type { Office, Territory } from '#libs/domain/jurisdiction';
import { day } from '#libs/domain/kernel';
import { JurisdictionMap } from './jurisdiction-map.js';

const [EVE, MERGER, LONG_AGO] = [day('2025-06-30'), day('2025-07-01'), day('2010-01-01')];

const unit = { code: '0', name: 'Invented', unitType: 'province' } as const;
const nation: Territory = {
  ...unit,
  id: 1,
  level: 'nation',
  validFrom: LONG_AGO,
};
const merged: Territory = {
  ...unit,
  id: 2,
  level: 'province',
  parentId: 1,
  validFrom: MERGER,
};
const province = (id: number): Territory => ({
  ...unit,
  id,
  level: 'province',
  parentId: 2,
  validFrom: LONG_AGO,
  validTo: EVE,
});
const office = (id: number, territoryId: number, rest: Partial<Office>): Office => ({
  id,
  code: `O-${id}`,
  name: `office ${id}`,
  agency: 'court',
  tier: 'province',
  territoryId,
  validFrom: LONG_AGO,
  ...rest,
});

describe('the seat of an office', () => {
  const map = new JurisdictionMap({
    territories: [
      nation,
      merged,
      province(3),
      province(4),
      { ...unit, id: 5, level: 'district', parentId: 3, validFrom: LONG_AGO, validTo: EVE },
    ],
    names: [],
    successions: [],
    coverage: [],
    offices: [
      office(10, 1, { tier: 'centre' }),
      office(11, 5, { tier: 'district', validTo: EVE, successorId: 12 }),
      office(12, 2, { tier: 'region', validFrom: MERGER }),
      office(13, 3, { validTo: EVE, successorId: 15 }),
      office(14, 4, { validTo: EVE, successorId: 15 }),
      office(15, 2, { validFrom: MERGER }),
    ],
  });

  it('is that of whoever does its work on the day, in the borders of the day', () => {
    expect(map.seatOf(11, EVE)).toEqual({ tier: 'district', provinceId: 3 });
    expect(map.seatOf(11, MERGER)).toEqual({ tier: 'region', provinceId: 2 });
    expect([map.seatOf(13, EVE)?.provinceId, map.seatOf(14, EVE)?.provinceId]).toEqual([3, 4]);
    expect([map.seatOf(13, MERGER)?.provinceId, map.seatOf(14, MERGER)?.provinceId]).toEqual([2, 2]);
  });

  it('is in no province at the centre, and nowhere of an office that does not exist', () => {
    expect(map.seatOf(10, MERGER)).toEqual({ tier: 'centre' });
    expect(map.seatOf(99, MERGER)).toBeUndefined();
  });
});
