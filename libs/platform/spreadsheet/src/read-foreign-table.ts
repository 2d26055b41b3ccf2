import { readCsv } from './csv/read-csv.js';
import { tableFormatOf } from './file-kind.js';
import type { ReadRequest, ReaderChannel } from './reader-protocol.js';
import { RowAssembler } from './row-assembler.js';
import { readXlsx } from './xlsx/read-xlsx.js';

/**
 * Reads a foreign file from beginning to end into the channel: header, batches of rows, end. Runs in the reading thread.
 * @throws DomainError `file.*` (kind malformed) when the file is refused; rows sent before that are void.
 */
export async function readForeignTable(request: ReadRequest, channel: ReaderChannel): Promise<void> {
  const format = await tableFormatOf(request.source, request.limits);
  const assembler = new RowAssembler(format, request.limits, channel);
  await (format === 'csv' ? readCsv(request, assembler) : readXlsx(request, assembler));
  await assembler.finish();
}
