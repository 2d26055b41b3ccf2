import fc from 'fast-check';
import { day } from '#libs/domain/kernel';
import { type CatalogueComparison, type KnownUnit, compareCatalogue } from './catalogue-comparison.js';
import { type CatalogueUnit } from './official-catalogue.js';

const BEGIN = day('2025-07-01');
const ON = day('2026-04-30');

const unit = (code: string, name: string, provinceCode?: string): CatalogueUnit => ({
  level: provinceCode === undefined ? 'province' : 'commune',
  code,
  name,
  unitType: name.startsWith('Phường') ? 'ward' : provinceCode === undefined ? 'province' : 'commune',
  provinceCode,
  file: provinceCode === undefined ? 'provinces.csv' : 'communes.csv',
  line: Number(code),
});

/** What is known when exactly these units stand. */
const known = (units: readonly CatalogueUnit[]): KnownUnit[] =>
  units.map(({ level, code, name, unitType, provinceCode }, index) => {
    const territory = { id: index + 1, code, level, name, unitType, validFrom: BEGIN };
    return { territory, provinceCode, name: { territoryId: index + 1, validFrom: BEGIN, code, name, unitType } };
  });

const base = [
  unit('31', 'Tỉnh Thử Một'),
  unit('82', 'Tỉnh Thử Hai'),
  unit('00001', 'Xã Tân Phú', '31'),
  unit('00002', 'Xã Thuận Hòa', '31'),
  unit('00003', 'Xã Tân Phú', '82'),
];
const compare = (units: readonly CatalogueUnit[], on = ON): CatalogueComparison =>
  compareCatalogue(known(base), units, on);
const replaced = (code: string, by: CatalogueUnit): CatalogueUnit[] =>
  base.map((one) => (one.code === code ? by : one));
const kinds = ({ changes }: CatalogueComparison): string[] => changes.map(({ kind }) => kind);
const faults = (found: CatalogueComparison): string[] => found.faults.map(({ line, code }) => `${line} ${code}`);

describe('comparing the catalogue with what is known', () => {
  it('finds nothing when nothing changed, in whatever order the rows come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(base, { minLength: base.length }), (units) => {
        expect(compare(units)).toEqual({ changes: [], faults: [], respelled: 0 });
      }),
    );
  });

  it('another way to write a tone is no renaming', () => {
    expect(compare(replaced('00002', unit('00002', 'Xã Thuận Hoà', '31')))).toEqual({
      changes: [],
      faults: [],
      respelled: 1,
    });
  });

  it.each([
    ['renamed', unit('00002', 'Xã Thuận Hóa', '31')],
    ['retyped', unit('00002', 'Phường Thuận Hòa', '31')],
    ['recoded', unit('00009', 'Xã Thuận Hoà', '31')],
  ])('a commune may be %s and stays the same territory', (kind, changed) => {
    const found = compare(replaced('00002', changed));
    expect(found.faults).toEqual([]);
    expect(found.changes).toEqual([{ kind, unit: changed, known: known(base)[3] }]);
  });

  it('another name under another code is one commune gone and one come', () => {
    const found = compare(replaced('00002', unit('00009', 'Xã Mới', '31')));
    expect(kinds(found)).toEqual(['added', 'vanished']);
    expect(found.faults).toEqual([]);
  });

  it('the same name in another province is not the same commune', () => {
    expect(kinds(compare([...base.slice(0, 4), unit('00009', 'Xã Tân Phú', '82')]))).toEqual(['recoded']);
    expect(kinds(compare([...base.slice(0, 2), ...base.slice(3), unit('00009', 'Xã Tân Phú', '82')]))).toEqual([
      'added',
      'vanished',
    ]);
  });

  it('refuses what a catalogue cannot tell', () => {
    expect(faults(compare([...base, unit('99', 'Tỉnh Mới'), unit('00010', 'Xã Mới', '99')]))).toEqual([
      '99 province-added',
    ]);
    expect(faults(compare(base.filter(({ code, provinceCode }) => code !== '82' && provinceCode !== '82')))).toEqual([
      '1 province-vanished',
    ]);
    expect(faults(compare(replaced('00003', unit('00003', 'Xã Tân Phú', '31'))))).toContain('3 province-changed');
  });

  it('refuses half a file', () => {
    expect(faults(compare(base.slice(0, 4)))).toEqual(['82 province-empty']);
  });

  it('neither ends nor recodes a territory on its first day', () => {
    expect(faults(compare(replaced('00002', unit('00009', 'Xã Thuận Hòa', '31')), BEGIN))).toEqual([
      '1 changed-on-first-day',
    ]);
    expect(faults(compare(replaced('00002', unit('00002', 'Phường Thuận Hòa', '31')), BEGIN))).toEqual([]);
  });
});
