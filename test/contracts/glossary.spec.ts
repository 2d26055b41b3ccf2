import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const WORD_IN_CODE = 2;

/** The words of the glossary's third column, row by row. */
function wordsInCode(): string[] {
  const rows = readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| (?!Vietnamese|---)(.+) \|$/gm);
  const cells = [...rows].map(([, row]) => row!.split(' | ')[WORD_IN_CODE] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!));
}

function sources(): string {
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' });
  const texts = files.filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'));
  return texts.map((file) => readFileSync(path.join('libs', file), 'utf8')).join('\n');
}

describe('the glossary', () => {
  const code = sources();

  it.each([...new Set(wordsInCode())])('speaks as the code does: %s', (word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    expect(code).toMatch(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`));
  });
});
