import { DomainError } from '#libs/domain/kernel';
import { type BirthDate, earliestBirth, latestBirth } from './birth-date.js';

export type Sex = 'male' | 'female';

/** What the twelve digits say, by Điều 13 Nghị định 137/2015/NĐ-CP. */
export interface CitizenNumberParts {
  /** Of the province where the birth was registered, as it was before 1 July 2025; absent for a birth abroad. */
  readonly province?: string;
  /** Of the country of birth; which codes there are is not checked. */
  readonly country?: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** What a number and the rest of the record say differently; the number may still be the right one. */
export type CitizenNumberWarning = 'paper.sex-differs' | 'paper.birth-year-differs';

/** The 63 provinces; the numbers given under them stay valid after the mergers of 2025. */
const PROVINCES = new Set(
  (
    '001,002,004,006,008,010,011,012,014,015,017,019,020,022,024,025,026,027,030,031,033,034,035,036,037,038,040,' +
    '042,044,045,046,048,049,051,052,054,056,058,060,062,064,066,067,068,070,072,074,075,077,079,080,082,083,084,' +
    '086,087,089,091,092,093,094,095,096'
  ).split(','),
);
const SHAPE = /^(\d{3})(\d)(\d{2})\d{6}$/;
const FIRST_CENTURY = 1900;

/**
 * Takes a citizen's number (số định danh cá nhân, căn cước) apart. It has no check digit.
 * @param number twelve digits, nothing else.
 * @throws DomainError `paper.shape` when it has not this shape, `paper.province-unknown`.
 */
export function citizenNumberParts(number: string): CitizenNumberParts {
  const [, place = '', centuryAndSex = '', year = ''] = SHAPE.exec(number) ?? [];
  if (place === '') throw new DomainError('paper.shape', 'malformed', { kind: 'citizen-card' });
  const isHome = place.startsWith('0');
  if (isHome && !PROVINCES.has(place)) throw new DomainError('paper.province-unknown', 'malformed');
  const digit = Number(centuryAndSex);
  return {
    ...(isHome ? { province: place } : { country: place }),
    sex: digit % 2 === 0 ? 'male' : 'female',
    birthYear: FIRST_CENTURY + Math.floor(digit / 2) * 100 + Number(year),
  };
}

/**
 * @param number as `citizenNumberParts` takes it, which throws for another.
 * @returns where it disagrees with what else is known of its bearer; a warning, never a reason to refuse.
 */
export function citizenNumberWarnings(
  number: string,
  known: { readonly sex?: Sex; readonly birth?: BirthDate },
): CitizenNumberWarning[] {
  const { sex, birthYear } = citizenNumberParts(number);
  const warnings: CitizenNumberWarning[] = [];
  if (known.sex !== undefined && known.sex !== sex) warnings.push('paper.sex-differs');
  if (known.birth !== undefined && !mayBeBornIn(known.birth, birthYear)) warnings.push('paper.birth-year-differs');
  return warnings;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

const mayBeBornIn = (birth: BirthDate, year: number): boolean =>
  yearOf(earliestBirth(birth)) <= year && year <= yearOf(latestBirth(birth));
