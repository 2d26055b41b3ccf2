import { normaliseName } from './normalise-name.js';

/** Letters that no decomposition takes apart: the struck letters of Vietnamese, Ê Đê, Ba Na and Gia Rai. */
const STRUCK: Readonly<Record<string, string>> = { đ: 'd', ƀ: 'b', ł: 'l', ø: 'o' };
const MARKS = /\p{M}+/gu;
const USUAL_MARKS = /[\u0300-\u036f]+/g;
/** What most names are by then; the rest goes the long way. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/**
 * A name as it is searched without diacritics: lower case, no tones or other marks, đ as d. `Hoà`, `Hòa` and `HOA` are
 * one. Apostrophes and hyphens stay, because they stand now for a space and now for nothing (`matchesName` tries both).
 */
export function foldName(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(USUAL_MARKS, '').replace(/[đð]/g, 'd');
  if (PLAIN.test(plain)) return plain;
  const letters = normaliseName(text).toLowerCase().normalize('NFD').replace(MARKS, '');
  return letters.replace(/[đƀłø]/gu, (letter) => STRUCK[letter] ?? letter);
}
