import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CanonicalValue,
  type Checkpoint,
  CompactRange,
  type SignedNote,
  SignerKey,
  canonicalJson,
  consistencyProof,
  cosignCheckpoint,
  exportHeader,
  exportLine,
  formatCheckpoint,
  formatNote,
  leafHash,
  signNote,
} from '#libs/platform/transparency';

export const ORIGIN = 'theoan.example/police/audit';
const FIRST_SEAL = 1_790_000_000;

export const LOG = new SignerKey(ORIGIN, 'ed25519', Buffer.alloc(32, 1));
export const COSIGNERS = [
  new SignerKey('procuracy.example/witness', 'cosignature', Buffer.alloc(32, 2)),
  new SignerKey('court.example/witness', 'cosignature', Buffer.alloc(32, 3)),
];

/** A log as the product keeps it: entries sealed in batches, each with its checkpoint, cosigned by the two others. */
export interface SealedLog {
  readonly entries: readonly CanonicalValue[];
  readonly notes: readonly SignedNote[];
}

/** @returns an entry of the audit that nobody ever made. */
export function inventedEntry(index: number): CanonicalValue {
  return {
    id: `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    at: FIRST_SEAL + index,
    actor: `account-${index % 37}`,
    action: index % 3 === 0 ? 'xem danh tính' : 'case.write',
    subject: { kind: 'case', id: `${index % 991}` },
    fields: index % 3 === 0 ? ['victim.name'] : [],
    value: leafHash(Buffer.from(`value ${index}`)).toString('hex'),
  };
}

/** @returns the hash of each entry's leaf. */
export function leavesOf(entries: readonly CanonicalValue[]): Buffer[] {
  return entries.map((entry) => leafHash(Buffer.from(canonicalJson(entry))));
}

/** @param sizes the sizes of the log at which it was sealed, rising. */
export function sealLog(entries: readonly CanonicalValue[], sizes: readonly number[]): SealedLog {
  const leaves = leavesOf(entries);
  const tree = new CompactRange();
  let known: Checkpoint | undefined;
  const notes = sizes.map((size) => {
    for (const leaf of leaves.slice(tree.size, size)) tree.append(leaf);
    const checkpoint = { origin: ORIGIN, size, root: tree.root() };
    const proof = consistencyProof(leaves, known?.size ?? 0, size);
    const request = { logKeys: [LOG.verifier], proof, ...(known ? { known } : {}) };
    let note = signNote(formatCheckpoint(checkpoint), [LOG]);
    for (const cosigner of COSIGNERS) note = cosignCheckpoint({ ...request, note }, cosigner, FIRST_SEAL + size);
    known = checkpoint;
    return note;
  });
  return { entries: entries.slice(0, sizes.at(-1) ?? 0), notes };
}

/** @returns the lines of the export, the header first. */
export function exportOf(entries: readonly CanonicalValue[]): string[] {
  return [exportHeader(ORIGIN, entries.length), ...entries.map((entry, index) => exportLine(index, entry))];
}

/** Writes a file for each checkpoint into a folder that it makes. */
export function writeNotes(folder: string, notes: readonly SignedNote[]): void {
  mkdirSync(folder);
  for (const [at, note] of notes.entries()) writeFileSync(path.join(folder, `${at}.checkpoint`), formatNote(note));
}

/** @returns the text of a file of public keys, the log's first. */
export function keysText(): string {
  const keys = [LOG, ...COSIGNERS].map(({ verifier }) => verifier.toString());
  return `# khóa công khai\n\n${keys.join('\n')}\n`;
}
