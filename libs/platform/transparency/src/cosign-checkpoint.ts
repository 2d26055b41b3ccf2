import { DomainError } from '#libs/domain/kernel';
import { type Checkpoint, openCheckpoint } from './checkpoint.js';
import { EMPTY_ROOT } from './merkle-hash.js';
import { type SignerKey, type VerifierKey } from './note-key.js';
import { type SignedNote, cosignNote } from './signed-note.js';
import { verifyConsistency } from './verify-proof.js';

/** What a witness is shown, and what it remembers of the same log. */
export interface CosigningRequest {
  readonly note: SignedNote;
  /** Keys of the logs that this witness watches. */
  readonly logKeys: readonly VerifierKey[];
  /** The last checkpoint of this origin that it cosigned; absent the first time. */
  readonly known?: Checkpoint;
  /** From the known size to the size of the note. */
  readonly proof: readonly Buffer[];
}

/**
 * The whole duty of a witness (C2SP tlog-witness, add-checkpoint): the log signed it, it is not older than what was
 * cosigned before, and what was cosigned before is its beginning. Whoever calls must keep the new checkpoint as `known`
 * before the cosignature leaves the house.
 * @param time seconds since 1970. @returns the note with the cosignature added.
 * @throws DomainError of `openCheckpoint`; `checkpoint.older`; `checkpoint.diverges` when the proof does not hold.
 */
export function cosignCheckpoint(request: CosigningRequest, signer: SignerKey, time: number): SignedNote {
  const { checkpoint } = openCheckpoint(request.note, request.logKeys);
  const { origin, size, root } = checkpoint;
  const known = request.known ?? { origin, size: 0, root: EMPTY_ROOT };
  if (known.origin !== origin) throw new RangeError('what is known is of another log');
  if (size < known.size) throw new DomainError('checkpoint.older', 'conflict', { size, known: known.size });
  const claim = { oldSize: known.size, oldRoot: known.root, newSize: size, newRoot: root, proof: request.proof };
  if (!verifyConsistency(claim)) throw new DomainError('checkpoint.diverges', 'conflict', { size, known: known.size });
  return cosignNote(request.note, signer, time);
}
