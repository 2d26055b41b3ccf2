import { type Day, addDays, day } from '#libs/domain/kernel';
import { CellFault, type CellContent } from '../cell-content.js';
import type { NumberKind } from './styles.js';

const LONGEST_NUMBER = 64;
const WHOLE = /^(?:0|-?[1-9]\d*)$/;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** A spreadsheet shows 15 digits; the 16th and 17th in the file are the noise of binary fractions. */
const SHOWN_DIGITS = 15;
const SECONDS_PER_DAY = 86_400;
/** 31 December 9999 in the count from 1900. */
const LAST_SERIAL = 2_958_465;
/** The 29 February 1900 that Excel believes in. */
const FALSE_LEAP_DAY = 60;
const MOST_REMEMBERED_DAYS = 20_000;

const NUMBER_INVALID = new CellFault('cell.number_invalid');
const DATE_INVALID = new CellFault('cell.date_invalid');

/** Writes the numbers of one workbook as text: plain digits without exponent, days `YYYY-MM-DD`, times `HH:MM:SS`. */
export class NumberText {
  private readonly days = new Map<number, CellContent>();

  constructor(private readonly from1904: boolean) {}

  /** @param raw the content of `<v>`. */
  read(raw: string, kind: NumberKind): CellContent {
    if (raw.length > LONGEST_NUMBER) return NUMBER_INVALID;
    if (kind === 'plain' && WHOLE.test(raw)) return raw;
    if (!NUMBER.test(raw)) return NUMBER_INVALID;
    const value = Number(raw);
    if (!Number.isFinite(value)) return NUMBER_INVALID;
    if (kind === 'plain') return plainDigits(value);
    return kind === 'date' ? this.dayOf(Math.floor(value)) : timeOf(value);
  }

  /** A register knows days: the time within the day is left out. */
  private dayOf(serial: number): CellContent {
    const known = this.days.get(serial);
    if (known !== undefined) return known;
    const text = serialToDay(serial, this.from1904) ?? DATE_INVALID;
    if (this.days.size < MOST_REMEMBERED_DAYS) this.days.set(serial, text);
    return text;
  }
}

/**
 * @param serial whole number of days in the count of the workbook.
 * @returns the day, or `undefined` when the count means none (0, negative, beyond 9999, and the false 29/2/1900).
 */
export function serialToDay(serial: number, from1904: boolean): Day | undefined {
  if (from1904) return serial < 0 || serial > LAST_SERIAL - 1462 ? undefined : addDays(day('1904-01-01'), serial);
  if (serial < 1 || serial > LAST_SERIAL || serial === FALSE_LEAP_DAY) return undefined;
  return addDays(day('1900-01-01'), serial - (serial > FALSE_LEAP_DAY ? 2 : 1));
}

function timeOf(value: number): CellContent {
  if (value < 0 || value > LAST_SERIAL) return DATE_INVALID;
  const seconds = Math.round(value * SECONDS_PER_DAY);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** @returns the value in at most 15 significant digits, without exponent and without trailing zeros. */
export function plainDigits(value: number): string {
  if (value === 0) return '0';
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(SHOWN_DIGITS - 1)
    .split('e');
  let digits = mantissa.replace('.', '');
  while (digits.endsWith('0')) digits = digits.slice(0, -1);
  const point = Number(exponent) + 1;
  const sign = value < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
