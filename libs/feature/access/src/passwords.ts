import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#libs/domain/kernel';

/** Argon2id, 46 MiB, one pass, one lane: the floor of OWASP ASVS 5.0, appendix C. */
const ARGON2 = { algorithm: 2, memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;
/** NIST SP 800-63B-4 for a password that is the only factor. */
const SHORTEST = 15;
const LONGEST = 128;
/** Hashing takes libuv's threads, which files and name look-ups need too. */
const AT_A_TIME = 2;
/** Fewer different signs are a pattern, however long. */
const LEAST_SIGNS = 6;

/** Letters and digits that are not taken for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

const PRODUCT = 'theoan';

function refuseLength(password: string): void {
  const { length } = Array.from(password);
  if (length < SHORTEST) throw new DomainError('account.password-too-short', 'malformed', { least: SHORTEST });
  if (length > LONGEST) throw new DomainError('account.password-too-long', 'malformed', { most: LONGEST });
}

/** Hashes and checks passwords, two at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy?: Promise<string>;

  /** @returns a new password of 20 letters and digits (about 99 bits). */
  generate(): string {
    const group = (): string =>
      Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
    return Array.from({ length: GROUPS }, group).join('-');
  }

  /** @returns the hash with its parameters and salt. @throws DomainError `account.password-too-short`, `-too-long`. */
  async hash(password: string): Promise<string> {
    const composed = password.normalize('NFC');
    refuseLength(composed);
    return this.inTurn(() => hash(composed, ARGON2));
  }

  /**
   * Of a password that somebody chose: one of few signs, or around the user name or the product's, is guessed first.
   * @throws DomainError `account.password-too-short`, `-too-long`, `-predictable`.
   */
  refuseWeak(password: string, username: string): void {
    const composed = password.normalize('NFC');
    refuseLength(composed);
    const plain = composed.toLowerCase();
    const rest = plain.replaceAll(username, '').replaceAll(PRODUCT, '');
    const isPredictable = new Set(plain).size < LEAST_SIGNS || Array.from(rest).length < SHORTEST / 2;
    if (isPredictable) throw new DomainError('account.password-predictable', 'malformed', { least: LEAST_SIGNS });
  }

  /**
   * @param stored the account's hash; without one a decoy is checked, so that an unknown user costs the same.
   * @returns whether the password is right; never for a decoy.
   */
  async isRight(stored: string | undefined, password: string): Promise<boolean> {
    const against = stored ?? (await this.decoyHash());
    const fits = await this.inTurn(() => verify(against, password.normalize('NFC')));
    return fits && stored !== undefined;
  }

  private async decoyHash(): Promise<string> {
    this.decoy ??= this.hash(this.generate());
    return this.decoy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_A_TIME) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
