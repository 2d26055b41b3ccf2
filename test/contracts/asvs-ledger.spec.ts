import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REPOSITORY = process.cwd();
const LEDGER = readFileSync('docs/asvs.md', 'utf8');

/** Checks a ledger in a folder where only the files that it names in its first version are. */
function check(text: string): { passed: boolean; words: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'asvs-'));
  const named = [...LEDGER.matchAll(/\]\(([^)#]+)\)/g)].map(([, file]) => path.join('docs', file ?? ''));
  for (const file of [...named.filter((one) => !one.includes(':')), 'docs/asvs.md']) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), file === 'docs/asvs.md' ? text : '');
  }
  const script = path.join(REPOSITORY, 'tools/check-asvs.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { passed: status === 0, words: stdout + stderr };
}

const row = /^\| 8\.2\.2 \|.*$/m;
const changed = (change: (cells: string[]) => string[]): string =>
  LEDGER.replace(row, (line) => change(line.split('|')).join('|'));

describe('the ledger of ASVS', () => {
  it('is whole as it stands', () => {
    expect(check(LEDGER)).toEqual({ passed: true, words: expect.stringMatching(/286 requirements: .* 0 faults/) });
  });

  it.each<[string, string, string]>([
    ['a row is missing', LEDGER.replace(row, ''), 'level 1 has 69 rows'],
    ['a row stands twice', LEDGER.replace(row, (line) => `${line}\n${line}`), '8.2.2 stands twice'],
    ['a cell is empty', changed((cells) => cells.with(3, ' ')), '8.2.2 has an empty cell'],
    ['a status is invented', changed((cells) => cells.with(4, ' nearly ')), '8.2.2: nearly is no status'],
    ['nothing shows what is met', changed((cells) => cells.with(5, ' surely ')), '8.2.2 is met, and nothing shows it'],
    ['a file is not there', changed((cells) => cells.with(5, ' [a](gone.md) ')), '8.2.2 names gone.md'],
  ])('is refused when %s', (_what, text, words) => {
    expect(check(text)).toEqual({ passed: false, words: expect.stringContaining(words) });
  });
});
