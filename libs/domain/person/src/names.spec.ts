import fc from 'fast-check';
import { foldName, maskName, maskNumber, matchesName, normaliseName } from './index.js';

/** Invented bearers of name patterns that are not họ–đệm–tên of the majority, with the mask of each. */
const PATTERNS: readonly (readonly [string, string])[] = [
  ['Nguyễn Thị Hòa', 'Nguyễn T. H.'],
  ["H'Hen Niê", "H'H. N."],
  ['H’Mơ Êban Giả', "H'M. Ê. G."],
  ['Y Blok', 'Y B.'],
  ['Y Blok Niê Thử', 'Y B. N. T.'],
  ['Vàng A Páo', 'Vàng A. P.'],
  ['Giàng Thị Thử Sua', 'Giàng T. T. S.'],
  ["K'Brể", "K'B."],
  ["K'Brể Lơ Mu", "K'B. L. M."],
  ['Ka Hường', 'Ka H.'],
  ["Rơ Châm H'Thử", "Rơ C. H'T."],
  ['A Thử', 'A T.'],
  ['Siu Giả', 'Siu G.'],
  ['Thạch Sa Rây', 'Thạch S. R.'],
  ['Lò Văn Giả', 'Lò V. G.'],
  ['Chảo Ông Thử', 'Chảo Ô. T.'],
  ['Bun Nhơ', 'Bun N.'],
  ['Páo', 'P.'],
  ['đặng đức đôn', 'đặng Đ. Đ.'],
  ['Hồ-Thử Giả', 'Hồ-Thử G.'],
];

describe('the mask of a name', () => {
  it.each(PATTERNS)('%s is shown as %s', (name, mask) => {
    expect(maskName(name)).toBe(mask);
    expect(maskName(name.normalize('NFD'))).toBe(mask);
  });

  it('hides what has no letter, and shows nothing of nothing', () => {
    expect(maskName('? Thử')).toBe('• T.');
    expect(maskName('???')).toBe('•');
    expect(maskName('  ')).toBe('');
  });

  it('never shows a last word whole', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ỹ]{2,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const last = words[words.length - 1]!.normalize('NFC');
        expect(maskName(words.join(' ')).split(' ').pop()).not.toBe(last);
      }),
    );
  });
});

describe('the mask of a number', () => {
  it.each([
    ['000000000123', '0••••••••123'], // invented-number
    ['000 000 000 123', '0••••••••123'], // invented-number
    ['000000123', '0•••••123'],
    ['B0000123', 'B••••123'],
    ['1234567', '•••••••'],
    ['', ''],
  ])('%s is shown as %s', (number, mask) => {
    expect(maskNumber(number)).toBe(mask);
  });
});

describe('the spelling under which a name is kept', () => {
  it.each([
    ['  Nguyễn\u00a0 Thị\tThử ', 'Nguyễn Thị Thử'],
    ['Ðặng ðức Giả', 'Đặng đức Giả'],
    ['H’Hen', "H'Hen"],
    ['H´Hen', "H'Hen"],
    ['Hoà', 'Hoà'],
  ])('of %j is %j', (text, kept) => {
    expect(normaliseName(text)).toBe(kept);
    expect(normaliseName(text.normalize('NFD'))).toBe(kept);
  });
});

describe('a name folded for the search', () => {
  it.each([
    ['Hoà', 'hoa'],
    ['Hòa', 'hoa'],
    ['ĐẶNG ĐÌNH THỬ', 'dang dinh thu'],
    ['Ðặng Ðình Thử', 'dang dinh thu'],
    ['Nguyễn Thị Thuỷ', 'nguyen thi thuy'],
    ['Ƀlô Ksơr', 'blo ksor'],
    ["H'Hen Niê", "h'hen nie"],
  ])('%s becomes %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
    expect(foldName(name.normalize('NFD'))).toBe(folded);
  });

  it('stays as it is when folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)));
  });
});

const FOUND: readonly (readonly [string, string])[] = [
  ['nguyen thi hoa', 'Nguyễn Thị Hòa'],
  ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
  ['thị h', 'Nguyễn Thị Hòa'],
  ['hoa', 'Nguyễn Thị Hòa'],
  ['HOÁ', 'Nguyễn Thị Hòa'],
  ['dang', 'Ðặng Đình Thử'],
  ['đang dinh', 'Ðặng Đình Thử'],
  ["h'hen", 'H’Hen Niê'],
  ['hhen nie', "H'Hen Niê"],
  ['h hen', "H'Hen Niê"],
  ['H Hen', 'H-Hen Niê'],
  ['a pao', 'Vàng A Páo'],
  ['y bl', 'Y Blok'],
];

describe('the search by name', () => {
  it.each(FOUND)('%s finds %s', (query, name) => {
    expect(matchesName(query, name)).toBe(true);
    expect(matchesName(query.normalize('NFD'), name.normalize('NFC'))).toBe(true);
    expect(matchesName(query.normalize('NFC'), name.normalize('NFD'))).toBe(true);
  });

  it.each([
    ['', 'Nguyễn Thị Hòa'],
    ['  ', 'Nguyễn Thị Hòa'],
    ["'", "H'Hen Niê"],
    ['oa', 'Nguyễn Thị Hòa'],
    ['hoa nguyen', 'Nguyễn Thị Hòa'],
    ['nguyen hoa', 'Nguyễn Thị Hòa'],
    ['ngu thi', 'Nguyễn Thị Hòa'],
    ['hoa lan', 'Nguyễn Thị Hòa'],
  ])('%j does not find %s', (query, name) => {
    expect(matchesName(query, name)).toBe(false);
  });

  it.each([
    ['hoà', 'Nguyễn Thị Hòa', true],
    ['THỊ HÒA', 'Nguyễn Thị Hoà', true],
    ['thuý', 'Lò Thị Thúy', true],
    ['quý', 'Lò Thị Quý', true],
    ['Ðặng', 'Đặng Đình Thử', true],
    ['H’Hen', "H'Hen Niê", true],
    ['hoa', 'Nguyễn Thị Hòa', false],
    ['hoá', 'Nguyễn Thị Hòa', false],
    ['dang', 'Đặng Đình Thử', false],
    ['thi h', 'Nguyễn Thị Hòa', false],
  ])('with its tones, %s and %s: %s', (query, name, isFound) => {
    expect(matchesName(query, name, true)).toBe(isFound);
    expect(matchesName(query.normalize('NFD'), name, true)).toBe(isFound);
  });

  it('finds every name by each run of its words', () => {
    const names = PATTERNS.map(([name]) => name);
    for (const name of names) {
      const words = name.split(' ');
      for (let start = 0; start < words.length; start++) {
        const query = words.slice(start).join(' ');
        expect([query, matchesName(foldName(query), name), matchesName(query, name, true)]).toEqual([
          query,
          true,
          true,
        ]);
      }
    }
  });
});
