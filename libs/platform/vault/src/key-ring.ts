import { createHmac } from 'node:crypto';
import { DomainError } from '#libs/domain/kernel';
import { CIPHER_OVERHEAD, decrypt, encrypt } from './authenticated-cipher.js';
import { associatedWith, type FieldPlace, type KeyFamily } from './field-place.js';
import { type IdentifierKind, normaliseIdentifier } from './identifier.js';
import { type KeyPurpose, type VaultKey } from './vault-key.js';

/** AES-256-GCM as `authenticated-cipher` lays it out, behind this byte and the version of the key (4 bytes). */
const FORMAT = 1;
const HEAD_SIZE = 5;
/** 128 bits: no two numbers of a country meet by chance, and the index is half as large. */
const INDEX_SIZE = 16;

const nameOf = ({ purpose, scope }: KeyPurpose): string => `${purpose}|${scope}`;

function refused(place: FieldPlace): DomainError {
  return new DomainError('vault.value-refused', 'conflict', { family: place.family });
}

/**
 * The open keys of the vault: encrypts, decrypts, and finds. It shows itself in no log. After a rotation elsewhere a
 * value may bear a version that this ring does not know (`vault.key-unknown`): load the keys anew and `replace` them.
 */
export class KeyRing {
  #keys: ReadonlyMap<string, readonly VaultKey[]> = new Map();

  /** @param keys every version that is not destroyed. @throws Error unless one of each use is current. */
  constructor(keys: readonly VaultKey[]) {
    this.replace(keys);
  }

  /** Takes these keys for all; what is encrypted meanwhile has the old ones or the new. @throws as the constructor. */
  replace(keys: readonly VaultKey[]): void {
    const byUse = new Map<string, VaultKey[]>();
    for (const key of keys) byUse.set(nameOf(key.use), [...(byUse.get(nameOf(key.use)) ?? []), key]);
    for (const [use, versions] of byUse) {
      if (versions.filter(({ isCurrent }) => isCurrent).length !== 1) throw new Error(`no one current key of ${use}`);
    }
    this.#keys = byUse;
  }

  /**
   * Encrypts a text for one place, with the current key of its family.
   * @returns format byte ‖ key version (4 bytes) ‖ nonce ‖ ciphertext ‖ tag: 33 bytes more than the text in UTF-8.
   * @throws DomainError `vault.key-unknown`, `vault.place-malformed`.
   */
  seal(place: FieldPlace, text: string): Buffer {
    const key = this.#current({ purpose: 'data', scope: place.family });
    const head = Buffer.alloc(HEAD_SIZE, FORMAT);
    head.writeUInt32BE(key.version, 1);
    const associated = associatedWith(place, FORMAT, key.version);
    return Buffer.concat([head, encrypt(key.bytes, Buffer.from(text), associated)]);
  }

  /**
   * Decrypts what was encrypted for this place, with any version that is not destroyed.
   * @throws DomainError `vault.value-refused` when it was altered, cut or moved here from another row, column, table or
   * family; `vault.key-unknown`; `vault.place-malformed`.
   */
  open(place: FieldPlace, sealed: Buffer): string {
    const version = this.#versionIn(place, sealed);
    const key = this.#versions({ purpose: 'data', scope: place.family }).find((one) => one.version === version);
    if (key === undefined) throw unknown({ purpose: 'data', scope: place.family });
    const plain = decrypt(key.bytes, sealed.subarray(HEAD_SIZE), associatedWith(place, FORMAT, version));
    if (plain === undefined) throw refused(place);
    return plain.toString('utf8');
  }

  /** @returns whether a value is encrypted with an old version and waits for `reseal`. @throws `vault.value-refused`. */
  isOutdated(place: FieldPlace, sealed: Buffer): boolean {
    const current = this.#current({ purpose: 'data', scope: place.family });
    return this.#versionIn(place, sealed) !== current.version;
  }

  /** Decrypts and encrypts anew with the current key, for the same place. @throws as `open`. */
  reseal(place: FieldPlace, sealed: Buffer): Buffer {
    return this.seal(place, this.open(place, sealed));
  }

  /** The version of the key with which a family's values are written now. @throws DomainError `vault.key-unknown`. */
  currentVersion(family: KeyFamily): number {
    return this.#current({ purpose: 'data', scope: family }).version;
  }

  /**
   * What to store beside an encrypted number so that it can be found: equal numbers of a kind give equal bytes.
   * @returns key version (4 bytes) ‖ HMAC-SHA-256 of the normalised number, its first 16 bytes.
   * @throws DomainError `vault.identifier-malformed`, `vault.key-unknown`.
   */
  index(kind: IdentifierKind, text: string): Buffer {
    return indexWith(this.#current({ purpose: 'index', scope: kind }), kind, text);
  }

  /** Under what a number may lie now: one value for each version of the key, for `= any(...)`. @throws as `index`. */
  indexes(kind: IdentifierKind, text: string): Buffer[] {
    const versions = this.#versions({ purpose: 'index', scope: kind });
    if (versions.length === 0) throw unknown({ purpose: 'index', scope: kind });
    return versions.map((key) => indexWith(key, kind, text));
  }

  /**
   * What stands in the audit for a value that somebody read or looked for: whoever has the value and the key finds it
   * again, nobody else learns anything, and the same value of another field looks different.
   * @param field its name, without a bar. @returns key version, colon, HMAC-SHA-256 in hex. @throws `vault.key-unknown`.
   */
  fingerprint(field: string, value: string): string {
    const { version, bytes } = this.#current({ purpose: 'index', scope: 'audit' });
    const text = `${field}|${value.normalize('NFC')}`;
    return `${version}:${createHmac('sha256', bytes).update(text).digest('hex')}`;
  }

  #versionIn(place: FieldPlace, sealed: Buffer): number {
    if (sealed.length < HEAD_SIZE + CIPHER_OVERHEAD || sealed[0] !== FORMAT) throw refused(place);
    return sealed.readUInt32BE(1);
  }

  #versions(use: KeyPurpose): readonly VaultKey[] {
    return this.#keys.get(nameOf(use)) ?? [];
  }

  #current(use: KeyPurpose): VaultKey {
    const key = this.#versions(use).find(({ isCurrent }) => isCurrent);
    if (key === undefined) throw unknown(use);
    return key;
  }
}

const unknown = ({ scope }: KeyPurpose): DomainError => new DomainError('vault.key-unknown', 'conflict', { scope });

function indexWith(key: VaultKey, kind: IdentifierKind, text: string): Buffer {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(key.version);
  const digest = createHmac('sha256', key.bytes)
    .update(`${kind}|${normaliseIdentifier(kind, text)}`)
    .digest();
  return Buffer.concat([version, digest.subarray(0, INDEX_SIZE)]);
}
