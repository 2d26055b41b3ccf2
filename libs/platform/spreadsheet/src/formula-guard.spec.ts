import fc from 'fast-check';
import { withFormulaGuard, withoutFormulaGuard } from './formula-guard.js';

describe('the guard against formulas in a CSV', () => {
  it.each(['=1+1', '+84', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'=1"])(
    'puts an apostrophe before %j',
    (text) => {
      expect(withFormulaGuard(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'Nguyễn', ' =1', '1=1', "'", "'tên"])('leaves %j alone', (text) => {
    expect(withFormulaGuard(text)).toBe(text);
  });

  it('never lets a dangerous beginning through, and is undone exactly', () => {
    const beginning = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a'), maxLength: 6 });
    fc.assert(
      fc.property(beginning, fc.string(), (start, rest) => {
        const guarded = withFormulaGuard(start + rest);
        expect(guarded).not.toMatch(/^[=+\-@\t\r]/);
        expect(withoutFormulaGuard(guarded)).toBe(start + rest);
      }),
    );
  });
});
