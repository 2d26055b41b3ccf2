import { DomainError } from '#libs/domain/kernel';
import {
  birthDate,
  birthDay,
  birthYear,
  citizenNumberParts,
  citizenNumberWarnings,
  earliestBirth,
  identityPaper,
  latestBirth,
} from './index.js';

function refusalOf(attempt: () => unknown): DomainError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('not refused');
}

const codeOf = (attempt: () => unknown): string => refusalOf(attempt).code;
const three = (number: number): string => String(number).padStart(3, '0');
const accepted = (prefix: string): boolean => {
  try {
    return citizenNumberParts(`${prefix}000000`) !== undefined;
  } catch {
    return false;
  }
};

describe('a citizen’s number', () => {
  it('is accepted for 63 provinces and every country, both sexes and three centuries', () => {
    const codes = Array.from({ length: 1_000 }, (_, code) => three(code)).filter((code) => accepted(`${code}000`));
    expect(codes.filter((code) => code < '100')).toHaveLength(63);
    expect(codes.filter((code) => code >= '100')).toHaveLength(900);
    for (const code of codes) {
      for (const [digit, sex, century] of [
        [0, 'male', 1900],
        [1, 'female', 1900],
        [2, 'male', 2000],
        [3, 'female', 2000],
        [4, 'male', 2100],
        [5, 'female', 2100],
      ] as const) {
        const place = code < '100' ? { province: code } : { country: code };
        expect(citizenNumberParts(`${code}${digit}07000000`)).toEqual({ ...place, sex, birthYear: century + 7 });
      }
    }
  });

  it.each(['', '00100000000', '0010000000000', '00100000000x', ' 001000000000', '００1000000000', '-01000000000'])(
    '%j has not its shape',
    (number) => {
      expect(codeOf(() => citizenNumberParts(number))).toBe('paper.shape');
    },
  );

  it.each(['000', '003', '005', '097', '099'])('of the province %s, which there is not, is refused', (code) => {
    expect(codeOf(() => citizenNumberParts(`${code}000000000`))).toBe('paper.province-unknown');
  });

  it('warns where it disagrees, and takes what is not known for possible', () => {
    const number = '001305000000'; // invented-number
    expect(citizenNumberWarnings(number, {})).toEqual([]);
    expect(citizenNumberWarnings(number, { sex: 'female', birth: birthDay('2005-02-28') })).toEqual([]);
    expect(citizenNumberWarnings(number, { birth: birthDate('2003~2008') })).toEqual([]);
    expect(citizenNumberWarnings(number, { sex: 'male', birth: birthYear(2006) })).toEqual([
      'paper.sex-differs',
      'paper.birth-year-differs',
    ]);
    expect(citizenNumberWarnings(number, { birth: birthDate('1995~2004') })).toEqual(['paper.birth-year-differs']);
  });
});

describe('an identity paper', () => {
  it.each([
    [
      { kind: 'citizen-card', number: '001 000 000 000' },
      { kind: 'citizen-card', number: '001000000000' },
    ], // invented-number
    [
      { kind: 'identity-card', number: '000.000.000' },
      { kind: 'identity-card', number: '000000000' },
    ],
    [
      { kind: 'passport', number: ' c0000000' },
      { kind: 'passport', number: 'C0000000' },
    ],
    [
      { kind: 'foreign-paper', number: 'xx-0000', country: 'la' },
      { kind: 'foreign-paper', number: 'XX0000', country: 'LA' },
    ],
    [
      { kind: 'none', reason: 'taken-away' },
      { kind: 'none', reason: 'taken-away' },
    ],
  ] as const)('%j is kept as %j', (entered, kept) => {
    expect(identityPaper(entered)).toEqual(kept);
  });

  it.each([
    [{ kind: 'citizen-card' }, 'paper.shape'],
    [{ kind: 'citizen-card', number: '000000000' }, 'paper.shape'],
    [{ kind: 'identity-card', number: '00000000' }, 'paper.shape'],
    [{ kind: 'passport', number: '00000000' }, 'paper.shape'],
    [{ kind: 'foreign-paper', number: 'X', country: 'LA' }, 'paper.shape'],
    [{ kind: 'foreign-paper', number: 'X0000' }, 'paper.country-absent'],
    [{ kind: 'none' }, 'paper.reason-absent'],
    [{ kind: 'none', reason: 'whatever' }, 'paper.reason-absent'],
    [{ kind: 'none', reason: 'lost', number: '000000000' }, 'paper.shape'],
  ] as const)('%j is refused: %s', (entered, code) => {
    expect(codeOf(() => identityPaper(entered))).toBe(code);
  });

  it('is refused without its number', () => {
    const refusal = refusalOf(() => identityPaper({ kind: 'citizen-card', number: '099-x-01' }));
    expect(JSON.stringify([refusal.message, refusal.facts])).not.toMatch(/099|01/);
  });
});

describe('a date of birth', () => {
  it.each([
    ['2008-02-29', 'day', '2008-02-29', '2008-02-29'],
    ['2008-02', 'month', '2008-02-01', '2008-02-29'],
    ['2009-02', 'month', '2009-02-01', '2009-02-28'],
    ['2008', 'year', '2008-01-01', '2008-12-31'],
    ['2006~2010', 'estimated', '2006-01-01', '2010-12-31'],
  ])('%s, known to the %s, lies between %s and %s', (text, precision, first, last) => {
    const birth = birthDate(text);
    expect([birth.precision, earliestBirth(birth), latestBirth(birth)]).toEqual([precision, first, last]);
  });

  it.each(['', '2009-02-29', '2009-13', '2009-00', '1899', '2201', '2010~2006', '1960~2000', '09', '1/2/2009'])(
    '%j is none, and the refusal does not repeat it',
    (text) => {
      const refusal = refusalOf(() => birthDate(text));
      expect([refusal.code, refusal.facts]).toEqual(['birth.malformed', {}]);
    },
  );
});
