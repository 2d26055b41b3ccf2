import { normaliseName } from './normalise-name.js';

const FIRST_LETTER = /\p{L}\p{M}*/u;
/** H'Hen, K'Brể: what stands before the apostrophe says man or woman, or belongs to the word. */
const JOINED = /^(\p{L}\p{M}*')(?=\p{L})/u;
const ONE_LETTER = /^\p{L}\p{M}*$/u;
const HIDDEN = '•';

/** `Thị` gives `T.`, `H'Hen` gives `H'H.`; a word without a letter hides whole. */
function initialOf(word: string): string {
  const joint = JOINED.exec(word)?.[1] ?? '';
  const letter = FIRST_LETTER.exec(word.slice(joint.length))?.[0];
  return letter === undefined ? HIDDEN : `${joint}${letter.toLocaleUpperCase('en')}.`;
}

/** The họ stands first and may be seen; a first word that may be the tên (H'Hen Niê) or holds no letter may not. */
function maskFirst(word: string): string {
  if (ONE_LETTER.test(word)) return word;
  return JOINED.test(word) || !FIRST_LETTER.test(word) ? initialOf(word) : word;
}

/**
 * A name as it is shown to whoever has not asked for it: `Nguyễn T. H.`, `Vàng A. P.`, `Y B.`, `H'H. N.`; of a one-word
 * name the first letter alone. A first word of one letter (Y, A: man or woman among the peoples of Tây Nguyên) stays.
 * A foreigner's name written with the given name first keeps that one: enter it with the family name first.
 */
export function maskName(name: string): string {
  const [first = '', ...others] = normaliseName(name).split(' ');
  if (first === '') return '';
  if (others.length === 0) return initialOf(first);
  return [maskFirst(first), ...others.map(initialOf)].join(' ');
}
