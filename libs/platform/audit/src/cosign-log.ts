import { DomainError } from '#libs/domain/kernel';
import {
  type Checkpoint,
  CompactRange,
  consistencyProof,
  cosignCheckpoint,
  formatNote,
  parseCheckpoint,
  parseNote,
  type SignerKey,
  type VerifierKey,
} from '#libs/platform/transparency';

/** What a cosigner looks at, and what it remembers. */
export interface CosigningTask {
  /** The checkpoint as the log gave it out. */
  readonly note: string;
  /** Hashes of all leaves, from an export or from the log itself. */
  readonly leaves: readonly Buffer[];
  readonly logKeys: readonly VerifierKey[];
  /** The note that this cosigner cosigned last; absent the first time. */
  readonly remembered?: string;
}

export interface Cosigned {
  /** To be remembered before it is given out. */
  readonly note: string;
  readonly size: number;
  /** The cosigner's own line, without its newline. */
  readonly line: string;
}

/**
 * Cosigns a checkpoint, once the leaves lead from the remembered one to it.
 * @param time seconds since 1970. @throws DomainError `audit.export-short` with too few leaves, and as `cosignCheckpoint`.
 */
export function cosignLog(task: CosigningTask, signer: SignerKey, time: number): Cosigned {
  const note = parseNote(task.note);
  const { size } = parseCheckpoint(note.text);
  const known: Checkpoint | undefined = task.remembered ? parseCheckpoint(parseNote(task.remembered).text) : undefined;
  if (task.leaves.length < size) {
    throw new DomainError('audit.export-short', 'conflict', { leaves: task.leaves.length, size });
  }
  // An older checkpoint is refused by its size; there is no proof to be made then.
  const from = Math.min(known?.size ?? 0, size);
  const request = { note, logKeys: task.logKeys, proof: consistencyProof(task.leaves, from, size) };
  const cosigned = cosignCheckpoint({ ...request, ...(known ? { known } : {}) }, signer, time);
  requireRoot(cosigned.text, task.leaves.slice(0, size));
  const text = formatNote(cosigned);
  return { note: text, size, line: text.trimEnd().split('\n').at(-1) ?? '' };
}

/** The first time nothing is remembered to compare with: the leaves themselves must have the root that was signed. */
function requireRoot(text: string, leaves: readonly Buffer[]): void {
  const tree = new CompactRange();
  for (const leaf of leaves) tree.append(leaf);
  const { size, root } = parseCheckpoint(text);
  if (!tree.root().equals(root)) throw new DomainError('checkpoint.diverges', 'conflict', { size, known: 0 });
}
