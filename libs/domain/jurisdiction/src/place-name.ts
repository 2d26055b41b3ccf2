import { type TerritoryLevel, type UnitType } from './territory.js';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘ʼ`´]/g;

const UNIT_WORDS: readonly (readonly [word: string, level: TerritoryLevel, unitType: UnitType])[] = [
  ['thành phố', 'province', 'municipality'],
  ['tỉnh', 'province', 'province'],
  ['thành phố', 'district', 'city'],
  ['thị xã', 'district', 'town'],
  ['quận', 'district', 'urban-district'],
  ['huyện', 'district', 'rural-district'],
  ['phường', 'commune', 'ward'],
  ['xã', 'commune', 'commune'],
  ['thị trấn', 'commune', 'township'],
  ['đặc khu', 'commune', 'special-zone'],
];

const SHORT_WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/^tp(\.\s*|\s+|(?=hcm$))/, 'thành phố '],
  [/^tx(\.\s*|\s+)/, 'thị xã '],
  [/^tt(\.\s*|\s+)/, 'thị trấn '],
  [/^q\.\s*/, 'quận '],
  [/^h\.\s*/, 'huyện '],
  [/^p\.\s*/, 'phường '],
];

/** @returns the text in NFC with one kind of apostrophe and single spaces: how a place's name is kept. */
export const tidyName = (text: string): string =>
  text.normalize('NFC').replace(APOSTROPHES, "'").replace(/\s+/g, ' ').trim();

/** Puts a syllable's tone mark behind its letters, so that hoà and hòa, thuỵ and thụy become one. */
function syllableKey(syllable: string): string {
  const spread = syllable.normalize('NFD');
  return (spread.replace(TONES, '') + (spread.match(TONES) ?? []).join('')).normalize('NFC');
}

const spaced = (text: string): string => tidyName(text.replace(/[-–]/g, ' ')).toLowerCase();

/** @returns a key under which two names are equal when they differ only in case, spacing or where the tone is written. */
export const spellingKey = (text: string): string => spaced(text).split(' ').map(syllableKey).join(' ');

/** @returns the name in small letters without diacritics, đ as d, without apostrophes: for search. */
export const foldName = (text: string): string =>
  spaced(text.normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, '')).replace(/đ/g, 'd');

/** @returns the type that the first words of a full name say, or `undefined`: `Đặc khu Côn Đảo` → `special-zone`. */
export function unitTypeOf(fullName: string, level: TerritoryLevel): UnitType | undefined {
  const start = tidyName(fullName).toLowerCase();
  return UNIT_WORDS.find(([word, of]) => of === level && start.startsWith(`${word} `))?.[2];
}

/** @returns the name without the words for its type: `Phường Ba Đình` → `Ba Đình`; unchanged when it has none. */
export function bareName(fullName: string): string {
  const name = tidyName(fullName);
  const word = UNIT_WORDS.find(([start]) => name.toLowerCase().startsWith(`${start} `))?.[0];
  return word ? name.slice(word.length + 1) : name;
}

/** @returns the text with the usual short words written out: `TP. Hải Phòng` → `thành phố hải phòng`. */
export function writeOutUnitWord(text: string): string {
  const name = tidyName(text).toLowerCase();
  const short = SHORT_WORDS.find(([pattern]) => pattern.test(name));
  const written = short ? name.replace(short[0], short[1]) : name;
  return written.replace(/\bhcm$/, 'hồ chí minh');
}

/** @returns letters a-z, digits and hyphens: `Quận Lê Chân` → `quan-le-chan`. */
export const slugOf = (text: string): string =>
  foldName(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
