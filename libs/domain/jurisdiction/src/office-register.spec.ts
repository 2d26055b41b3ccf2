import fc from 'fast-check';
import { type Day, addDays, day } from '#libs/domain/kernel';
import { type Office, type OfficeCoverage, OfficeRegister, type Territory, TerritoryTree, validOn } from './index.js';

const START = day('2010-01-01');
const MERGER = day('2025-07-01');
const EVE = day('2025-06-30');

const place = (id: number, parentId: number | undefined, level: Territory['level'], dates = {}): Territory => ({
  id,
  code: String(id),
  level,
  name: `Nơi Thử ${id}`,
  unitType: 'commune',
  validFrom: START,
  ...(parentId === undefined ? {} : { parentId }),
  ...dates,
});

const tree = new TerritoryTree([
  place(1, undefined, 'nation'),
  place(2, 1, 'province', { validFrom: MERGER }),
  place(3, 2, 'province', { validTo: EVE }),
  place(4, 3, 'district', { validTo: EVE }),
  place(5, 2, 'commune', { validFrom: MERGER }),
  place(6, 2, 'commune', { validFrom: MERGER }),
]);

const office = (id: number, code: string, territoryId: number, rest: Partial<Office> = {}): Office => ({
  id,
  code,
  name: `Cơ quan Thử ${code}`,
  agency: 'police-investigation',
  tier: 'province',
  territoryId,
  validFrom: START,
  ...rest,
});

const offices: Office[] = [
  office(1, 'CA-NEW', 2, { validFrom: MERGER }),
  office(2, 'CA-OLD', 3, { validTo: EVE, successorId: 1 }),
  office(3, 'CA-DISTRICT', 4, { tier: 'district', validTo: day('2025-02-28'), successorId: 2 }),
  office(4, 'TA-KV1', 2, { agency: 'court', tier: 'region', validFrom: MERGER }),
  office(5, 'TA-KV2', 2, { agency: 'court', tier: 'region', validFrom: MERGER }),
  office(6, 'CAX-5', 5, { agency: 'commune-police', tier: 'commune', validFrom: MERGER }),
  office(7, 'CLOSED', 4, { validTo: EVE }),
  office(8, 'LATE', 4, { validFrom: day('2020-01-01'), validTo: EVE, successorId: 2 }),
];
const coverage: OfficeCoverage[] = [
  { officeId: 4, territoryId: 5, validFrom: MERGER },
  { officeId: 5, territoryId: 6, validFrom: MERGER },
];
const register = new OfficeRegister(offices, coverage, tree);
const codes = (found: readonly Office[]): string[] => found.map(({ code }) => code);

describe('the register of offices', () => {
  it('a district police passes to the province on 1/3/2025 and to the merged province on 1/7/2025', () => {
    const district = register.getByCode('CA-DISTRICT');
    const holderOn = (value: string): string | undefined => register.successorOf(district, day(value))?.code;
    expect(holderOn('2025-02-28')).toBe('CA-DISTRICT');
    expect(holderOn('2025-03-01')).toBe('CA-OLD');
    expect(holderOn('2025-06-30')).toBe('CA-OLD');
    expect(holderOn('2025-07-01')).toBe('CA-NEW');
  });

  it('names nobody before the first day and after an end without successor', () => {
    expect(register.successorOf(register.getByCode('CA-NEW'), EVE)).toBeUndefined();
    expect(register.successorOf(register.getByCode('LATE'), day('2019-12-31'))).toBeUndefined();
    expect(register.successorOf(register.getByCode('CLOSED'), MERGER)).toBeUndefined();
  });

  it('whoever holds the work on a day is in force on it, and holds its own work', () => {
    const days = fc.integer({ min: -400, max: 6500 }).map((count): Day => addDays(START, count));
    fc.assert(
      fc.property(fc.constantFrom(...offices), days, (some, on) => {
        const holder = register.successorOf(some, on);
        if (!holder) return;
        expect(validOn(holder, on)).toBe(true);
        expect(register.successorOf(holder, on)).toBe(holder);
      }),
    );
  });

  it('refuses a ring of successors', () => {
    const ring = new OfficeRegister(
      [office(1, 'A', 3, { validTo: EVE, successorId: 2 }), office(2, 'B', 3, { validTo: EVE, successorId: 1 })],
      [],
      tree,
    );
    expect(() => ring.successorOf(ring.getByCode('A'), MERGER)).toThrow(
      expect.objectContaining({ code: 'office.succession-cycle' }),
    );
  });

  it('adds up the offices of a territory of all times', () => {
    expect(codes(register.inSubtreeOf(2)).sort()).toEqual(codes(offices).sort());
    expect(codes(register.inSubtreeOf(3))).toEqual(['CA-OLD', 'CA-DISTRICT', 'CLOSED', 'LATE']);
  });

  it('a commune is covered by its own police, its province and the one regional court that names it', () => {
    expect(codes(register.covering(5, MERGER))).toEqual(['CAX-5', 'CA-NEW', 'TA-KV1']);
    expect(codes(register.covering(6, MERGER))).toEqual(['CA-NEW', 'TA-KV2']);
    expect(codes(register.covering(4, day('2025-01-15')))).toEqual(['CA-DISTRICT', 'CLOSED', 'LATE', 'CA-OLD']);
  });

  it('the ground of a regional court is its communes, of another office its seat', () => {
    expect(register.groundOf(register.getByCode('TA-KV1'), MERGER)).toEqual([5]);
    expect(register.groundOf(register.getByCode('CA-NEW'), MERGER)).toEqual([2]);
  });

  it('says so when there is no such office', () => {
    expect(() => register.getByCode('NONE')).toThrow(expect.objectContaining({ code: 'office.not-found' }));
    expect(() => register.get(99)).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });
});
