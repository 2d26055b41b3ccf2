import fc from 'fast-check';
import { NumberText, plainDigits, serialToDay } from './number-text.js';

const from1900 = new NumberText(false);

describe('numbers of a workbook', () => {
  it.each([
    ['12', '12'],
    ['001', '1'],
    ['-0', '0'],
    ['001111111111', '1111111111'],
    ['1234567890123456789', '1234567890123456789'],
    ['2.50', '2.5'],
    ['0.30000000000000004', '0.3'],
    ['1E-3', '0.001'],
    ['1.5e+21', '1500000000000000000000'],
    ['-1.25E2', '-125'],
    ['.5', '0.5'],
    ['1E-300', `0.${'0'.repeat(299)}1`],
  ])('%s reads %s', (raw, text) => {
    expect(from1900.read(raw, 'plain')).toBe(text);
  });

  it.each(['', 'x', '1e999', '1E', '0x10', '1,5', 'NaN', 'Infinity', '1'.repeat(65), '--1'])('%j is a fault', (raw) => {
    expect(from1900.read(raw, 'plain')).toEqual({ code: 'cell.number_invalid' });
  });

  it('are written without exponent and without losing a shown digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainDigits(value);
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)));
      }),
    );
  });
});

describe('days of a workbook', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [45351, '2024-02-29'],
    [2958465, '9999-12-31'],
    [2958466, undefined],
    [0, undefined],
    [-1, undefined],
  ])('counted from 1900: %i is %s', (serial, day) => {
    expect(serialToDay(serial, false)).toBe(day);
  });

  it.each([
    [0, '1904-01-01'],
    [43889, '2024-02-29'],
    [2957003, '9999-12-31'],
    [2957004, undefined],
    [-1, undefined],
  ])('counted from 1904: %i is %s', (serial, day) => {
    expect(serialToDay(serial, true)).toBe(day);
  });

  it('drop the time, and a count that is no day is a fault', () => {
    expect(from1900.read('45351.75', 'date')).toBe('2024-02-29');
    expect(from1900.read('60', 'date')).toEqual({ code: 'cell.date_invalid' });
    expect(from1900.read('1E300', 'date')).toEqual({ code: 'cell.date_invalid' });
  });

  it('times are written with two digits, durations beyond a day in hours', () => {
    expect(from1900.read('0.5', 'time')).toBe('12:00:00');
    expect(from1900.read('1.0423611111', 'time')).toBe('25:01:00');
    expect(from1900.read('-1', 'time')).toEqual({ code: 'cell.date_invalid' });
  });
});
