import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type CanonicalValue, type SignedNote, formatNote } from '#libs/platform/transparency';
import { exportOf, inventedEntry, keysText, sealLog, writeNotes } from './sealed-log.js';

/** The folder of the independent verifier. */
export const VERIFIER = path.resolve('tools/audit-verifier');
const BATCH = 50;
const COUNT = 2_000;

export const entries = Array.from({ length: COUNT }, (_, index) => inventedEntry(index));
const sizes = Array.from({ length: COUNT / BATCH }, (_, batch) => (batch + 1) * BATCH);
/** One checkpoint for every fifty entries, each cosigned by both others. */
export const { notes } = sealLog(entries, sizes);
/** The untouched export, the header first. */
export const lines = exportOf(entries);

export interface Answer {
  readonly code: number | null;
  readonly words: string;
}

/** What the verifier is given in place of the untouched things. */
export interface Given {
  readonly file?: string | Buffer;
  readonly notes?: readonly SignedNote[];
  readonly options?: readonly string[];
  /** All checkpoints in one file instead of a folder. */
  readonly isOneFile?: boolean;
  /** Written beside the checkpoints. */
  readonly beside?: string;
  readonly keys?: string;
}

/** Runs the verifier as an inspector does, in a process of its own over files; it answers in English. */
export function verify(given: Given = {}): Answer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'audit-verifier-'));
  const at = (name: string): string => path.join(folder, name);
  const signed = given.notes ?? notes;
  writeFileSync(at('export'), given.file ?? lines.join(''));
  writeFileSync(at('keys'), given.keys ?? keysText());
  if (given.isOneFile) writeFileSync(at('checkpoints'), signed.map(formatNote).join('\n'));
  else writeNotes(at('checkpoints'), signed);
  if (given.beside !== undefined) writeFileSync(at('checkpoints/odd'), given.beside);
  const files = ['--export', at('export'), '--checkpoints', at('checkpoints'), '--keys', at('keys')];
  const parameters = [path.join(VERIFIER, 'verify.mjs'), ...files, '--language', 'en', ...(given.options ?? [])];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { code: status, words: stdout + stderr };
}

/** The export of somebody who wrote indexes and header anew, to hide what was done. */
export const rewritten = (attacked: readonly CanonicalValue[]): Given => ({ file: exportOf(attacked).join('') });

/** The export of somebody who changed lines of the file and nothing else. */
export const changed = (attacked: readonly string[]): Given => ({ file: attacked.join('') });
