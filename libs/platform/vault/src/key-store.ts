import { randomBytes } from 'node:crypto';
import { DomainError } from '#libs/domain/kernel';
import { type Tx } from '#libs/platform/database';
import { KEY_SIZE } from './authenticated-cipher.js';
import { KEY_FAMILIES } from './field-place.js';
import { IDENTIFIER_KINDS } from './identifier.js';
import { type KeyEncryption } from './key-encryption.js';
import { KeyRing } from './key-ring.js';
import { vaultFault } from './messages.js';
import { checkValueOf, contextOf, isRightKey, type KeyPurpose, type VaultKey } from './vault-key.js';
import { type StoredKey, VaultKeyRepository } from './vault-key.repository.js';

const repository = new VaultKeyRepository();

const USES: readonly KeyPurpose[] = [
  ...KEY_FAMILIES.map((scope) => ({ purpose: 'data', scope }) as const),
  ...IDENTIFIER_KINDS.map((scope) => ({ purpose: 'index', scope }) as const),
  { purpose: 'index', scope: 'audit' },
];

const isSameUse = (a: KeyPurpose, b: KeyPurpose): boolean => a.purpose === b.purpose && a.scope === b.scope;

/**
 * Opens every key of the vault, and makes those that a use lacks: at the start of the application, and again after a
 * rotation.
 * @throws ConfigurationError `key-wrong` when the key encryption key is another than the one that wrapped them, or as
 * `KeyEncryption`. Nothing is made then.
 */
export async function loadKeyRing(tx: Tx, encryption: KeyEncryption): Promise<KeyRing> {
  await repository.lock(tx);
  const stored = await repository.list(tx);
  const keys = await openAll(stored, encryption);
  for (const use of USES) {
    if (!stored.some((key) => isSameUse(key.use, use))) keys.push(await addKey(tx, encryption, { use, version: 1 }));
  }
  return new KeyRing(keys);
}

/**
 * Makes a new version of a key; what is written with a ring that was loaded afterwards is written with it.
 * @returns its number. @throws as `loadKeyRing`.
 */
export async function addKeyVersion(tx: Tx, encryption: KeyEncryption, use: KeyPurpose): Promise<number> {
  await repository.lock(tx);
  const stored = await repository.list(tx);
  await openAll(stored, encryption);
  const versions = stored.filter((key) => isSameUse(key.use, use)).map(({ version }) => version);
  const version = Math.max(0, ...versions) + 1;
  await addKey(tx, encryption, { use, version });
  return version;
}

/**
 * Hands the vault over to another key encryption key: every key is unwrapped and wrapped anew, in one transaction; no
 * value is touched.
 * @returns how many keys. @throws as `loadKeyRing`, and nothing is changed.
 */
export async function rewrapKeys(tx: Tx, from: KeyEncryption, to: KeyEncryption): Promise<number> {
  await repository.lock(tx);
  const alive = (await repository.list(tx)).filter(({ wrapped }) => wrapped !== null);
  for (const key of alive) {
    const { bytes } = await openKey(key, from);
    const wrapped = await to.wrap(bytes, contextOf(key.use, key.version));
    await openKey({ ...key, wrapped }, to);
    await repository.rewrap(tx, key, wrapped);
  }
  return alive.length;
}

/** A version of a key, and what may be done with it: encrypt (current), decrypt (old), nothing (destroyed). */
export interface KeyState {
  readonly use: KeyPurpose;
  readonly version: number;
  readonly state: 'current' | 'old' | 'destroyed';
}

/** @returns every version of every key, the oldest of each use first; opens none. */
export async function listKeys(tx: Tx): Promise<KeyState[]> {
  return (await repository.list(tx)).map(({ use, version, state }) => ({ use, version, state }));
}

/** An old version of a key, and what its user counted. */
export interface KeyDestruction {
  readonly use: KeyPurpose;
  readonly version: number;
  /** Values that still need it, counted in this transaction. */
  readonly remaining: number;
}

/**
 * Destroys an old version: what was encrypted with it can never be read again.
 * @throws DomainError `vault.key-in-use` while values need it, `vault.key-not-old` when it is current, unknown or gone.
 */
export async function destroyKeyVersion(tx: Tx, { use, version, remaining }: KeyDestruction): Promise<void> {
  if (remaining > 0) throw new DomainError('vault.key-in-use', 'conflict', { remaining });
  await repository.lock(tx);
  const isDestroyed = await repository.destroy(tx, use, version);
  if (!isDestroyed) throw new DomainError('vault.key-not-old', 'conflict', { version });
}

async function openAll(stored: readonly StoredKey[], encryption: KeyEncryption): Promise<VaultKey[]> {
  const keys: VaultKey[] = [];
  for (const key of stored) if (key.wrapped !== null) keys.push(await openKey(key, encryption));
  return keys;
}

async function openKey(key: StoredKey, encryption: KeyEncryption): Promise<VaultKey> {
  const context = contextOf(key.use, key.version);
  const bytes = await encryption.unwrap(key.wrapped ?? Buffer.alloc(0), context);
  const isRight = bytes.length === KEY_SIZE && isRightKey(bytes, context, key.check);
  if (!isRight) throw vaultFault(encryption.variable, 'key-wrong');
  return { use: key.use, version: key.version, isCurrent: key.state === 'current', bytes };
}

async function addKey(
  tx: Tx,
  encryption: KeyEncryption,
  { use, version }: Pick<VaultKey, 'use' | 'version'>,
): Promise<VaultKey> {
  const bytes = randomBytes(KEY_SIZE);
  const context = contextOf(use, version);
  const key = { use, version, wrapped: await encryption.wrap(bytes, context), check: checkValueOf(bytes, context) };
  // What cannot be unwrapped again must not encrypt anything.
  const opened = await openKey({ ...key, state: 'current' }, encryption);
  await repository.insert(tx, key);
  return opened;
}
