import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { LABELS, PLACEHOLDER, SENTENCES, TITLES, findSentence, labelOf } from './catalogue.js';
import { languageOf } from './language.js';

const LIBRARIES = path.resolve('libs');

/** Where a code stands in the sources: thrown, or handed to one of the functions that throw it. */
const THROWN = [
  /new DomainError\(\s*'([^']+)'/g,
  /new RequestRefused\(\s*\d+,\s*'([^']+)'/g,
  /fileRefusal\(\s*'([^']+)'/g,
  /new CellFault\(\s*'([^']+)'/g,
];
/** A guard of the law hands its code to `decide`, which throws it. */
const REFUSED_BY_LAW = [/\bcode: '([a-z-]+\.[a-z_-]+)'/g];

function sources(): { file: string; text: string }[] {
  return readdirSync(LIBRARIES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/[.-]spec\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(LIBRARIES, file), 'utf8') }));
}

const codesIn = (file: string, text: string): string[] => {
  const patterns = file.startsWith('domain') ? [...THROWN, ...REFUSED_BY_LAW] : THROWN;
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code));
};

const placeholdersOf = (sentence: string): string[] => [...sentence.matchAll(PLACEHOLDER)].map(([all]) => all).sort();

describe('the catalogue of messages', () => {
  it('has the same codes in Vietnamese and English', () => {
    expect(Object.keys(SENTENCES.en).sort()).toEqual(Object.keys(SENTENCES.vi).sort());
    expect(Object.keys(TITLES.en).sort()).toEqual(Object.keys(TITLES.vi).sort());
  });

  it('names the same codes in Vietnamese and English', () => {
    expect(Object.keys(LABELS.en).sort()).toEqual(Object.keys(LABELS.vi).sort());
    for (const kind of Object.keys(LABELS.vi)) {
      expect([kind, Object.keys(LABELS.en[kind]!).sort()]).toEqual([kind, Object.keys(LABELS.vi[kind]!).sort()]);
    }
  });

  it.each(Object.keys(SENTENCES.vi))('puts the same facts into both sentences of %s', (code) => {
    expect(placeholdersOf(SENTENCES.en[code]!)).toEqual(placeholdersOf(SENTENCES.vi[code]!));
  });

  it('formats facts only as numbers, sizes or names that it has', () => {
    const formats = Object.values(SENTENCES.vi).flatMap((sentence) =>
      [...sentence.matchAll(PLACEHOLDER)].flatMap(([, , format]) => format ?? []),
    );
    const known = new Set(['number', 'size', ...Object.keys(LABELS.vi)]);
    expect(formats.filter((format) => !known.has(format))).toEqual([]);
  });

  it('has a sentence for every code that the libraries refuse with', () => {
    const found = sources().flatMap(({ file, text }) => codesIn(file, text).map((code) => ({ file, code })));
    const missing = found.filter(({ code }) => SENTENCES.vi[code] === undefined);
    expect(missing.map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
    // The scan itself must find something in each layer, or it proves nothing.
    expect(found.length).toBeGreaterThan(80);
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['step.not-possible', 'return.cap', 'defendant.not-active', 'file.zip_ratio']),
    );
  });

  it('ends every sentence', () => {
    for (const sentence of [...Object.values(SENTENCES.vi), ...Object.values(SENTENCES.en)]) {
      expect(sentence.replace(/\[\[|\]\]/g, '')).toMatch(/[.…]$/);
    }
  });
});

describe('a sentence', () => {
  it('shows days, numbers and names as the reader writes them', () => {
    const facts = { day: '2026-03-16', today: '2026-02-01' };
    expect(findSentence('day.in-the-future', facts, 'vi')).toContain('Ngày 16/03/2026 sau hôm nay (01/02/2026)');
    expect(findSentence('file.too_many_rows', { limit: 50_000 }, 'vi')).toContain('50.000 dòng');
    expect(findSentence('file.too_many_rows', { limit: 50_000 }, 'en')).toContain('50,000 rows');
    expect(findSentence('request.too-large', { limit: 1_048_576 }, 'vi')).toContain('1 MB');
  });

  it('names the command, the status and what is possible', () => {
    const facts = { command: 'indict', status: 'under-investigation', possible: ['charge', 'conclude'] };
    expect(findSentence('step.not-possible', facts, 'vi')).toBe(
      'Không thể “Truy tố” khi hồ sơ ở trạng thái “đang điều tra”. Việc có thể làm lúc này: Khởi tố bị can, Kết thúc điều tra.',
    );
    expect(findSentence('step.not-possible', { ...facts, possible: [] }, 'en')).toBe(
      '“Indict” is not possible while the file is “under investigation”.',
    );
  });

  it('leaves out a part whose fact is absent', () => {
    expect(findSentence('territory.not-found', { territory: 'x' }, 'en')).toBe(
      'There is no territory “x”. Check the name or the code.',
    );
  });

  it('does not take a fact for a pattern', () => {
    expect(findSentence('territory.not-found', { territory: '$& {day} [[x]]' }, 'en')).toContain('“$& {day} [[x]]”');
  });

  it('is absent for an unknown code, and a label is then the code', () => {
    expect(findSentence('nothing.known', {}, 'vi')).toBeUndefined();
    expect(labelOf('command', 'unknown', 'vi')).toBe('unknown');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['fr, de;q=0.5', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['vi;q=0.3, en;q=0.7', 'en'],
    ['en;q=0', 'vi'],
    ['en;q=x', 'vi'],
    [`${'x,'.repeat(10_000)}en`, 'vi'],
  ])('%j gives %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
