// The export as a stream of lines, unpacked when it is gzip; memory does not grow with it.
import { isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isCanonical } from './canonical.mjs';
import { leafInPlace } from './merkle.mjs';

const CHUNK = 1 << 20;
const LONGEST_LINE = 4 << 20;
const NEWLINE = 0x0a;
const CLOSING = 0x7d;
const DIGIT_0 = 0x30;
const BEFORE_INDEX = Buffer.from('{"index":');
const BEFORE_ENTRY = Buffer.from(',"entry":');

function isGzip(file) {
  const start = Buffer.alloc(2);
  const descriptor = openSync(file, 'r');
  try {
    return readSync(descriptor, start) === 2 && start[0] === 0x1f && start[1] === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}

function chunksOf(file) {
  const source = createReadStream(file, { highWaterMark: CHUNK });
  if (!isGzip(file)) return source;
  const unpacked = createGunzip({ chunkSize: CHUNK });
  source.on('error', (error) => unpacked.destroy(error));
  return source.pipe(unpacked);
}

/**
 * Yields each line without its newline. A last line without one, and a gzip that ends early, set `isCut`; a gzip with
 * wrong bytes inside sets `isDamaged`.
 */
export async function* linesOf(file, state) {
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of chunksOf(file)) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end; (end = bytes.indexOf(NEWLINE, start)) >= 0; start = end + 1) yield bytes.subarray(start, end);
      rest = bytes.subarray(start);
      if (rest.length > LONGEST_LINE) return yield rest;
    }
  } catch (error) {
    if (error.code === 'Z_BUF_ERROR') state.isCut = true;
    else if (error.code === 'Z_DATA_ERROR') state.isDamaged = true;
    else throw error;
  }
  if (rest.length > 0) state.isCut = true;
}

/** @returns `{ origin, format, size }`, or undefined. */
export function readHeader(line) {
  const header = parse(line.toString('utf8'));
  const { origin, format, size } = header ?? {};
  const isHeader = typeof origin === 'string' && typeof format === 'string' && Number.isSafeInteger(size) && size >= 0;
  return isHeader ? { origin, format, size } : undefined;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function indexIn(line, end) {
  let index = 0;
  for (let at = BEFORE_INDEX.length; at < end; at += 1) {
    const digit = line[at] - DIGIT_0;
    if (digit < 0 || digit > 9) return NaN;
    index = index * 10 + digit;
  }
  const isOneWay = line[BEFORE_INDEX.length] !== DIGIT_0 || end === BEFORE_INDEX.length + 1;
  return end > BEFORE_INDEX.length && isOneWay ? index : NaN;
}

/**
 * The content of a leaf is the text of `entry`, byte for byte. It must be canonical, so that everybody who parses the
 * line reads the same thing from it.
 * @returns `{ index, leaf }`, or undefined. The line is used up.
 */
export function readLeaf(line) {
  const comma = line.indexOf(BEFORE_ENTRY, BEFORE_INDEX.length);
  if (comma < 0 || line.compare(BEFORE_INDEX, 0, BEFORE_INDEX.length, 0, BEFORE_INDEX.length) !== 0) return undefined;
  const index = indexIn(line, comma);
  const [start, end] = [comma + BEFORE_ENTRY.length, line.length - 1];
  if (!Number.isSafeInteger(index) || line[end] !== CLOSING || !isUtf8(line)) return undefined;
  if (!isCanonical(line, start, end)) return undefined;
  return { index, leaf: leafInPlace(line, start, end) };
}
