import { type KeyVariable } from './messages.js';

/**
 * What holds the key encryption key: a file, or whatever a command asks (HSM, KMS). The key itself need never be in this
 * process.
 */
export interface KeyEncryption {
  /** The variable to name when it does not open the vault. */
  readonly variable: KeyVariable;
  /**
   * @param key 32 bytes.
   * @param context which key it is; `unwrap` with another context must fail.
   * @throws ConfigurationError when the holder of the key does not answer.
   */
  wrap(key: Buffer, context: string): Promise<Buffer>;
  /** @returns the bytes that were wrapped. @throws ConfigurationError `key-wrong`, or as `wrap`. */
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}
