import type { TableRow } from '#libs/platform/spreadsheet';
import { EventReader, isRefused } from './docket-event.js';
import { readProfile } from './read-profile.js';

const profile = (format: string) =>
  readProfile(`
profile: spec
columns: { case: id, defendant: person, stage: activity, date: time, result: outcome }
dates: { format: ${format}, min: 2010-01-01, max: 2026-12-31 }
offices: { police: CA-01, procuracy: VKS-01, court: TA-01 }
stages:
  - { stage: Case  filed, rules: [{ result: '^(ok)?$', reason: no step }] }
`);

const row = (cells: Record<string, string>, faults: TableRow['faults'] = []): TableRow => ({
  line: 7,
  cells: new Map(Object.entries({ id: 'A', person: '', activity: 'case filed', time: '', outcome: '', ...cells })),
  faults,
});
const read = (format: string, cells: Record<string, string>, faults: TableRow['faults'] = []) => {
  const event = new EventReader(profile(format)).read(row(cells, faults));
  return isRefused(event) ? event.code : event.on;
};

describe('a row of a foreign log', () => {
  it.each([
    ['yyyy-mm-dd', '2023-02-05'],
    ['yyyy-mm-dd', '2023/02/05 10:30:00.000'],
    ['yyyy-mm-dd', '2023-2-5'],
    ['yyyy-mm-dd', '2023-02-05T23:59:59Z'],
    ['yyyy-mm-dd', '2023-02-05T23:59:59.123+07:00'],
    ['yyyy-mm-dd', ' 2023-02-05 00:00:00+0100 '],
    ['dd/mm/yyyy', '05/02/2023'],
    ['dd/mm/yyyy', '5.2.2023 14:05'],
    ['dd/mm/yyyy', '2023-02-05'],
    ['mm/dd/yyyy', '02/05/2023'],
  ])('is read in the format %s: "%s" is 5 February 2023, whatever time and zone follow', (format, time) => {
    expect(read(format, { time })).toBe('2023-02-05');
  });

  it.each([
    ['yyyy-mm-dd', '2023-02-31'],
    ['yyyy-mm-dd', '2023-13-01'],
    ['yyyy-mm-dd', '0001-01-01'],
    ['yyyy-mm-dd', '2023-02-051'],
    ['yyyy-mm-dd', '2023-02/05'],
    ['yyyy-mm-dd', '05/02/2023'],
    ['yyyy-mm-dd', 'yesterday'],
    ['dd/mm/yyyy', '31/02/2023'],
    ['dd/mm/yyyy', '05/28/2023'],
  ])('is refused in the format %s when its day is "%s"', (format, time) => {
    expect(read(format, { time })).toBe('docket.date-invalid');
  });

  it.each(['2999-12-31T00:00:00Z', '2009-12-31', '2027-01-01'])('is out of range on %s', (time) => {
    expect(read('yyyy-mm-dd', { time })).toBe('docket.date-out-of-range');
  });

  it.each(['case filed', 'CASE FILED', ' Case   Filed ', 'case\u00a0filed'])('knows the stage "%s"', (activity) => {
    expect(read('yyyy-mm-dd', { activity, time: '2023-02-05' })).toBe('2023-02-05');
  });

  it.each([
    [{ id: ' ' }, 'docket.no-case'],
    [{ activity: '' }, 'docket.stage-unknown'],
    [{ activity: 'memo' }, 'docket.stage-unknown'],
    [{ time: '  ' }, 'docket.date-missing'],
    [{ outcome: 'odd' }, 'docket.result-unknown'],
  ])('is refused when it says %j', (cells, code) => {
    expect(read('yyyy-mm-dd', { time: '2023-02-05', ...cells })).toBe(code);
  });

  it('is refused when its cells do not fit the header, or a cell that matters cannot be read', () => {
    const time = '2023-02-05';
    expect(read('yyyy-mm-dd', { time }, [{ code: 'row.ragged', expected: 5, found: 4 }])).toBe('row.ragged');
    expect(read('yyyy-mm-dd', { time }, [{ code: 'cell.error_value', header: 'outcome' }])).toBe('cell.error_value');
    expect(read('yyyy-mm-dd', { time }, [{ code: 'cell.error_value', header: 'notes' }])).toBe('2023-02-05');
  });
});
