import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { fileRefusal } from '../file-refusal.js';

const UTF16LE_BOM = Buffer.from('fffe', 'hex');
const UTF16BE_BOM = Buffer.from('feff', 'hex');
const LINE_FEED = 0x0a;
/** Sixty-four full cells; a file without line ends must not pile up in memory. */
const LONGEST_LINE = 2 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/**
 * Reads a text file as UTF-8 (with or without byte order mark) or as UTF-16LE with one (Excel's "Unicode text").
 * @throws DomainError `file.encoding`, `file.nul_character`, `file.csv_record_too_long`, each with the line.
 */
export async function* decodeText(path: string): AsyncGenerator<string> {
  let decoder: LineDecoder | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    decoder ??= new LineDecoder(encodingOf(chunk));
    yield decoder.decode(chunk);
  }
  yield decoder?.end() ?? '';
}

function encodingOf(start: Buffer): 'utf-8' | 'utf-16le' {
  const mark = start.subarray(0, 2);
  if (mark.equals(UTF16BE_BOM)) throw fileRefusal('file.encoding', { line: 1, found: 'utf-16be' });
  return mark.equals(UTF16LE_BOM) ? 'utf-16le' : 'utf-8';
}

/** Decodes strictly and knows the line it has come to. */
class LineDecoder {
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private line = 1;
  private lineLength = 0;
  /** Bytes at the end of the last chunk that may begin a character. */
  private tail: Buffer = Buffer.alloc(0);

  constructor(private readonly encoding: 'utf-8' | 'utf-16le') {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  decode(chunk: Buffer): string {
    let text: string;
    try {
      text = this.decoder.decode(chunk, { stream: true });
    } catch {
      throw fileRefusal('file.encoding', { line: this.line + this.linesBeforeFault(chunk), expected: this.encoding });
    }
    this.tail = chunk.subarray(-3);
    this.checkLines(text);
    return text;
  }

  end(): string {
    try {
      return this.decoder.decode();
    } catch {
      throw fileRefusal('file.encoding', { line: this.line, expected: this.encoding });
    }
  }

  private checkLines(text: string): void {
    const nul = text.indexOf('\0');
    if (nul !== -1) throw fileRefusal('file.nul_character', { line: this.line + count(text.slice(0, nul)) });
    const last = text.lastIndexOf('\n');
    this.lineLength = last === -1 ? this.lineLength + text.length : text.length - last - 1;
    this.line += count(text);
    if (this.lineLength > LONGEST_LINE) throw fileRefusal('file.csv_record_too_long', { line: this.line });
  }

  private linesBeforeFault(chunk: Buffer): number {
    if (this.encoding !== 'utf-8') return 0;
    const bytes = Buffer.concat([startOfLastCharacter(this.tail), chunk]);
    let lines = 0;
    for (let from = 0, end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      if (!isUtf8(bytes.subarray(from, end))) return lines;
      lines += 1;
      from = end + 1;
    }
    return lines;
  }
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** @returns the last bytes from the lead byte of an unfinished character on. */
function startOfLastCharacter(tail: Buffer): Buffer {
  for (let at = tail.length - 1; at >= 0; at -= 1) {
    const byte = tail[at] ?? 0;
    if (byte >= 0xc0) return isUtf8(tail.subarray(at)) ? Buffer.alloc(0) : tail.subarray(at);
    if (byte < 0x80) break;
  }
  return Buffer.alloc(0);
}
