import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_SIZE = 12;
const TAG_SIZE = 16;

export const KEY_SIZE = 32;
/** What encryption adds to the length of a text. */
export const CIPHER_OVERHEAD = NONCE_SIZE + TAG_SIZE;

/** AES-256-GCM under a fresh random nonce of 96 bits (NIST SP 800-38D §8.2.2). @returns nonce ‖ ciphertext ‖ tag. */
export function encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const nonce = randomBytes(NONCE_SIZE);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_SIZE }).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @returns the plain bytes; undefined when one bit of key, bytes or associated data is another. */
export function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer | undefined {
  if (sealed.length < CIPHER_OVERHEAD) return undefined;
  const nonce = sealed.subarray(0, NONCE_SIZE);
  const tag = sealed.subarray(sealed.length - TAG_SIZE);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_SIZE });
  decipher.setAAD(associated).setAuthTag(tag);
  const plain = decipher.update(sealed.subarray(NONCE_SIZE, sealed.length - TAG_SIZE));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The tag is wrong; Node says it by an exception without a code of its own.
    return undefined;
  }
}
