import { codeAt, findStepOf, newTotpSecret, stepAt, toBase32, totpUri } from './totp.js';

const SECRET = toBase32(Buffer.from('12345678901234567890'));
const at = (seconds: number): Date => new Date(seconds * 1_000);

describe('a code of an app', () => {
  // RFC 6238, appendix B, SHA-1: of eight digits the last six.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %d is that of the standard', (seconds, eightDigits) => {
    expect(codeAt(SECRET, stepAt(at(seconds)))).toBe(eightDigits.slice(2));
  });

  it('counts in its half minute, the one before and the one after, and in no other', () => {
    const now = at(1_700_000_010);
    const step = stepAt(now);
    const found = [-2, -1, 0, 1, 2].map((shift) => findStepOf(SECRET, codeAt(SECRET, step + shift), now));
    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it.each(['', '12345', '1234567', '12345a', ' 123456', '１２３４５６'])('is not %j', (code) => {
    expect(findStepOf(SECRET, code, at(59))).toBeUndefined();
  });

  it('belongs to one secret', () => {
    const [first, second] = [newTotpSecret(), newTotpSecret()];
    expect(first).toMatch(/^[A-Z2-7]{32}$/);
    expect(second).not.toBe(first);
  });
});

describe('the address for an app', () => {
  it('names product and account, and nothing breaks out of it', () => {
    expect(totpUri('ABC', 'a&b')).toBe('otpauth://totp/Theo%C3%81n:a%26b?secret=ABC&issuer=Theo%C3%81n');
  });

  it('writes base 32 as RFC 4648 does', () => {
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => toBase32(Buffer.from(text)))).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
  });
});
