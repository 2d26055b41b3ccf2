import { type Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { DomainError } from '#libs/domain/kernel';
import { type Entry, type ZipFile, openPromise, validateFileName } from 'yauzl';
import { fileRefusal } from '../file-refusal.js';
import type { TableLimits } from '../table.js';
import { type ZipDirectory, readZipDirectory } from './zip-tail.js';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 0x1;
const SIZES_FOLLOW_FLAG = 0x8;
const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const INFLATE_CHUNK_BYTES = 64 * 1024;
/** Small parts may be as repetitive as they like. */
const RATIO_GRACE_BYTES = 1024 * 1024;

/** A ZIP file from a stranger. Opening looks at the directory only; nothing is inflated before all of it is believed. */
export class ZipArchive {
  /** Bytes that really came out of the inflater so far. */
  inflatedBytes = 0;
  private readonly readRanges: { readonly from: number; readonly to: number }[] = [];

  private constructor(
    private readonly zip: ZipFile,
    private readonly directory: ZipDirectory,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: TableLimits,
  ) {}

  /** @throws DomainError `file.zip_*`, `file.encrypted`. */
  static async open(path: string, limits: TableLimits): Promise<ZipArchive> {
    const directory = await readZipDirectory(path);
    if (directory.entries > limits.maxEntries) {
      throw fileRefusal('file.zip_too_many_entries', { limit: limits.maxEntries, found: directory.entries });
    }
    const zip = await asRefusal(
      openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false }),
    );
    try {
      return new ZipArchive(zip, directory, await readEntries(zip, directory, limits), limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** @returns the names of all parts in lower case: part names of a workbook do not distinguish case. */
  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** @returns the inflated size that the directory declares; `read` holds the part to it. */
  declaredBytes(name: string): number {
    return this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  /**
   * Inflates one part, counting what really comes out.
   * @param maxBytes the most that this part may declare or hold.
   * @throws DomainError `file.no_workbook` when there is no such part, `file.zip_*` when it is not what it declares.
   */
  async *read(name: string, maxBytes = this.limits.maxEntryBytes): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw fileRefusal('file.no_workbook');
    this.assertAcceptable(entry, maxBytes);
    await this.assertLocalHeader(entry);
    const raw = await asRefusal(this.zip.openReadStreamPromise(entry, { decodeFileData: false }));
    let bytes = 0;
    let checksum = 0;
    for await (const chunk of decoded(raw, entry)) {
      bytes += chunk.length;
      this.inflatedBytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw this.forgedSize();
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (bytes !== entry.uncompressedSize) throw this.forgedSize();
    if (checksum !== entry.crc32) throw fileRefusal('file.zip_checksum');
  }

  close(): void {
    this.zip.close();
  }

  private assertAcceptable(entry: Entry, maxBytes: number): void {
    const { uncompressedSize, compressedSize, compressionMethod } = entry;
    if (compressionMethod !== STORED && compressionMethod !== DEFLATED) throw fileRefusal('file.zip_method');
    if (compressionMethod === STORED && compressedSize !== uncompressedSize) throw this.forgedSize();
    const facts = { declaredBytes: uncompressedSize, inflatedBytes: this.inflatedBytes };
    if (uncompressedSize > maxBytes) throw fileRefusal('file.zip_too_large', { ...facts, limit: maxBytes });
    if (uncompressedSize > RATIO_GRACE_BYTES && uncompressedSize > compressedSize * this.limits.maxRatio) {
      throw fileRefusal('file.zip_ratio', { ...facts, limit: this.limits.maxRatio });
    }
  }

  /** Readers differ in whether they trust the directory or the header before the content: both must say the same. */
  private async assertLocalHeader(entry: Entry): Promise<void> {
    const local = await asRefusal(this.zip.readLocalFileHeaderPromise(entry, {}));
    if (!local.fileName.equals(entry.fileNameRaw)) throw fileRefusal('file.zip_malformed', { reason: 'header' });
    if (local.compressionMethod !== entry.compressionMethod)
      throw fileRefusal('file.zip_malformed', { reason: 'header' });
    const tellsSizes = !(local.generalPurposeBitFlag & SIZES_FOLLOW_FLAG) && local.uncompressedSize !== 0xffffffff;
    if (tellsSizes && local.uncompressedSize !== entry.uncompressedSize) throw this.forgedSize();
    const range = { from: entry.relativeOffsetOfLocalHeader, to: local.fileDataStart + entry.compressedSize };
    const overlaps = this.readRanges.some((other) => range.from < other.to && other.from < range.to);
    if (overlaps || range.to > this.directory.offset) throw fileRefusal('file.zip_malformed', { reason: 'overlap' });
    this.readRanges.push(range);
  }

  private forgedSize(): DomainError {
    return fileRefusal('file.zip_forged_size', { inflatedBytes: this.inflatedBytes });
  }
}

async function readEntries(zip: ZipFile, directory: ZipDirectory, limits: TableLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declaredBytes = 0;
  let directoryBytes = 0;
  for await (const entry of refusing(zip.eachEntry())) {
    const name = entryName(entry);
    if (entries.has(name)) throw fileRefusal('file.zip_duplicate_entry');
    entries.set(name, entry);
    declaredBytes += entry.uncompressedSize;
    directoryBytes += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
  }
  if (directoryBytes !== directory.bytes) throw fileRefusal('file.zip_malformed', { reason: 'directory' });
  if (declaredBytes > limits.maxTotalBytes) {
    throw fileRefusal('file.zip_too_large', { declaredBytes, inflatedBytes: 0, limit: limits.maxTotalBytes });
  }
  return entries;
}

/** @returns the checked name in lower case. */
function entryName(entry: Entry): string {
  if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) throw fileRefusal('file.encrypted');
  const unixMode = entry.externalFileAttributes >>> 16;
  if ((unixMode & FILE_TYPE_MASK) === SYMBOLIC_LINK) throw fileRefusal('file.zip_symlink');
  const name = entry.fileNameRaw.toString('utf8');
  const isSafe = name !== '' && !name.includes('\0') && !name.includes('\ufffd') && validateFileName(name) === null;
  if (!isSafe) throw fileRefusal('file.zip_entry_name');
  return name.toLowerCase();
}

/** Deflated content goes through our own inflater: the one of yauzl stays alive when reading is given up. */
async function* decoded(raw: Readable, entry: Entry): AsyncGenerator<Buffer> {
  const inflater =
    entry.compressionMethod === DEFLATED ? createInflateRaw({ chunkSize: INFLATE_CHUNK_BYTES }) : undefined;
  const content = inflater ? pipeline(raw, inflater, () => undefined) : raw;
  yield* refusing<Buffer>(content);
  if (inflater && inflater.bytesWritten !== entry.compressedSize)
    throw fileRefusal('file.zip_malformed', { reason: 'data' });
}

/** Messages of the libraries quote the file, so none of them goes further than here. */
async function asRefusal<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw fileRefusal('file.zip_malformed', { reason: 'data' });
  }
}

async function* refusing<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await asRefusal(iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}
