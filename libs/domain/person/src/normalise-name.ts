/** Every sign that keyboards and word processors put where the syllable break of H'Hen or K’Brể stands. */
const APOSTROPHES = /['’‘ʼʹ′`´＇]/gu;
const HYPHENS = /[‐‑‒–−]/gu;

/**
 * The one spelling under which a name is kept: NFC, one space between words, the straight apostrophe, and Đ (U+0110)
 * in place of the Icelandic Ð (U+00D0) that looks the same. Case and the place of tone marks stay as written.
 * @returns the empty text for a text of spaces.
 */
export function normaliseName(text: string): string {
  return text
    .replace(APOSTROPHES, "'")
    .normalize('NFC')
    .replace(HYPHENS, '-')
    .replace(/Ð/gu, 'Đ')
    .replace(/ð/gu, 'đ')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
}
