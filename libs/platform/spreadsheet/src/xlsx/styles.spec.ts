import { StylesHandler, kindOfFormat } from './styles.js';

describe('number formats', () => {
  it.each([
    'dd/mm/yyyy',
    'dd/mm/yyyy;@',
    '[$-42A]dd mmmm yyyy',
    '"Ngày "dd" tháng "mm" năm "yyyy',
    'mmm-yy',
    'd/m/yy h:mm',
    '[Red]yyyy-mm-dd',
    'mmmm',
    'yyyy\\-mm\\-dd',
  ])('%s shows a date', (code) => {
    expect(kindOfFormat(code)).toBe('date');
  });

  it.each(['h:mm', 'hh:mm:ss AM/PM', '[h]:mm', '[mm]:ss', 'mm:ss.0'])('%s shows a time', (code) => {
    expect(kindOfFormat(code)).toBe('time');
  });

  it.each([
    'General',
    '0',
    '#,##0.00',
    '0.00E+00',
    '0%',
    '@',
    '"ngày" 0',
    '0" d"',
    '[Red]0',
    '\\d0',
    '_d0',
    '* 0',
    '',
    '0;"yd',
  ])('%s shows a number', (code) => {
    expect(kindOfFormat(code)).toBe('plain');
  });

  it('belong to a cell by the list of cell formats, not by that of named styles', () => {
    const styles = new StylesHandler();
    styles.open('numFmt', { numFmtId: '164', formatCode: 'dd/mm/yyyy' });
    styles.open('cellStyleXfs', {});
    styles.open('xf', { numFmtId: '14' });
    styles.close('cellStyleXfs');
    styles.open('cellXfs', {});
    for (const numFmtId of ['0', '164', '14', '21', '49']) styles.open('xf', { numFmtId });
    styles.open('xf', {});
    styles.close('cellXfs');
    expect(styles.kinds).toEqual(['plain', 'date', 'date', 'time', 'plain', 'plain']);
  });
});
