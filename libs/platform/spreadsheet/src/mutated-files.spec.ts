import { DomainError } from '#libs/domain/kernel';
import { ByteMutator } from '../test/byte-mutator.js';
import { ForeignFiles } from '../test/foreign-files.js';
import { SHEET, STRINGS, inline, row, sheetXml, workbookEntries } from '../test/workbook-forge.js';
import { forgeZip } from '../test/zip-forge.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

const rows = Array.from({ length: 30 }, (_, index) =>
  row(
    index + 2,
    `<c t="s"><v>${index % 3}</v></c>`,
    `<c s="1"><v>${45_000 + index}</v></c>`,
    inline(`Đỗ ${index} &amp; <![CDATA[x]]>`),
  ),
).join('');
const PARTS = {
  [SHEET]: sheetXml(row(1, inline('a'), inline('b'), inline('c')) + rows),
  [STRINGS]: '<sst><si><t>một</t></si><si><r><t>ha</t></r><r><t>i</t></r></si><si><t>ba_x000D_</t></si></sst>',
  'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
};
const WORKBOOK = forgeZip(workbookEntries(PARTS));
const CSV = Buffer.from(
  `mã;họ tên\n${Array.from({ length: 40 }, (_, index) => `${index};"Nguyễn ""Ảo"" ${index}"`).join('\n')}\n`,
);

/** Damage below the checksums: one part is mutated and then packed as if it were meant. */
function withMutatedPart(seed: number): Buffer {
  const entries = workbookEntries(PARTS);
  const victim = seed % entries.length;
  const mutator = new ByteMutator(seed);
  return forgeZip(
    entries.map((entry, index) =>
      index === victim ? { ...entry, content: mutator.mutate(Buffer.from(entry.content ?? '')) } : entry,
    ),
  );
}

const KINDS: readonly [string, string, (seed: number) => Buffer][] = [
  ['a workbook', 'x.xlsx', (seed) => new ByteMutator(seed).mutate(WORKBOOK)],
  ['a part of a workbook', 'x.xlsx', withMutatedPart],
  ['a CSV', 'x.csv', (seed) => new ByteMutator(seed).mutate(CSV)],
];

async function outcomeOf(content: Buffer, fileName: string): Promise<string> {
  try {
    const { rows } = await files.read(content, fileName);
    return rows.length > 0 ? 'rows' : 'nothing';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

describe('a damaged file gives its rows or a refusal, and nothing else', () => {
  it.each(KINDS)('300 times %s', async (_name, fileName, damaged) => {
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) outcomes.add(await outcomeOf(damaged(seed), fileName));
    expect([...outcomes].filter((outcome) => outcome !== 'rows' && !outcome.startsWith('file.'))).toEqual([]);
    expect(outcomes.size).toBeGreaterThan(3);
  });

  it.each(KINDS)('%s through the reading thread', async (_name, fileName, damaged) => {
    for (let seed = 1_001; seed <= 1_008; seed += 1) {
      const outcome: unknown = await files.readInThread(damaged(seed), fileName).catch((error: unknown) => error);
      if (outcome instanceof Error)
        expect(outcome).toMatchObject({ kind: 'malformed', code: expect.stringMatching(/^file\./) as string });
      else expect(outcome).toHaveProperty('rows');
    }
  });

  it('and the undamaged ones give all their rows', async () => {
    expect((await files.readInThread(WORKBOOK, 'x.xlsx')).rows).toHaveLength(30);
    expect((await files.readInThread(CSV, 'x.csv')).rows).toHaveLength(40);
  });
});
