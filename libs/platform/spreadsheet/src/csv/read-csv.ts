import { CsvError, type InfoRecord, type Parser, parse } from 'csv-parse';
import { cleanText } from '../cell-content.js';
import { type FileRefusalCode, fileRefusal } from '../file-refusal.js';
import { withoutFormulaGuard } from '../formula-guard.js';
import type { ReadRequest } from '../reader-protocol.js';
import type { RowAssembler } from '../row-assembler.js';
import { decodeText } from './decode-text.js';
import { type Separator, separatorOf } from './separator.js';

const MAX_RECORD_BYTES = 2 * 1024 * 1024;

type TakeRecord = (line: number, record: readonly string[]) => void;

/** Reads a text table into the assembler, quotes by RFC 4180. @throws DomainError `file.*`, with the line. */
export async function readCsv({ source, limits }: ReadRequest, assembler: RowAssembler): Promise<void> {
  const takeRecord: TakeRecord = (line, record) => {
    const cells = record.map((text) => cleanText(withoutFormulaGuard(text), limits.maxCellCharacters));
    assembler.accept(line, cells);
  };
  let parser: Parser | undefined;
  for await (const text of decodeText(source.path)) {
    parser ??= newParser(separatorOf(text), takeRecord);
    await write(parser, text);
    await assembler.drain();
  }
  if (parser) await end(parser);
}

function newParser(delimiter: Separator, takeRecord: TakeRecord): Parser {
  const parser = parse({
    delimiter,
    recordDelimiter: ['\r\n', '\n', '\r'],
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: MAX_RECORD_BYTES,
    onRecord: (record: readonly string[], { records, empty_lines: emptyLines }: InfoRecord): null => {
      takeRecord(records + emptyLines, record);
      return null;
    },
  });
  parser.on('error', () => undefined);
  return parser;
}

async function write(parser: Parser, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.write(text, 'utf8', (error) => (error ? reject(asRefusal(error)) : resolve()));
  });
}

async function end(parser: Parser): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.once('error', (error) => reject(asRefusal(error)));
    parser.once('finish', resolve);
    parser.end();
  });
}

/** The library's messages quote the file; its code and line do not. */
function asRefusal(error: Error): Error {
  if (!(error instanceof CsvError)) return error;
  const code: FileRefusalCode = error.code === 'CSV_MAX_RECORD_SIZE' ? 'file.csv_record_too_long' : 'file.csv_quote';
  return fileRefusal(code, { line: typeof error.lines === 'number' ? error.lines : undefined });
}
