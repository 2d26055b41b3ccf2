import fc from 'fast-check';
import { bareName, foldName, slugOf, spellingKey, tidyName, unitTypeOf, writeOutUnitWord } from './place-name.js';

describe('names of places', () => {
  it.each([
    ['Xã Hoà Bình', 'Xã Hòa Bình'],
    ['Phường Thuỷ Nguyên', 'phường Thủy  Nguyên'],
    ["Xã Ea H'Leo", 'Xã Ea H’Leo'],
    ['Tỉnh Đắk Lắk', 'Tỉnh Đắk Lắk'.normalize('NFD')],
    ['Tỉnh Bà Rịa - Vũng Tàu', 'Tỉnh Bà Rịa-Vũng Tàu'],
  ])('%s and %s are one spelling', (left, right) => {
    expect(spellingKey(left)).toBe(spellingKey(right));
  });

  it.each([
    ['Xã Hòa Bình', 'Xã Hóa Bình'],
    ['Hà Nam', 'Hạ Nam'],
    ['Xã Tân Phú', 'Xã Tấn Phú'],
    ['Ea Drăng', 'Ea Drâng'],
  ])('%s and %s are two places', (left, right) => {
    expect(spellingKey(left)).not.toBe(spellingKey(right));
  });

  it('folds đ, diacritics, apostrophes and hyphens for search', () => {
    expect(foldName('Tỉnh Bà Rịa - Vũng Tàu')).toBe('tinh ba ria vung tau');
    expect(foldName("Đắk M'ri")).toBe('dak mri');
    expect(slugOf('Quận Lê Chân')).toBe('quan-le-chan');
  });

  it('reads the type from the first words, by level', () => {
    expect(unitTypeOf('Thành phố Huế', 'province')).toBe('municipality');
    expect(unitTypeOf('Thành phố Thủ Đức', 'district')).toBe('city');
    expect(unitTypeOf('Thị xã Ninh Hòa', 'district')).toBe('town');
    expect(unitTypeOf('Thị trấn NT Liên Sơn', 'commune')).toBe('township');
    expect(unitTypeOf('Đặc khu Côn Đảo', 'commune')).toBe('special-zone');
    expect(unitTypeOf('Huyện Bắc Quang', 'commune')).toBeUndefined();
    expect(bareName('Thị xã Ninh Hòa')).toBe('Ninh Hòa');
    expect(bareName('Xã Xã Phiên')).toBe('Xã Phiên');
  });

  it('writes out the usual short words', () => {
    expect(writeOutUnitWord('TP. Hải Phòng')).toBe('thành phố hải phòng');
    expect(writeOutUnitWord('TPHCM')).toBe('thành phố hồ chí minh');
    expect(writeOutUnitWord('Q.1')).toBe('quận 1');
    expect(writeOutUnitWord('Tân Phú')).toBe('tân phú');
  });

  it('tidying and folding twice change nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidyName(tidyName(text))).toBe(tidyName(text));
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});
