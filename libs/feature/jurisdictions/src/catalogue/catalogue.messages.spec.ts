import { day } from '#libs/domain/kernel';
import { type KnownUnit } from './catalogue-comparison.js';
import { CATALOGUE_FAULT_CODES } from './catalogue-fault.js';
import { catalogueReportLines } from './catalogue.messages.js';
import { type CatalogueReport } from './import-catalogue.service.js';
import { type CatalogueUnit } from './official-catalogue.js';

const unit: CatalogueUnit = {
  level: 'commune',
  code: '00009',
  name: 'Phường Thử',
  unitType: 'ward',
  provinceCode: '31',
  file: 'xa.csv',
  line: 7,
};
const name = {
  territoryId: 1,
  validFrom: day('2025-07-01'),
  code: '00001',
  name: 'Xã Thử',
  unitType: 'commune' as const,
};
const known: KnownUnit = { territory: { id: 1, level: 'commune', ...name }, name, provinceCode: '31' };
const report = (parts: Partial<CatalogueReport>): CatalogueReport => ({
  changes: [],
  faults: [],
  respelled: 0,
  applied: false,
  ...parts,
});

describe('the report of a catalogue in words', () => {
  it('shows what was and what is', () => {
    const changes = [
      { kind: 'added' as const, unit },
      { kind: 'retyped' as const, known, unit },
      { kind: 'vanished' as const, known },
    ];
    expect(catalogueReportLines(report({ changes, respelled: 4, applied: true }), 'vi')).toEqual([
      'Thêm mới: 00009 Phường Thử',
      'Đổi loại: 00001 Xã Thử → 00009 Phường Thử',
      'Không còn: 00001 Xã Thử',
      'Khác cách viết dấu, giữ nguyên: 4',
      'Đã ghi: 3 thay đổi',
    ]);
    expect(catalogueReportLines(report({ changes }), 'en').at(-1)).toBe('Nothing applied: 3 changes');
  });

  it.each(CATALOGUE_FAULT_CODES)('has a place and a sentence for %s in both languages', (code) => {
    const names = ['reason', 'largest', 'column', 'found', 'expected', 'code', 'other', 'name', 'unitType'];
    const facts = Object.fromEntries([...names, 'province', 'from', 'to'].map((fact) => [fact, `<${fact}>`]));
    const faults = [{ file: 'xa.csv', line: 7, code, facts }];
    const [vi, en] = (['vi', 'en'] as const).map((language) => catalogueReportLines(report({ faults }), language));
    expect(vi).toHaveLength(2);
    const placesOf = (line = ''): string[] => (line.match(/<\w+>/g) ?? []).sort();
    for (const line of [vi![0]!, en![0]!]) expect(line).toMatch(/^xa\.csv:7: [^{}]+$/);
    expect(placesOf(en![0])).toEqual(placesOf(vi![0]));
    expect(vi![0]).not.toBe(en![0]);
  });
});
