import { type Day, isDay } from '#libs/domain/kernel';

const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ][\d:.]+Z?$/;
const WHOLE = /^[1-9]\d{0,8}$/;

/** Reads a day as dd/mm/yyyy or yyyy-mm-dd; the reader of workbooks gives the latter. @returns `undefined` for no day. */
export function readDay(text: string): Day | undefined {
  if (isDay(text)) return text;
  const written = WRITTEN.exec(text);
  if (written) {
    const [, date = '', month = '', year = ''] = written;
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(day) ? day : undefined;
  }
  const timed = WITH_TIME.exec(text)?.[1];
  return timed !== undefined && isDay(timed) ? timed : undefined;
}

/** @returns a whole number from 1, or `undefined`. A workbook may give it as `150.0`. */
export function readWhole(text: string): number | undefined {
  const plain = text.replace(/\.0+$/, '');
  return WHOLE.test(plain) ? Number(plain) : undefined;
}

/** @returns the parts between semicolons, without spaces around and without empty ones. */
export const readList = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
