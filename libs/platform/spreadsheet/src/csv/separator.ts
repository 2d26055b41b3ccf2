const SEPARATORS = ['\t', ';', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

/**
 * Chooses the separator by the header: the one that stands most often outside quotes in the first line with content.
 * @returns a comma when the header has one column only.
 */
export function separatorOf(start: string): Separator {
  const [header = ''] = withoutQuoted(start)
    .replace(/^[\r\n]+/, '')
    .split(/[\r\n]/, 1);
  let best: Separator = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const times = header.split(separator).length - 1;
    if (times <= most) continue;
    best = separator;
    most = times;
  }
  return best;
}

/** What stands between quotes is content, line ends too. */
function withoutQuoted(text: string): string {
  return text
    .split('"')
    .filter((_piece, index) => index % 2 === 0)
    .join('');
}
