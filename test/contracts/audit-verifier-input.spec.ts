import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type CanonicalValue, canonicalJson } from '#libs/platform/transparency';
import { COSIGNERS, LOG } from '../support/sealed-log.js';
import { type Given, VERIFIER, changed, lines, verify } from '../support/verifier-run.js';

const says = (code: number, words: string): unknown => ({ code, words: expect.stringContaining(words) });

describe('a file that is no export', () => {
  const spoilt = (line: string): Given => changed(lines.with(1_234, line));

  it.each([
    ['no JSON', 'hello\n'],
    ['an empty line', '\n'],
    ['no index', '{"entry":{}}\n'],
    ['an index with a zero before it', '{"index":01233,"entry":{"a":1}}\n'],
    ['an entry cut short', '{"index":1233,"entry":{"a":1}\n'],
    ['a key twice', '{"index":1233,"entry":{"actor":"a","actor":"b"}}\n'],
    ['keys out of order', '{"index":1233,"entry":{"b":1,"a":2}}\n'],
    ['white space', '{"index":1233,"entry":{"a": 1}}\n'],
    ['a fraction', '{"index":1233,"entry":{"a":0.5}}\n'],
    ['a text in NFD', `{"index":1233,"entry":{"a":"${'hoà'.normalize('NFD')}"}}\n`],
    ['an escape where none is needed', '{"index":1233,"entry":{"a":"\\u0061"}}\n'],
    ['a NUL', '{"index":1233,"entry":{"a":"\\u0000"}}\n'],
    ['a depth that no entry has', `{"index":1233,"entry":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`],
    ['a line of five megabytes', `{"index":1233,"entry":"${'a'.repeat(5_000_000)}"}\n`],
  ])('is refused at the line: %s', (_what, line) => {
    expect(verify(spoilt(line))).toEqual(says(18, 'MALFORMED: line 1235 '));
  });

  it('is refused at a line that is not UTF-8', () => {
    const [before, after] = [lines.slice(0, 1_234).join(''), lines.slice(1_235).join('')];
    const line = Buffer.from('{"index":1233,"entry":{"a":"\xff"}}\n', 'latin1');
    const file = Buffer.concat([Buffer.from(before), line, Buffer.from(after)]);
    expect(verify({ file })).toEqual(says(18, 'MALFORMED: line 1235 '));
  });

  it('is refused when the header says another size', () => {
    expect(verify(changed(lines.with(0, lines[0]!.replace('2000', '2001'))))).toEqual(says(18, 'line 1 '));
  });

  it.each([
    ['an empty file', { file: '' }, 'not its header'],
    ['another format', changed(lines.with(0, lines[0]!.replace('export/1', 'export/2'))), 'another format'],
    ['another log', changed(lines.with(0, lines[0]!.replace('police', 'court'))), 'no checkpoint of this log'],
    ['no checkpoint', { notes: [] }, 'no checkpoint of this log'],
    ['a key that is none', { keys: `${LOG.verifier.toString()}\nx+00000000+AAAA\n` }, '"line":2'],
    ['a key under a wrong id', { keys: LOG.verifier.toString().replace(LOG.verifier.id, '00000000') }, '"line":1'],
    ['cosigners only', { keys: `${COSIGNERS[0]!.verifier.toString()}\n` }, 'no key of a log'],
    ['a missing file', { options: ['--keys', '/gone'] }, 'ENOENT'],
    ['an unknown option', { options: ['--trust-me'] }, 'trust-me'],
    ['a language that it does not speak', { options: ['--language', 'tlh'] }, 'verify.mjs --export'],
  ])('cannot be judged: %s', (_what, given: Given, words) => {
    expect(verify(given)).toEqual(says(2, words));
  });
});

describe('what the verifier takes for canonical', () => {
  const SCRIPT = `
    import { readFileSync } from 'node:fs';
    import { isCanonical } from ${JSON.stringify(path.join(VERIFIER, 'canonical.mjs'))};
    const texts = JSON.parse(readFileSync(0, 'utf8')).map((text) => Buffer.from(text));
    console.log(JSON.stringify(texts.map((bytes) => isCanonical(bytes, 0, bytes.length))));`;

  function judged(texts: readonly string[]): unknown {
    const parameters = ['--input-type=module', '--eval', SCRIPT];
    const { stdout } = spawnSync(process.execPath, parameters, { encoding: 'utf8', input: JSON.stringify(texts) });
    return JSON.parse(stdout);
  }

  /** By the writer's code: a text is canonical when reading and writing it gives it back. */
  function isOwnText(text: string): boolean {
    try {
      return canonicalJson(JSON.parse(text) as CanonicalValue) === text;
    } catch {
      return false;
    }
  }

  const sign = fc.constantFrom(...'"\\{}[]:,-+.eE0123456789 \n\0abfnrtuAZ_/é\u0301\u0303\u007f\u2028😀');
  const text = fc.string({ unit: fc.oneof(sign, fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })) });
  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,5}$/);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.maxSafeInteger(),
      fc.constantFrom(null, true, false, 0, -1, 9007199254740991, -9007199254740991),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const written = value.map((entry) => {
    try {
      return canonicalJson(entry as CanonicalValue);
    } catch {
      return JSON.stringify(entry);
    }
  });
  const spoilt = fc.tuple(written, fc.nat(), fc.nat({ max: 2 }), sign).map(([whole, anywhere, cut, put]) => {
    const at = anywhere % (whole.length + 1);
    return Buffer.from(whole.slice(0, at) + put + whole.slice(at + cut)).toString();
  });

  it('is what the product writes, and nothing else', () => {
    const texts = [...fc.sample(written, 2_000), ...fc.sample(spoilt, 6_000)];
    const nests = [31, 32, 33, 34].flatMap((depth) => [
      `${'['.repeat(depth)}${']'.repeat(depth)}`,
      `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
    ]);
    const numbers = [
      '9007199254740992',
      '-9007199254740992',
      '-0',
      '00',
      '01',
      '-',
      '1e3',
      '1.0',
      `1${'0'.repeat(400)}`,
    ];
    const keys = [
      '{"":1}',
      '{"a":1,"a":1}',
      '{"b":1,"a":1}',
      '{"aa":1,"a":1}',
      '{"a":1,"aa":1}',
      '{"1":1}',
      '{"B":1,"a":1}',
    ];
    const long = [128, 129].map((length) => `{"${'k'.repeat(length)}":1}`);
    const escapes = ['u0000', 'u0001', 'u000a', 'u000b', 'u000B', 'u001f', 'u0020', 'u007f', 'ud800', '/', 'n', 'x'];
    const all = [
      ...texts,
      ...nests,
      ...numbers,
      ...keys,
      ...long,
      ...escapes.map((escape) => `"\\${escape}"`),
      '',
      'tru',
    ];
    const expected = all.map(isOwnText);
    const answers = judged(all) as boolean[];
    expect(all.filter((_, at) => answers[at] !== expected[at])).toEqual([]);
    // Both answers must have been asked for often, or the agreement says little.
    expect(expected.filter(Boolean).length).toBeGreaterThan(1_500);
    expect(expected.filter((is) => !is).length).toBeGreaterThan(1_500);
  });
});

describe('the code of the verifier', () => {
  const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"`])([^'"`]+)\1/g;
  const importsOf = (text: string): string[] => [...text.matchAll(IMPORT)].map(([, , specifier = '']) => specifier);
  const files = readdirSync(VERIFIER).filter((file) => file.endsWith('.mjs'));

  it.each(files)('%s stands on Node alone and on its own folder', (file) => {
    const specifiers = importsOf(readFileSync(path.join(VERIFIER, file), 'utf8'));
    const own = new Set(files.map((name) => `./${name}`));
    expect(specifiers.filter((specifier) => !specifier.startsWith('node:') && !own.has(specifier))).toEqual([]);
  });

  it('is seen by that rule', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(
      importsOf("import a from 'x';\nexport { b } from \"#libs/y\";\nawait import('z'); require(`w`); import 'v'"),
    ).toEqual(['x', '#libs/y', 'z', 'w', 'v']);
  });
});
