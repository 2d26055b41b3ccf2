const HIDDEN = '•';
const SHOWN_AT_END = 3;
/** Below this length the four signs that are shown would be half of the number. */
const SHORTEST_SHOWN = 8;

/**
 * A number of a paper or a telephone as it is shown to whoever has not asked for it: the first sign and the last three,
 * `0••••••••123`; a number of less than eight signs hides whole. Spaces, dots and hyphens do not count.
 */
export function maskNumber(number: string): string {
  const signs = [...number.normalize('NFC').replace(/[\s.-]/gu, '')];
  if (signs.length < SHORTEST_SHOWN) return HIDDEN.repeat(signs.length);
  const [first = ''] = signs;
  return first + HIDDEN.repeat(signs.length - 1 - SHOWN_AT_END) + signs.slice(-SHOWN_AT_END).join('');
}
