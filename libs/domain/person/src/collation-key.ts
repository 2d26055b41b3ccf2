import { normaliseName } from './normalise-name.js';

/** The Vietnamese alphabet with the foreign letters at their Latin places; before it what may stand in a name. */
const ALPHABET = [..." -'0123456789aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"];
const RANK = new Map(ALPHABET.map((letter, rank) => [letter, rank + 1]));
/** Bằng, huyền, hỏi, ngã, sắc, nặng: the order of the collation `vi` of Unicode (CLDR). */
const TONE_RANK = new Map(['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone, rank) => [tone, rank + 1]));
/** Breve, circumflex, horn: with their vowel a letter of its own. */
const LETTER_MARKS = ['\u0306', '\u0302', '\u031b'];
const CLUSTER = /.\p{M}*/gsu;
const AFTER_ALPHABET = 1_000;

/** What is compared first to last: letters, then tones and foreign marks, then case (small before capital). */
export interface CollationKey {
  readonly letters: readonly number[];
  readonly tones: readonly number[];
  readonly cases: readonly number[];
}

interface Cluster {
  readonly letter: number;
  readonly tone: number;
  readonly isCapital: number;
}

function rankOf(letter: string): number {
  return RANK.get(letter) ?? AFTER_ALPHABET + (letter.codePointAt(0) ?? 0);
}

function readCluster(cluster: string): Cluster {
  const small = cluster.toLowerCase();
  const [base = '', ...marks] = [...small];
  const own = marks.find((mark) => LETTER_MARKS.includes(mark) && RANK.has((base + mark).normalize('NFC')));
  const letter = own === undefined ? base : (base + own).normalize('NFC');
  const others = marks.filter((mark) => mark !== own);
  const tone = others.reduce((sum, mark) => sum * 8 + (TONE_RANK.get(mark) ?? 7), 0);
  return { letter: rankOf(letter), tone, isCapital: small === cluster ? 0 : 1 };
}

/** @returns the key under which a part of a name is ordered. */
export function collationKey(text: string): CollationKey {
  const clusters = (normaliseName(text).normalize('NFD').match(CLUSTER) ?? []).map(readCluster);
  return {
    letters: clusters.map(({ letter }) => letter),
    tones: clusters.map(({ tone }) => tone),
    cases: clusters.map(({ isCapital }) => isCapital),
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  if (at < 0) return a.length - b.length;
  const other = b[at];
  return other === undefined ? 1 : (a[at] ?? 0) - other;
}

/** @returns below, above or exactly zero, as the first key stands before, behind or beside the second. */
export function compareKeys(a: CollationKey, b: CollationKey): number {
  return compareRanks(a.letters, b.letters) || compareRanks(a.tones, b.tones) || compareRanks(a.cases, b.cases);
}
