import { type ErrorFacts, isDay, partsOf } from '#libs/domain/kernel';
import { type Language } from './language.js';

type Fact = ErrorFacts[string];

interface Wording {
  /** `number`, `size` (bytes), or a kind of label. */
  readonly format: string | undefined;
  readonly language: Language;
  readonly nameOf: (code: string) => string;
}

const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const KILOBYTE = 1024;
const ABSENT = '…';

const two = (value: number): string => String(value).padStart(2, '0');

/** @returns a day as people in Việt Nam read it: 16/03/2026. */
function dayText(text: string): string {
  if (!isDay(text)) return text;
  const { year, month, date } = partsOf(text);
  return `${two(date)}/${two(month)}/${year}`;
}

function sizeText(bytes: number, language: Language): string {
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / KILOBYTE;
  let unit = 0;
  while (value >= KILOBYTE && unit < units.length - 1) {
    value /= KILOBYTE;
    unit += 1;
  }
  const number = value.toLocaleString(LOCALE[language], { maximumFractionDigits: 1 });
  return `${number} ${units[unit] ?? ''}`;
}

function numberText(value: number, { format, language }: Wording): string {
  if (format === 'size') return sizeText(value, language);
  return format === 'number' ? value.toLocaleString(LOCALE[language]) : String(value);
}

/** @returns a fact as it stands in a sentence: days dd/mm/yyyy, numbers 1.234 in Vietnamese, codes by their names. */
export function factText(fact: Fact, wording: Wording): string {
  if (fact === undefined) return ABSENT;
  if (typeof fact === 'number') return numberText(fact, wording);
  if (typeof fact === 'boolean') return String(fact);
  if (typeof fact === 'string') return wording.format === undefined ? dayText(fact) : wording.nameOf(fact);
  return fact.map((one) => wording.nameOf(one)).join(', ');
}
