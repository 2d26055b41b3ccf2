import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REPOSITORY = process.cwd();

interface Answer {
  readonly passed: boolean;
  readonly words: string;
}

/** Runs a tool of the house in a folder that holds only these files. */
function check(tool: string, files: Readonly<Record<string, string>>): Answer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'house-checks-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const script = path.join(REPOSITORY, 'tools', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { passed: status === 0, words: stdout + stderr };
}

describe('no real person', () => {
  const inNote = (text: string): Answer =>
    check('no-real-person.mjs', { 'libs/note.ts': `// a\nconst x = '${text}';\n` });
  // In parts, so that this file passes the check itself.
  const identityNumber = ['0010', '9901', '2345'].join('');
  const mobileNumber = ['0912', '345', '678'].join('');

  it.each([
    ['an identity number', identityNumber],
    ['an identity number in groups', identityNumber.replace(/(\d{3})(?=\d)/g, '$1 ')],
    ['a mobile number', mobileNumber],
    ['a mobile number with its country', `+84${mobileNumber.slice(1)}`],
    ['a mobile number in groups', mobileNumber.replace(/(\d{4})(\d{3})/, '$1.$2.')],
  ])('refuses %s, and does not repeat it', (_what, number) => {
    const { passed, words } = inNote(number);
    expect(passed).toBe(false);
    expect(words).toContain('libs/note.ts:2');
    expect(words).not.toContain(number);
  });

  it.each([
    ['one digit again and again', '000000000000'],
    ['a mobile number of zeros', '0900000000'],
    ['a marked number', `${identityNumber}'; // invented-number '`],
    ['a uuid', `00000000-0000-4000-8000-${identityNumber}`],
    ['a moment in milliseconds', '1763800000000'],
    ['a number with decimals', `3.${mobileNumber}`],
  ])('lets %s pass', (_what, text) => {
    expect(inNote(text)).toEqual({ passed: true, words: '' });
  });
});

describe('links', () => {
  const links = (text: string): Answer =>
    check('check-links.mjs', { 'README.md': text, 'docs/story.md': '# Vụ án số một\n\n## Tin báo\n\n## Tin báo\n' });

  it.each([
    ['a file', '[a](docs/story.md)'],
    ['a folder', '[a](docs)'],
    ['a heading', '[a](docs/story.md#vụ-án-số-một)'],
    ['the second heading of a name', '[a](docs/story.md#tin-báo-1)'],
    ['a place outside the repository', '[a](https://example.org/x)'],
    ['nothing, in an example', '`[a](gone.md)`\n\n```\n[a](gone.md)\n```\n'],
  ])('may lead to %s', (_what, text) => {
    expect(links(text).passed).toBe(true);
  });

  it.each([
    ['a file that is not there', 'text\n[a](gone.md)', 'README.md:2: gone.md'],
    ['a heading that is not there', '[a](docs/story.md#gone)', 'README.md:1: docs/story.md#gone'],
  ])('may not lead to %s', (_what, text, words) => {
    expect(links(text)).toEqual({ passed: false, words: expect.stringContaining(words) });
  });
});

describe('the lock', () => {
  const manifest = { dependencies: { left: '1.0.0' } };
  const packages = { '': manifest, 'node_modules/left': { optionalDependencies: { 'left-arm': '1.0.0' } } };
  const lock = (wanted: object, locked: object): Answer =>
    check('check-lock.mjs', {
      'package.json': JSON.stringify(wanted),
      'package-lock.json': JSON.stringify({ packages: locked }),
    });

  it('is complete when every optional package has its entry, at the root or inside', () => {
    const atRoot = { ...packages, 'node_modules/left-arm': {} };
    const inside = { ...packages, 'node_modules/left/node_modules/left-arm': {} };
    expect([lock(manifest, atRoot).passed, lock(manifest, inside).passed]).toEqual([true, true]);
  });

  it('is refused when an optional package was left out', () => {
    expect(lock(manifest, packages).words).toContain('left-arm@1.0.0: not in the lock');
  });

  it('is refused when it differs from package.json, or a version is a range', () => {
    expect(lock({ dependencies: { left: '1.0.1' } }, { '': manifest }).words).toContain('disagree');
    const ranged = { dependencies: { left: '^1.0.0' } };
    expect(lock(ranged, { '': ranged }).words).toContain('pin one version');
  });

  it('is refused when it names where packages were downloaded', () => {
    const named = { '': {}, 'node_modules/left': { resolved: 'https://example.org/left.tgz' } };
    expect(lock({}, named).passed).toBe(false);
  });
});

describe('docstrings', () => {
  const front = (text: string): Answer =>
    check('check-docstrings.mjs', {
      'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', types: [] } }),
      'libs/domain/kernel/src/index.ts': "export * from './parts.js';\n",
      'libs/domain/kernel/src/parts.ts': text,
    });

  it('are asked of exported functions and classes, and of nothing else', () => {
    const { passed, words } = front(
      '/** Adds. */\nexport const add = () => 1;\nexport type A = 1;\nexport const limit = 3;\n',
    );
    expect({ passed, words }).toEqual({ passed: true, words: expect.stringContaining('1 exported functions') });
  });

  it.each(['export function bare() {}', 'export class Bare {}', 'export const bare = () => 1;'])(
    'are missed in: %s',
    (text) => {
      expect(front(text)).toEqual({
        passed: false,
        words: expect.stringMatching(/parts\.ts:1: [Bb]are has no docstring/),
      });
    },
  );
});
