import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  hash,
  randomBytes,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { DomainError } from '#libs/domain/kernel';
import { decodeBase64 } from './strict-base64.js';

/** Both are Ed25519; the byte keeps what one says from being taken for the other (C2SP signed-note, tlog-cosignature). */
const TYPE_BYTES = { ed25519: 0x01, cosignature: 0x04 } as const;

/** `ed25519` signs the text of a note, as a log does; `cosignature` says when its holder found a checkpoint consistent. */
export type SignatureType = keyof typeof TYPE_BYTES;

const SECRET_PREFIX = 'PRIVATE+KEY+';
const KEY_SIZE = 32;
const NAME_LIMIT = 255;
/** What a key name may not hold: white space of any script, plus, control characters, half a surrogate pair. */
// eslint-disable-next-line no-control-regex
const NOT_IN_NAME = /[\p{White_Space}+\u0000-\u001f\u007f]|\p{Surrogate}/u;
/** The DER before the 32 bytes of an Ed25519 secret (RFC 8410 §7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export function isKeyName(name: string): boolean {
  return name !== '' && name.length <= NAME_LIMIT && !NOT_IN_NAME.test(name);
}

function malformed(reason: string): DomainError {
  return new DomainError('note.key-malformed', 'malformed', { reason });
}

function assertName(name: string): void {
  if (!isKeyName(name)) throw malformed('name');
}

/** SHA-256(name ‖ newline ‖ type ‖ public key), the first four bytes. */
function keyIdOf(name: string, material: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'hex').slice(0, 8);
}

function typeOf(byte: number | undefined): SignatureType {
  for (const type of ['ed25519', 'cosignature'] as const) if (TYPE_BYTES[type] === byte) return type;
  throw malformed('type');
}

interface KeyText {
  readonly name: string;
  readonly id: string;
  readonly type: SignatureType;
  readonly bytes: Buffer;
}

/** `<name>+<key id>+<base64(type ‖ 32 bytes)>`; the Base64 may hold a plus itself. */
function readKeyText(text: string): KeyText {
  const [, name = '', id = '', encoded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  assertName(name);
  const material = decodeBase64(encoded);
  const type = typeOf(material?.[0]);
  if (material?.length !== 1 + KEY_SIZE) throw malformed('length');
  return { name, id, type, bytes: material.subarray(1) };
}

/** The public half: whose signatures are believed. Never hold two of one name and id. */
export class VerifierKey {
  /** Four bytes in hex, as they stand before each signature. */
  readonly id: string;
  readonly #material: Buffer;
  readonly #key: KeyObject;

  /** @param publicKey the 32 bytes of RFC 8032. @throws DomainError `note.key-malformed`. */
  constructor(
    readonly name: string,
    readonly type: SignatureType,
    publicKey: Uint8Array,
  ) {
    assertName(name);
    if (publicKey.length !== KEY_SIZE) throw malformed('length');
    const x = Buffer.from(publicKey).toString('base64url');
    this.#material = Buffer.concat([Buffer.from([TYPE_BYTES[type]]), publicKey]);
    this.#key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    this.id = keyIdOf(name, this.#material);
  }

  /** @param text a vkey, `<name>+<key id>+<base64>`. @throws DomainError `note.key-malformed`, also for a wrong id. */
  static parse(text: string): VerifierKey {
    const { name, id, type, bytes } = readKeyText(text);
    const key = new VerifierKey(name, type, bytes);
    if (key.id !== id) throw malformed('id');
    return key;
  }

  /** The vkey text. */
  toString(): string {
    return `${this.name}+${this.id}+${this.#material.toString('base64')}`;
  }

  /** @returns whether the 64 bytes are this key's Ed25519 signature of exactly this message. */
  verify(message: Uint8Array, signature: Uint8Array): boolean {
    return verifyBytes(null, message, this.#key, signature);
  }
}

/** The secret half. It shows itself in no log: only `exportSecret` gives the text that `parse` reads. */
export class SignerKey {
  readonly verifier: VerifierKey;
  readonly #seed: Buffer;
  readonly #key: KeyObject;

  /** @param seed the 32 secret bytes of RFC 8032. @throws DomainError `note.key-malformed`. */
  constructor(name: string, type: SignatureType, seed: Uint8Array) {
    if (seed.length !== KEY_SIZE) throw malformed('length');
    this.#seed = Buffer.from(seed);
    this.#key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    const { x = '' } = createPublicKey(this.#key).export({ format: 'jwk' });
    this.verifier = new VerifierKey(name, type, Buffer.from(x, 'base64url'));
  }

  /** @returns a new key of the system's random source. */
  static generate(name: string, type: SignatureType): SignerKey {
    return new SignerKey(name, type, randomBytes(KEY_SIZE));
  }

  /** @param text an skey, `PRIVATE+KEY+<name>+<key id>+<base64>`. @throws DomainError `note.key-malformed`. */
  static parse(text: string): SignerKey {
    if (!text.startsWith(SECRET_PREFIX)) throw malformed('prefix');
    const { name, id, type, bytes } = readKeyText(text.slice(SECRET_PREFIX.length));
    const key = new SignerKey(name, type, bytes);
    if (key.verifier.id !== id) throw malformed('id');
    return key;
  }

  /** @returns the skey text: for the file that its holder keeps, and nothing else. */
  exportSecret(): string {
    const { name, id, type } = this.verifier;
    const material = Buffer.concat([Buffer.from([TYPE_BYTES[type]]), this.#seed]);
    return `${SECRET_PREFIX}${name}+${id}+${material.toString('base64')}`;
  }

  /** @returns the 64 bytes of its Ed25519 signature. */
  sign(message: Uint8Array): Buffer {
    return signBytes(null, message, this.#key);
  }
}
