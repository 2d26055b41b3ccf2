import { crc32, deflateRawSync } from 'node:zlib';
import { ForeignFiles, refusal } from '../../test/foreign-files.js';
import { workbookEntries } from '../../test/workbook-forge.js';
import { type ForgedEnd, type ForgedEntry, forgeZip } from '../../test/zip-forge.js';
import { DEFAULT_TABLE_LIMITS } from '../table.js';
import { ZipArchive } from './zip-archive.js';

jest.setTimeout(60_000);

let files: ForeignFiles;
beforeAll(async () => (files = await ForeignFiles.create()));
afterAll(() => files.remove());

async function readPart(zip: Buffer, name = 'part.xml'): Promise<string> {
  const archive = await ZipArchive.open(await files.write(zip, 'archive.zip'), DEFAULT_TABLE_LIMITS);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of archive.read(name)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } finally {
    archive.close();
  }
}

const PART: ForgedEntry = { name: 'part.xml', content: 'content' };
const BEFORE: ForgedEntry = { name: 'a.xml', content: 'before' };

describe('a sound archive', () => {
  it.each<[string, ForgedEntry, ForgedEnd]>([
    ['deflated', PART, {}],
    ['stored', { ...PART, stored: true }, {}],
    ['empty', { ...PART, content: '' }, {}],
    ['with a comment', PART, { comment: Buffer.from('comment') }],
    ['with true 64-bit records', PART, { zip64: {} }],
    ['with records of both lengths that agree', PART, { zip64: { keepsShort: true } }],
  ])('is read: %s', async (_name, entry, end) => {
    expect(await readPart(forgeZip([BEFORE, entry], end))).toBe(entry.content);
  });

  it('does not distinguish the case of part names', async () => {
    expect(await readPart(forgeZip([{ ...PART, name: 'PART.XML' }]), 'Part.xml')).toBe('content');
  });
});

describe('an archive that lies is refused', () => {
  const long = 'x'.repeat(100_000);

  it.each<[string, ForgedEntry[], ForgedEnd, string]>([
    ['an absolute name', [{ ...PART, name: '/etc/passwd' }], {}, 'file.zip_entry_name'],
    ['a drive letter', [{ ...PART, name: 'C:/x' }], {}, 'file.zip_entry_name'],
    ['a name that climbs', [{ ...PART, name: 'xl/../../x' }], {}, 'file.zip_entry_name'],
    ['a name with a backslash', [{ ...PART, name: '..\\x' }], {}, 'file.zip_entry_name'],
    ['a name with NUL', [{ ...PART, name: 'part.xml\0.png' }], {}, 'file.zip_entry_name'],
    ['a name that is no UTF-8', [{ ...PART, name: Buffer.from([0xff, 0xfe]) }], {}, 'file.zip_entry_name'],
    ['a symbolic link', [{ ...PART, unixMode: 0o120777 }], {}, 'file.zip_symlink'],
    ['the same name twice', [PART, PART], {}, 'file.zip_duplicate_entry'],
    ['the same name in another case', [PART, { ...PART, name: 'PART.xml' }], {}, 'file.zip_duplicate_entry'],
    ['an encrypted entry', [{ ...PART, flags: 0x1 }], {}, 'file.encrypted'],
    ['another method of compression', [{ ...PART, declaredMethod: 12 }], {}, 'file.zip_method'],
    ['a wrong checksum', [{ ...PART, declaredChecksum: 1 }], {}, 'file.zip_checksum'],
    ['more inside than declared', [{ ...PART, content: long, declaredBytes: 10 }], {}, 'file.zip_forged_size'],
    ['less inside than declared', [{ ...PART, declaredBytes: 1_000 }], {}, 'file.zip_forged_size'],
    ['stored with another size', [{ ...PART, stored: true, declaredBytes: 8 }], {}, 'file.zip_forged_size'],
    ['another size before the content', [{ ...PART, localBytes: 6 }], {}, 'file.zip_forged_size'],
    ['another name before the content', [{ ...PART, localName: 'trap.xml' }], {}, 'file.zip_malformed'],
    ['fewer entries than there are', [BEFORE, PART], { entries: 1 }, 'file.zip_malformed'],
    ['more entries than there are', [BEFORE, PART], { entries: 3 }, 'file.zip_malformed'],
    ['something between directory and end', [PART], { gap: Buffer.alloc(8) }, 'file.zip_malformed'],
    ['64-bit records that count too many', [PART], { zip64: { entries: 2n ** 60n } }, 'file.zip_malformed'],
    ['64-bit records that count wrong', [PART], { zip64: { entries: 2n } }, 'file.zip_malformed'],
    [
      '64-bit records that the short one contradicts',
      [PART],
      { entries: 2, zip64: { keepsShort: true } },
      'file.zip_malformed',
    ],
    ['64-bit records that point beyond', [PART], { zip64: { offset: 2n ** 62n } }, 'file.zip_malformed'],
    ['64-bit records somewhere else', [PART], { zip64: { at: 2n ** 63n } }, 'file.zip_malformed'],
    ['64-bit records at the wrong place', [PART], { zip64: { at: 0n } }, 'file.zip_malformed'],
    [
      'deflated data that is none',
      [{ ...PART, deflated: { packed: Buffer.alloc(9, 0xff), bytes: 9, checksum: 0 } }],
      {},
      'file.zip_malformed',
    ],
  ])('%s', async (_name, entries, end, code) => {
    await expect(readPart(forgeZip(entries, end))).rejects.toMatchObject(refusal(code));
  });

  it('an entry whose 64-bit sizes are not there', async () => {
    const entry = { ...PART, declaredBytes: 0xffffffff, localBytes: 7 };
    await expect(readPart(forgeZip([entry]))).rejects.toMatchObject(refusal('file.zip_too_large'));
    const extra = Buffer.from('0100040000000000', 'hex');
    await expect(readPart(forgeZip([{ ...entry, extra }]))).rejects.toMatchObject(refusal('file.zip_malformed'));
  });

  it('two names for the same bytes', async () => {
    const zip = forgeZip([PART, { ...PART, name: 'other.xml', at: 0 }]);
    await expect(readPart(zip, 'other.xml')).rejects.toMatchObject(refusal('file.zip_malformed', { reason: 'header' }));
  });

  it('a part inside another part', async () => {
    const outer = { name: 'outer', content: forgeZip([PART]), stored: true };
    const zip = forgeZip([outer, { ...PART, at: 30 + outer.name.length }]);
    const archive = await ZipArchive.open(await files.write(zip, 'nested.zip'), DEFAULT_TABLE_LIMITS);
    const read = async (name: string): Promise<void> => {
      for await (const chunk of archive.read(name)) expect(chunk).toBeDefined();
    };
    await read('outer');
    await expect(read('part.xml')).rejects.toMatchObject(refusal('file.zip_malformed', { reason: 'overlap' }));
    archive.close();
  });

  it('bytes behind the end of the deflated data', async () => {
    const packed = Buffer.concat([deflateRawSync(Buffer.from('content')), Buffer.alloc(20, 'x')]);
    const entry = { ...PART, deflated: { packed, bytes: 7, checksum: crc32('content') } };
    await expect(readPart(forgeZip([entry]))).rejects.toMatchObject(refusal('file.zip_malformed', { reason: 'data' }));
  });

  it('cut off at any place', async () => {
    const zip = forgeZip([BEFORE, PART]);
    for (let length = 4; length < zip.length; length += 7) {
      await expect(readPart(zip.subarray(0, length))).rejects.toMatchObject(refusal('file.zip_malformed'));
    }
  });

  it('a million entries, before any of them is looked at', async () => {
    const zip = forgeZip([PART], { zip64: { entries: 1_000_000n } });
    await expect(readPart(zip)).rejects.toMatchObject(
      refusal('file.zip_too_many_entries', { found: 1_000_000, limit: 1_000 }),
    );
    const real = forgeZip(Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}`, content: '' })));
    await expect(readPart(real)).rejects.toMatchObject(refusal('file.zip_too_many_entries', { found: 1_001 }));
  });

  it('entries that are small each and too large together', async () => {
    const limits = { ...DEFAULT_TABLE_LIMITS, maxTotalBytes: 1_000 };
    const file = await files.write(forgeZip(workbookEntries()), 'total.zip');
    await expect(ZipArchive.open(file, limits)).rejects.toMatchObject(refusal('file.zip_too_large', { limit: 1_000 }));
  });
});
