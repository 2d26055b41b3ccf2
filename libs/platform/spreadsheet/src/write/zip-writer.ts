import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of the archive; the text is asked for when its turn comes. */
export interface ZipPart {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

interface WrittenPart {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly compressedBytes: number;
  readonly bytes: number;
}

const VERSION = 20;
/** Names in UTF-8; sizes follow the content, because it is written as a stream. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows: the same rows give the same bytes. */
const DOS_DATE = 0x0021;
/** Beyond this the format needs its 64-bit extension, which no sheet of text reaches. */
const MAX_BYTES = 0xffffffff;

/** @returns the bytes of a ZIP archive of deflated parts. @throws RangeError at 4 GB. */
export async function* zipBytes(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: WrittenPart[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const part = { name: Buffer.from(name), offset, checksum: 0, compressedBytes: 0, bytes: 0 };
    const header = localHeader(part);
    yield header;
    for await (const chunk of deflated(counted(text, part))) {
      part.compressedBytes += chunk.length;
      yield chunk;
    }
    const trailer = Buffer.concat([Buffer.from('504b0708', 'hex'), sizesOf(part)]);
    yield trailer;
    offset += header.length + part.compressedBytes + trailer.length;
    if (Math.max(offset, part.bytes) > MAX_BYTES) throw new RangeError('archive beyond 4 GB');
    written.push(part);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

async function* counted(text: ZipPart['text'], part: { checksum: number; bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    part.checksum = crc32(bytes, part.checksum);
    part.bytes += bytes.length;
    yield bytes;
  }
}

function deflated(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return pipeline(Readable.from(source, { objectMode: false }), createDeflateRaw(), () => undefined);
}

function sizesOf({ checksum, compressedBytes, bytes }: WrittenPart): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(checksum, 0);
  sizes.writeUInt32LE(compressedBytes, 4);
  sizes.writeUInt32LE(bytes, 8);
  return sizes;
}

function localHeader({ name }: WrittenPart): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry(part: WrittenPart): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DOS_DATE, 14);
  sizesOf(part).copy(entry, 16);
  entry.writeUInt16LE(part.name.length, 28);
  entry.writeUInt32LE(part.offset, 42);
  return Buffer.concat([entry, part.name]);
}

function endRecord(entries: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
