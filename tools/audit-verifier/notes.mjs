// Keys and signed checkpoints: C2SP signed-note, tlog-checkpoint, tlog-cosignature (Ed25519 only).
import { isUtf8 } from 'node:buffer';
import { createPublicKey, hash, verify } from 'node:crypto';
import { EMPTY_ROOT } from './merkle.mjs';

const LOG_KEY = 0x01;
const COSIGNER_KEY = 0x04;
const KEY_LINE = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u;
/** The last second that JavaScript can write as a date. */
const LATEST = 8_640_000_000_000n;
/** A checkpoint has no empty line in its text, so several can stand in one file. */
const NOTES_IN_FILE = /((?:[^\n]+\n){3,})\n((?:— [^\n]+\n)+)\n*/uy;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

function bytesOf(base64) {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

/** @returns `{ name, id, isCosigner, publicKey, key }`, or undefined for a line that is no such key. */
export function readKey(line) {
  const [, name, id, encoded = ''] = KEY_LINE.exec(line) ?? [];
  const material = bytesOf(encoded);
  if (name === undefined || material?.length !== 33 || ![LOG_KEY, COSIGNER_KEY].includes(material[0])) return undefined;
  if (hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'hex').slice(0, 8) !== id) return undefined;
  const publicKey = material.subarray(1);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return { name, id, isCosigner: material[0] === COSIGNER_KEY, publicKey: publicKey.toString('hex'), key };
}

function readSignature(line) {
  const [, name, encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = bytesOf(encoded);
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

/** @returns the notes of a file, each `{ text, signatures }`; undefined when anything of it is not a checkpoint's note. */
export function readNotes(bytes) {
  const file = bytes.toString('utf8');
  if (!isUtf8(bytes) || CONTROL.test(file) || file === '') return undefined;
  const notes = [];
  let end = 0;
  NOTES_IN_FILE.lastIndex = 0;
  for (let found; end < file.length && (found = NOTES_IN_FILE.exec(file)); end = NOTES_IN_FILE.lastIndex) {
    const [, text, lines] = found;
    notes.push({ text, signatures: lines.trimEnd().split('\n').map(readSignature) });
  }
  const isWhole = end === file.length && notes.every(({ signatures }) => !signatures.includes(undefined));
  return isWhole ? notes : undefined;
}

/** @returns `{ origin, size, root }`, or undefined. */
export function readCheckpoint(text) {
  const [origin, sizeText, rootText] = text.split('\n');
  const size = /^(0|[1-9][0-9]*)$/.test(sizeText) ? Number(sizeText) : NaN;
  const root = bytesOf(rootText);
  if (!Number.isSafeInteger(size) || root?.length !== 32) return undefined;
  return size === 0 && !root.equals(EMPTY_ROOT) ? undefined : { origin, size, root };
}

function cosignedAt(text, { signature }, { key }) {
  if (signature.length !== 72) return undefined;
  const time = signature.readBigUInt64BE(0);
  if (time > LATEST) return undefined;
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
  return verify(null, message, key, signature.subarray(8)) ? time : undefined;
}

/**
 * @returns `{ logKeys, cosignatures: [{ key, time }] }` of the signatures that hold, or undefined as soon as the
 * signature of a known key does not. Unknown keys are passed over.
 */
export function checkSignatures({ text, signatures }, keys) {
  const logKeys = [];
  const cosignatures = [];
  for (const line of signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id);
    if (key === undefined) continue;
    if (key.isCosigner) {
      const time = cosignedAt(text, line, key);
      if (time === undefined) return undefined;
      cosignatures.push({ key, time });
    } else {
      if (!verify(null, Buffer.from(text), key.key, line.signature)) return undefined;
      logKeys.push(key);
    }
  }
  return { logKeys, cosignatures };
}
