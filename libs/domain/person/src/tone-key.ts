import { normaliseName } from './normalise-name.js';

/** Huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A name with its diacritics, in lower case, the tone of each word behind its letters: the old and the new place of a
 * tone mark (`hoà`, `hòa`) give the same key, another tone (`hoá`) or letter (`hóă`) another.
 */
export function toneKey(text: string): string {
  return normaliseName(text).toLowerCase().normalize('NFD').split(' ').map(withToneLast).join(' ');
}

const withToneLast = (word: string): string => {
  const tones = word.match(TONES) ?? [];
  return `${word.replace(TONES, '')}${tones.length > 0 ? `~${tones.join('')}` : ''}`;
};
