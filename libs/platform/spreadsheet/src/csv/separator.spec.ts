import { separatorOf } from './separator.js';

describe('the separator of a text table', () => {
  it.each([
    ['a,b;c,d', ','],
    ['a;b;c,d', ';'],
    ['a\tb\tc;d', '\t'],
    ['"a,b,c";d', ';'],
    ['"a ""x"", b";d;e', ';'],
    ['\r\n\na;b\n1,2,3,4', ';'],
    ['only one', ','],
    ['', ','],
    ['a;b\tc', '\t'],
  ])('of %j is %j', (header, separator) => {
    expect(separatorOf(header)).toBe(separator);
  });
});
