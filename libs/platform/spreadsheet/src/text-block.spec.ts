import fc from 'fast-check';
import { textTable, wrapped } from './text-block.js';

describe('a table', () => {
  it('has columns as wide as their longest cell, in composed characters', () => {
    expect(
      textTable(
        ['Mã', 'Chỉ tiêu'],
        [
          ['K1', '= 100 %'],
          ['K2 dài'.normalize('NFD'), '> 90 %'],
        ],
      ),
    ).toEqual(['Mã      Chỉ tiêu', '──────  ────────', 'K1      = 100 %', 'K2 dài  > 90 %']);
  });

  it('breaks its last column where it would become too wide', () => {
    expect(textTable(['Mã', 'Lời'], [['K1', 'một hai ba bốn']], 12)).toEqual([
      'Mã  Lời',
      '──  ───────',
      'K1  một hai',
      '    ba bốn',
    ]);
  });

  it('has a header and a rule when it is empty', () => {
    expect(textTable(['Mã'], [])).toEqual(['Mã', '──']);
  });
});

describe('a wrapped text', () => {
  const words = fc.array(fc.stringMatching(/^\S{1,12}$/u), { minLength: 1, maxLength: 40 });

  it('keeps every word in order, on lines that are never longer than the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 16, max: 60 }), fc.integer({ min: 0, max: 4 }), (list, width, indent) => {
        const lines = wrapped(list.join(' '), width, indent);
        expect(lines.join(' ').split(' ').filter(Boolean)).toEqual(list);
        expect(lines.every((line) => [...line].length <= width && line.startsWith(' '.repeat(indent)))).toBe(true);
      }),
    );
  });

  it('does not break a word that is longer than the line', () => {
    expect(wrapped('a 2548/QCPH-LĐTBXH-CA-QP-NG b', 10)).toEqual(['a', '2548/QCPH-LĐTBXH-CA-QP-NG', 'b']);
  });
});
