const GAP = '  ';

/**
 * Columns side by side, as wide as their longest cell. The last column breaks its cells between words where the table
 * would become wider than `width` (a single long word may). Widths count characters in NFC.
 */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[], width = Infinity): string[] {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => cell.normalize('NFC')));
  const widths = header
    .slice(0, -1)
    .map((_, column) => Math.max(...lines.map((cells) => lengthOf(cells[column] ?? ''))));
  const start = widths.reduce((sum, one) => sum + one + GAP.length, 0);
  const [head = [], ...body] = lines.map((cells) => brokenRow(cells, widths, width - start));
  const longest = Math.max(...[head, ...body].flat().map(lengthOf));
  return [...head, [...widths, longest - start].map((one) => '─'.repeat(one)).join(GAP), ...body.flat()];
}

const lengthOf = (text: string): number => [...text].length;

function brokenRow(cells: readonly string[], widths: readonly number[], room: number): string[] {
  const [last = ''] = cells.slice(-1);
  return wrapped(last, room).map((part, index) => {
    const before = widths.map((width, column) => padded(index === 0 ? (cells[column] ?? '') : '', width));
    return [...before, part].join(GAP).trimEnd();
  });
}

const padded = (text: string, width: number): string => text + ' '.repeat(width - lengthOf(text));

/** Breaks a text between words into lines of at most `width` characters, each after `indent` spaces. */
export function wrapped(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const fits = last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width - indent;
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}
