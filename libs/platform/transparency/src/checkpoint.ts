import { DomainError } from '#libs/domain/kernel';
import { EMPTY_ROOT, HASH_SIZE } from './merkle-hash.js';
import { type VerifierKey } from './note-key.js';
import { type SignedNote, type VerifiedSignature, openNote } from './signed-note.js';
import { decodeBase64 } from './strict-base64.js';

/** What a log says of itself at one size: the text of a note, C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** The log's name; the name of its key too. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Lines that this program neither writes nor reads, kept because they are signed. */
  readonly extensions?: readonly string[];
}

/** A checkpoint whose log's signature holds, with the cosignatures that hold. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly VerifiedSignature[];
}

const SIZE = /^(?:0|[1-9][0-9]*)$/;

function malformed(reason: string): DomainError {
  return new DomainError('checkpoint.malformed', 'malformed', { reason });
}

function readSize(text: string): number {
  const size = SIZE.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(size)) throw malformed('size');
  return size;
}

function readRoot(text: string, size: number): Buffer {
  const root = decodeBase64(text);
  if (root?.length !== HASH_SIZE) throw malformed('root');
  if (size === 0 && !root.equals(EMPTY_ROOT)) throw malformed('root');
  return root;
}

/** @param text of a note. @throws DomainError `checkpoint.malformed`, also for an empty tree with another root. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', sizeText = '', rootText = '', ...rest] = text.split('\n');
  if (rest.pop() !== '' || origin === '' || rest.includes('')) throw malformed('shape');
  const size = readSize(sizeText);
  const root = readRoot(rootText, size);
  return { origin, size, root, ...(rest.length > 0 ? { extensions: rest } : {}) };
}

/** @returns the text to sign; `parseCheckpoint` reads it back. @throws DomainError `checkpoint.malformed`. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const text = [origin, String(size), root.toString('base64'), ...extensions, ''].join('\n');
  const read = parseCheckpoint(text);
  if (read.origin !== origin || (read.extensions?.length ?? 0) !== extensions.length) throw malformed('shape');
  return text;
}

/**
 * @param keys those of the log (type `ed25519`, name = origin) and of cosigners (type `cosignature`).
 * @returns the checkpoint, once a key of its own log has signed it.
 * @throws DomainError `note.signature-wrong`, `checkpoint.malformed`, `checkpoint.not-of-its-log`.
 */
export function openCheckpoint(note: SignedNote, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const verified = openNote(note, keys);
  const checkpoint = parseCheckpoint(note.text);
  const isOfItsLog = ({ key }: VerifiedSignature): boolean => key.type === 'ed25519' && key.name === checkpoint.origin;
  if (!verified.some(isOfItsLog)) throw new DomainError('checkpoint.not-of-its-log', 'malformed', {});
  return { checkpoint, cosignatures: verified.filter(({ key }) => key.type === 'cosignature') };
}
