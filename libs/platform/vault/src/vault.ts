import { DomainError } from '#libs/domain/kernel';
import { type Tx, StatementFailed, type UnitOfWork } from '#libs/platform/database';
import { type KeyEncryption } from './key-encryption.js';
import { type KeyRing } from './key-ring.js';
import { addKeyVersion, loadKeyRing } from './key-store.js';
import { type KeyPurpose } from './vault-key.js';

/** With it a table refuses a value that is encrypted with another than the current key. */
const STALE_KEY = 'VK001';
const TRIES = 3;

const isBehind = (error: unknown): boolean =>
  (error instanceof DomainError && error.code === 'vault.key-unknown') ||
  (error instanceof StatementFailed && error.sqlState === STALE_KEY);

/** The open vault of this process. */
export class Vault {
  #ring: KeyRing;
  #loading: Promise<void> | undefined;

  private constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly encryption: KeyEncryption,
    ring: KeyRing,
  ) {
    this.#ring = ring;
  }

  /** Opens every key, and makes those that are lacking. @throws ConfigurationError as `loadKeyRing`. */
  static async open(unitOfWork: UnitOfWork, encryption: KeyEncryption): Promise<Vault> {
    return new Vault(unitOfWork, encryption, await unitOfWork.run((tx) => loadKeyRing(tx, encryption)));
  }

  /** The keys as this process knows them now. */
  get ring(): KeyRing {
    return this.#ring;
  }

  /**
   * Does something with the keys; when another process has changed them meanwhile they are loaded anew and it is done
   * again, so `work` must have no effect when it throws.
   * @throws what `work` throws; DomainError `vault.key-unknown` when no key fits though all are loaded.
   */
  async use<T>(work: (ring: KeyRing) => Promise<T>): Promise<T> {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await work(this.#ring);
      } catch (error) {
        if (left === 1 || !isBehind(error)) throw error;
        await this.reload();
      }
    }
  }

  /** Loads the keys anew; whoever asks meanwhile waits for the same load. */
  async reload(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    await this.#loading;
  }

  /** Makes a new version of a key the current one, here at once. @returns its number. @throws as `addKeyVersion`. */
  async renew(use: KeyPurpose): Promise<number> {
    const version = await this.unitOfWork.run((tx: Tx) => addKeyVersion(tx, this.encryption, use));
    await this.reload();
    return version;
  }

  async #load(): Promise<void> {
    this.#ring = await this.unitOfWork.run((tx) => loadKeyRing(tx, this.encryption));
  }
}
