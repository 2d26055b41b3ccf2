import { isUtf8 } from 'node:buffer';
import { DomainError } from '#libs/domain/kernel';
import { type SignerKey, type VerifierKey, isKeyName } from './note-key.js';
import { decodeBase64 } from './strict-base64.js';

/** One signature line. `signature` is what follows the key id: 64 bytes of Ed25519, 8 of time before them if cosigned. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

/** A text with the signatures under it; nothing of it is believed before `openNote`. */
export interface SignedNote {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that was checked and holds; `time` (seconds since 1970) when it is a cosignature. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  readonly time?: number;
}

const SIZE_LIMIT = 1_000_000;
const SIGNATURE_LIMIT = 64;
const KEY_ID_SIZE = 4;
const TIME_SIZE = 8;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/u;

function malformed(reason: string): DomainError {
  return new DomainError('note.malformed', 'malformed', { reason });
}

function readText(source: string | Uint8Array): string {
  const bytes = Buffer.from(source);
  if (bytes.length > SIZE_LIMIT) throw malformed('size');
  if (!isUtf8(bytes)) throw malformed('encoding');
  const text = bytes.toString('utf8');
  // A string with half a surrogate pair is no UTF-8 either, though Buffer replaces it silently.
  if (typeof source === 'string' && text !== source) throw malformed('encoding');
  if (CONTROL.test(text)) throw malformed('character');
  return text;
}

function readSignature(line: string): NoteSignature {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = decodeBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_SIZE) throw malformed('signature');
  return {
    name,
    keyId: bytes.toString('hex', 0, KEY_ID_SIZE),
    signature: bytes.subarray(KEY_ID_SIZE),
  };
}

/**
 * Reads a signed note (C2SP signed-note) and refuses whatever is not one, byte for byte; checks no signature.
 * @throws DomainError `note.malformed`.
 */
export function parseNote(source: string | Uint8Array): SignedNote {
  const note = readText(source);
  const border = note.lastIndexOf('\n\n');
  if (border < 0 || !note.endsWith('\n')) throw malformed('shape');
  const lines = note.slice(border + 2, -1).split('\n');
  if (lines.length > SIGNATURE_LIMIT) throw malformed('size');
  return { text: note.slice(0, border + 1), signatures: lines.map(readSignature) };
}

/** @returns the note as it is stored and sent; `parseNote` reads it back. @throws DomainError `note.malformed`. */
export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    const encoded = Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64');
    return `— ${name} ${encoded}\n`;
  });
  const note = `${text}\n${lines.join('')}`;
  parseNote(note);
  return note;
}

function lineOf({ name, id }: VerifierKey, signature: Buffer): NoteSignature {
  return { name, keyId: id, signature };
}

/**
 * @param text ends in a newline. @param signers keys of type `ed25519`.
 * @returns the note with one signature line for each. @throws DomainError `note.malformed`, RangeError for another type.
 */
export function signNote(text: string, signers: readonly SignerKey[]): SignedNote {
  if (!text.endsWith('\n')) throw malformed('shape');
  const message = Buffer.from(readText(text));
  const signatures = signers.map((signer) => {
    if (signer.verifier.type !== 'ed25519') throw new RangeError('a cosigner signs by cosignNote');
    return lineOf(signer.verifier, signer.sign(message));
  });
  return { text, signatures };
}

/** `cosignature/v1` and the time before the text: C2SP tlog-cosignature. */
function cosignedMessage(text: string, time: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}

/**
 * @param time seconds since 1970. @returns the note with this cosigner's line under the others; an earlier line of the
 * same key gives way. It only signs: `cosignCheckpoint` checks first. Throws RangeError for a key of another type.
 */
export function cosignNote(note: SignedNote, signer: SignerKey, time: number): SignedNote {
  const { verifier } = signer;
  if (verifier.type !== 'cosignature') throw new RangeError('a log signs by signNote');
  if (!Number.isSafeInteger(time) || time <= 0) throw new RangeError('the time is whole seconds since 1970');
  const timestamp = Buffer.alloc(TIME_SIZE);
  timestamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([timestamp, signer.sign(cosignedMessage(note.text, BigInt(time)))]);
  const others = note.signatures.filter((line) => !isOf(verifier, line));
  return { text: note.text, signatures: [...others, lineOf(verifier, signature)] };
}

function isOf(key: VerifierKey, line: NoteSignature): boolean {
  return line.name === key.name && line.keyId === key.id;
}

function check(key: VerifierKey, text: string, { signature }: NoteSignature): VerifiedSignature | undefined {
  if (key.type === 'ed25519') return key.verify(Buffer.from(text), signature) ? { key } : undefined;
  if (signature.length <= TIME_SIZE) return undefined;
  const time = signature.readBigUInt64BE(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const holds = key.verify(cosignedMessage(text, time), signature.subarray(TIME_SIZE));
  return holds ? { key, time: Number(time) } : undefined;
}

/**
 * @param keys whose signatures are believed; lines of other keys are passed over.
 * @returns the signatures that hold, at least one, at most one for each key.
 * @throws DomainError `note.signature-wrong` when a line of one of the keys does not hold, `note.unsigned` without any.
 */
export function openNote(note: SignedNote, keys: readonly VerifierKey[]): VerifiedSignature[] {
  const verified = new Map<VerifierKey, VerifiedSignature>();
  for (const line of note.signatures) {
    const key = keys.find((candidate) => isOf(candidate, line));
    if (key === undefined) continue;
    const signature = check(key, note.text, line);
    if (signature === undefined) throw new DomainError('note.signature-wrong', 'malformed', { key: key.name });
    verified.set(key, verified.get(key) ?? signature);
  }
  if (verified.size === 0) throw new DomainError('note.unsigned', 'malformed', {});
  return [...verified.values()];
}
