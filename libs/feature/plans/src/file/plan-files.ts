import { isUtf8 } from 'node:buffer';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Plan } from '#libs/domain/performance';
import { type PlanDocument, readPlanText } from './plan-document.js';
import { type PlanFault, type PlanFaultCode, PlanFilesRefused, inReadingOrder } from './plan-fault.js';
import { faultsBetween } from './plan-set.js';

/** What reading plan files gave. `plans` are the files without a fault, by id; a single fault forbids loading. */
export interface PlanReading {
  readonly plans: readonly Plan[];
  readonly faults: readonly PlanFault[];
}

const LARGEST = 1_000_000;

/**
 * Reads plan files and everything that is wrong with them. Throws nothing for a faulty or missing file.
 * @param known plans that count as loaded already, for parents.
 */
export async function readPlanFiles(files: readonly string[], known: readonly Plan[] = []): Promise<PlanReading> {
  const documents = await Promise.all(files.map(readOne));
  const between = faultsBetween(documents, known);
  const bad = new Set(between.map(({ file }) => file));
  return {
    plans: documents.flatMap(({ file, plan }) => (plan && !bad.has(file) ? [plan] : [])),
    faults: inReadingOrder([...documents.flatMap(({ faults }) => faults), ...between]),
  };
}

/** @throws PlanFilesRefused with every fault when a file is faulty; then nothing is given. */
export async function getPlans(files: readonly string[], known: readonly Plan[] = []): Promise<readonly Plan[]> {
  const { plans, faults } = await readPlanFiles(files, known);
  if (faults.length > 0) throw new PlanFilesRefused(faults);
  return plans;
}

/** @returns the `.yaml` and `.yml` files of the folder, by name. @throws when the folder cannot be read. */
export async function planFilesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(directory, name));
}

async function readOne(file: string): Promise<PlanDocument> {
  const refused = (code: PlanFaultCode, facts: PlanFault['facts'] = {}): PlanDocument => ({
    file,
    faults: [{ file, line: 1, column: 1, path: '', code, facts }],
    placeOf: () => ({ line: 1, column: 1 }),
  });
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > LARGEST) return refused('too-large', { largest: LARGEST });
    bytes = await readFile(file);
  } catch (error) {
    return refused('unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
  return isUtf8(bytes) ? readPlanText(file, bytes.toString('utf8').replace(/^\uFEFF/, '')) : refused('not-utf8');
}
