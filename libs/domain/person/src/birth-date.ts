import { type Day, DomainError, day, daysInMonth, isDay } from '#libs/domain/kernel';

/** A date of birth as far as it is known. */
export type BirthDate =
  | { readonly precision: 'day'; readonly day: Day }
  /** `YYYY-MM`. */
  | { readonly precision: 'month'; readonly month: string }
  | { readonly precision: 'year'; readonly year: number }
  /** Both years included; by an expert's finding or by what the person looks like. */
  | { readonly precision: 'estimated'; readonly from: number; readonly to: number };

export type BirthPrecision = BirthDate['precision'];

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const LONGEST_ESTIMATE = 30;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

const isYear = (year: number): boolean => Number.isInteger(year) && FIRST_YEAR <= year && year <= LAST_YEAR;

function requireYear(year: number): number {
  if (!isYear(year)) throw new DomainError('birth.malformed', 'malformed');
  return year;
}

/** Born on a day known, `YYYY-MM-DD`. @throws DomainError `birth.malformed`, which does not repeat it. */
export function birthDay(text: string): BirthDate {
  if (!isDay(text)) throw new DomainError('birth.malformed', 'malformed');
  requireYear(Number(text.slice(0, 4)));
  return { precision: 'day', day: text };
}

/** Born in a month known, `YYYY-MM`. @throws DomainError `birth.malformed`. */
export function birthMonth(text: string): BirthDate {
  requireYear(Number(MONTH.exec(text)?.[1]));
  return { precision: 'month', month: text };
}

/** Born in a year known. @throws DomainError `birth.malformed`. */
export function birthYear(year: number): BirthDate {
  return { precision: 'year', year: requireYear(year) };
}

/** Born in one of some years, at most 30 apart. @throws DomainError `birth.malformed`. */
export function estimatedBirth(from: number, to: number): BirthDate {
  const isRange = requireYear(from) <= requireYear(to) && to - from <= LONGEST_ESTIMATE;
  if (!isRange) throw new DomainError('birth.malformed', 'malformed');
  return { precision: 'estimated', from, to };
}

/** Reads `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `YYYY~YYYY` (estimated). @throws DomainError `birth.malformed`. */
export function birthDate(text: string): BirthDate {
  const [, from, to] = /^(\d{4})~(\d{4})$/.exec(text) ?? [];
  if (from !== undefined) return estimatedBirth(Number(from), Number(to));
  if (/^\d{4}$/.test(text)) return birthYear(Number(text));
  return MONTH.test(text) ? birthMonth(text) : birthDay(text);
}

/** @returns the first day on which the person may have been born. */
export function earliestBirth(birth: BirthDate): Day {
  switch (birth.precision) {
    case 'day':
      return birth.day;
    case 'month':
      return day(`${birth.month}-01`);
    case 'year':
      return day(`${birth.year}-01-01`);
    case 'estimated':
      return day(`${birth.from}-01-01`);
  }
}

/**
 * @returns the last day on which the person may have been born: the day of birth by law of a person who may be under 18
 * (khoản 2 Điều 417 Bộ luật Tố tụng hình sự: last day of the month or year known).
 */
export function latestBirth(birth: BirthDate): Day {
  switch (birth.precision) {
    case 'day':
      return birth.day;
    case 'month': {
      const [year, month] = birth.month.split('-').map(Number);
      return day(`${birth.month}-${daysInMonth(year ?? 0, month ?? 0)}`);
    }
    case 'year':
      return day(`${birth.year}-12-31`);
    case 'estimated':
      return day(`${birth.to}-12-31`);
  }
}
