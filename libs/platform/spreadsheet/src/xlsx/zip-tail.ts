import { type FileHandle, open } from 'node:fs/promises';
import { fileRefusal } from '../file-refusal.js';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_BYTES = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_BYTES = 56;
const LONGEST_COMMENT = 0xffff;

/** What the end of a ZIP file says about its directory, checked against the file. */
export interface ZipDirectory {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

const malformed = (reason: string): Error => fileRefusal('file.zip_malformed', { reason });

/**
 * Reads the end records of a ZIP file. The directory must end exactly where these begin, so that nothing can hide between.
 * @throws DomainError `file.zip_malformed`.
 */
export async function readZipDirectory(path: string): Promise<ZipDirectory> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, END_BYTES + LOCATOR_BYTES + LONGEST_COMMENT);
    const tail = await readExactly(file, size - length, length);
    const endAt = findEnd(tail);
    const tailStart = size - length;
    const plain = {
      entries: tail.readUInt16LE(endAt + 10),
      bytes: tail.readUInt32LE(endAt + 12),
      offset: tail.readUInt32LE(endAt + 16),
    };
    const locatorAt = endAt - LOCATOR_BYTES;
    const has64 = locatorAt >= 0 && tail.readUInt32LE(locatorAt) === LOCATOR_SIGNATURE;
    if (!has64) return endingAt(plain, tailStart + endAt);
    const end64At = toSize(tail.readBigUInt64LE(locatorAt + 8));
    if (end64At + END64_BYTES > tailStart + locatorAt) throw malformed('zip64');
    return endingAt(agreeing(plain, await readEnd64(file, end64At)), end64At);
  } finally {
    await file.close();
  }
}

/** Searches backwards, as every reader does; the comment must reach exactly to the end of the file. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) throw malformed('end');
    if (tail.readUInt16LE(at + 4) !== 0 && tail.readUInt16LE(at + 4) !== 0xffff) throw malformed('disks');
    return at;
  }
  throw malformed('truncated');
}

async function readEnd64(file: FileHandle, at: number): Promise<ZipDirectory> {
  const end = await readExactly(file, at, END64_BYTES);
  if (end.readUInt32LE(0) !== END64_SIGNATURE) throw malformed('zip64');
  return {
    entries: toSize(end.readBigUInt64LE(32)),
    bytes: toSize(end.readBigUInt64LE(40)),
    offset: toSize(end.readBigUInt64LE(48)),
  };
}

/** Where the short record is not filled with ones it has to say the same as the long one: readers differ in which they trust. */
function agreeing(plain: ZipDirectory, long: ZipDirectory): ZipDirectory {
  const agrees = (short: number, full: number, ones: number): boolean => short === ones || short === full;
  const isSame =
    agrees(plain.entries, long.entries, 0xffff) &&
    agrees(plain.bytes, long.bytes, 0xffffffff) &&
    agrees(plain.offset, long.offset, 0xffffffff);
  if (!isSame) throw malformed('zip64');
  return long;
}

function endingAt(directory: ZipDirectory, end: number): ZipDirectory {
  if (directory.offset + directory.bytes !== end) throw malformed('directory');
  return directory;
}

function toSize(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw malformed('zip64');
  return Number(value);
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw malformed('truncated');
  return buffer;
}
