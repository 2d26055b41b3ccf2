import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { DomainError } from '#libs/domain/kernel';
import { leafHash } from '#libs/platform/transparency';

const LINE = /^\{"index":(\d+),"entry":(\{.*\})\}$/u;

/**
 * @param file an export of the audit, packed by gzip when its name ends in .gz.
 * @returns the hash of each leaf in its order. @throws DomainError `audit.export-malformed` with the line.
 */
export async function leavesOfExport(file: string): Promise<Buffer[]> {
  const source = fs.createReadStream(file);
  const input = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  const leaves: Buffer[] = [];
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    if (line === 1) continue;
    const [, index, entry] = LINE.exec(text) ?? [];
    if (entry === undefined || Number(index) !== leaves.length) {
      throw new DomainError('audit.export-malformed', 'malformed', { line });
    }
    leaves.push(leafHash(Buffer.from(entry)));
  }
  return leaves;
}
