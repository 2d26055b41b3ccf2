import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a forged archive; what it says about itself may be a lie. */
export interface ForgedEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Content already deflated, with its true size and checksum. */
  readonly deflated?: { readonly packed: Buffer; readonly bytes: number; readonly checksum: number };
  readonly stored?: boolean;
  readonly declaredBytes?: number;
  readonly declaredChecksum?: number;
  readonly declaredMethod?: number;
  readonly localName?: string;
  readonly localBytes?: number;
  readonly flags?: number;
  readonly unixMode?: number;
  readonly extra?: Buffer;
  /** Where the directory says that the entry begins; it then has no bytes of its own. */
  readonly at?: number;
}

/** What the end of a forged archive says. */
export interface ForgedEnd {
  readonly entries?: number;
  readonly gap?: Buffer;
  readonly comment?: Buffer;
  readonly zip64?: {
    readonly entries?: bigint;
    readonly offset?: bigint;
    readonly bytes?: bigint;
    readonly at?: bigint;
    /** The short record keeps its own figures instead of pointing to the long one. */
    readonly keepsShort?: boolean;
  };
}

const text = (value: string | Buffer): Buffer => (typeof value === 'string' ? Buffer.from(value) : value);

interface Facts {
  readonly bytes: number;
  readonly packed: Buffer;
  readonly checksum: number;
  readonly method: number;
}

/** @returns the bytes of an archive that is sound wherever the entries and the end do not ask for something else. */
export function forgeZip(entries: readonly ForgedEntry[], end: ForgedEnd = {}): Buffer {
  const pieces: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    offsets.push(entry.at ?? offset);
    if (entry.at !== undefined) continue;
    const piece = localEntry(entry);
    pieces.push(piece);
    offset += piece.length;
  }
  const directory = Buffer.concat(entries.map((entry, index) => directoryEntry(entry, offsets[index] ?? 0)));
  const gap = end.gap ?? Buffer.alloc(0);
  const ending = endRecords({ entries: entries.length, offset, bytes: directory.length, gap: gap.length }, end);
  return Buffer.concat([...pieces, directory, gap, ending]);
}

function factsOf(entry: ForgedEntry): Facts {
  const method = entry.declaredMethod ?? (entry.stored ? 0 : 8);
  if (entry.deflated) return { ...entry.deflated, method };
  const plain = text(entry.content ?? '');
  return { packed: entry.stored ? plain : deflateRawSync(plain), bytes: plain.length, checksum: crc32(plain), method };
}

function localEntry(entry: ForgedEntry): Buffer {
  const facts = factsOf(entry);
  const name = text(entry.localName ?? entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags ?? 0x800, 6);
  header.writeUInt16LE(facts.method, 8);
  header.writeUInt32LE(entry.declaredChecksum ?? facts.checksum, 14);
  header.writeUInt32LE(facts.packed.length, 18);
  header.writeUInt32LE(entry.localBytes ?? entry.declaredBytes ?? facts.bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, facts.packed]);
}

function directoryEntry(entry: ForgedEntry, offset: number): Buffer {
  const facts = factsOf(entry);
  const name = text(entry.name);
  const extra = entry.extra ?? Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x0314, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags ?? 0x800, 8);
  header.writeUInt16LE(facts.method, 10);
  header.writeUInt32LE(entry.declaredChecksum ?? facts.checksum, 16);
  header.writeUInt32LE(facts.packed.length, 20);
  header.writeUInt32LE(entry.declaredBytes ?? facts.bytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(((entry.unixMode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name, extra]);
}

interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
  readonly gap: number;
}

function endRecords(directory: Directory, { entries, comment = Buffer.alloc(0), zip64 }: ForgedEnd): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries ?? directory.entries, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries ?? directory.entries, 0xffff), 10);
  end.writeUInt32LE(directory.bytes, 12);
  end.writeUInt32LE(directory.offset, 16);
  end.writeUInt16LE(comment.length, 20);
  if (zip64 && !zip64.keepsShort) end.fill(0xff, 8, 20);
  return Buffer.concat([zip64 ? end64(directory, zip64) : Buffer.alloc(0), end, comment]);
}

function end64(directory: Directory, zip64: NonNullable<ForgedEnd['zip64']>): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(zip64.entries ?? BigInt(directory.entries), 24);
  end.writeBigUInt64LE(zip64.entries ?? BigInt(directory.entries), 32);
  end.writeBigUInt64LE(zip64.bytes ?? BigInt(directory.bytes), 40);
  end.writeBigUInt64LE(zip64.offset ?? BigInt(directory.offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(zip64.at ?? BigInt(directory.offset + directory.bytes + directory.gap), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}
