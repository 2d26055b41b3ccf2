import type { ImportFault } from '../import-fault.js';
import type { Candidate } from './register-stage.js';

/** By which number and offices a row names a file. */
export interface FileName {
  readonly number: string;
  readonly officeId: number;
  readonly registerOfficeId?: number | null;
}

/**
 * Numbers are counted by each office for itself. A row means the file in the register that it names; otherwise that of
 * its own office; otherwise the only one of that number in the import, or the only one on record.
 * @param candidates every file of that number.
 * @returns the file, or the fault `import.file-unknown` or `import.file-ambiguous`.
 */
export function findFile(name: FileName, candidates: readonly Candidate[]): Candidate | ImportFault {
  const of = (officeId: number): Candidate | undefined => candidates.find((one) => one.officeId === officeId);
  const unknown: ImportFault = { code: 'import.file-unknown', facts: { number: name.number } };
  if (name.registerOfficeId) return of(name.registerOfficeId) ?? unknown;
  const own = of(name.officeId);
  if (own) return own;
  const inFile = candidates.filter((one) => one.inFile);
  const pool = inFile.length > 0 ? inFile : candidates;
  const [only] = pool;
  if (!only) return unknown;
  return pool.length === 1
    ? only
    : { code: 'import.file-ambiguous', facts: { number: name.number, files: pool.length } };
}

/** @returns whether a search came to a fault. */
export const isFault = (found: Candidate | ImportFault): found is ImportFault => 'facts' in found;
