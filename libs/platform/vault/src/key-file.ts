import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { decrypt, encrypt, KEY_SIZE } from './authenticated-cipher.js';
import { type KeyEncryption } from './key-encryption.js';
import { vaultFault } from './messages.js';

const OTHERS = 0o077;
const LARGEST_FILE = 1_024;
const PRINTABLE = /^[\x20-\x7e\s]*$/;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;
/** Fewer different bytes than this among 32 do not come out of a random source. */
const LEAST_DIFFERENT = 12;

/**
 * Reads a key file: 32 bytes, raw or as one line of base64.
 * @throws ConfigurationError `key-file-absent`, `key-file-open-to-others` (group or world may do anything with it; not
 * checked on Windows), `key-file-malformed` (empty, another length, a sentence, one byte repeated).
 */
export function readKeyFile(file: string): Buffer {
  const key = keyIn(readGuarded(file));
  if (key === undefined || new Set(key).size < LEAST_DIFFERENT)
    throw vaultFault('VAULT_KEY_FILE', 'key-file-malformed');
  return key;
}

/** Permissions and bytes of one open file, so that nobody can change it in between. */
function readGuarded(file: string): Buffer {
  const opened = openFile(file);
  try {
    const { mode, size } = fs.fstatSync(opened);
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0)
      throw vaultFault('VAULT_KEY_FILE', 'key-file-open-to-others');
    if (size > LARGEST_FILE) throw vaultFault('VAULT_KEY_FILE', 'key-file-malformed');
    return fs.readFileSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

function openFile(file: string): number {
  try {
    if (!fs.statSync(file).isFile()) throw vaultFault('VAULT_KEY_FILE', 'key-file-absent');
    return fs.openSync(file, 'r');
  } catch {
    throw vaultFault('VAULT_KEY_FILE', 'key-file-absent');
  }
}

function keyIn(bytes: Buffer): Buffer | undefined {
  const text = bytes.toString('latin1');
  if (bytes.length === KEY_SIZE) return PRINTABLE.test(text) ? undefined : bytes;
  const line = text.trim();
  if (!BASE64.test(line)) return undefined;
  const key = Buffer.from(line, 'base64');
  return key.length === KEY_SIZE ? key : undefined;
}

/** Makes a key file that its owner alone may read, unless there is one. @returns whether it was made now. */
export function createKeyFile(file: string): boolean {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(draft, `${randomBytes(KEY_SIZE).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    // Linked into its place: of two processes one wins, and nobody reads half a key.
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(draft);
  }
}

/** The key encryption key of a file; wraps with AES-256-GCM, the context as associated data. */
export class KeyFileEncryption implements KeyEncryption {
  readonly variable = 'VAULT_KEY_FILE';
  readonly #key: Buffer;

  /** @param file its path. @throws as `readKeyFile`. */
  constructor(file: string) {
    this.#key = readKeyFile(file);
  }

  async wrap(key: Buffer, context: string): Promise<Buffer> {
    return encrypt(this.#key, key, Buffer.from(context));
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    const key = decrypt(this.#key, wrapped, Buffer.from(context));
    if (key === undefined) throw vaultFault(this.variable, 'key-wrong');
    return key;
  }
}
