export { type IdentifierKind, IDENTIFIER_KINDS, normaliseIdentifier } from './identifier.js';
export { type KeyEncryption } from './key-encryption.js';
export { KeyCommandEncryption } from './key-command.js';
export { KeyFileEncryption, readKeyFile } from './key-file.js';
export { keyEncryptionOf } from './key-encryption-of.js';
export { KeyRing } from './key-ring.js';
export {
  type KeyDestruction,
  type KeyState,
  addKeyVersion,
  destroyKeyVersion,
  listKeys,
  loadKeyRing,
  rewrapKeys,
} from './key-store.js';
export { type FieldPlace, type KeyFamily, KEY_FAMILIES } from './field-place.js';
export { type KeyPurpose, type VaultKey } from './vault-key.js';
export { Vault } from './vault.js';
export { VaultModule } from './vault.module.js';
