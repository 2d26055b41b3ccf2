import { Injectable } from '@nestjs/common';
import { type Account, AccountRepository } from './account.repository.js';
import { Passwords } from './passwords.js';

/** Finds out who knows the password of an account. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param username as it is stored.
   * @returns the account when the password is its own; undefined, after the same work, for a wrong password, an unknown
   *   name and a disabled account.
   */
  async findAccount(username: string, password: string): Promise<Account | undefined> {
    const found = await this.accounts.findByUsername(username);
    const account = found?.disabledAt === undefined ? found : undefined;
    const isRight = await this.passwords.isRight(account?.passwordHash, password);
    if (!account || !isRight) return undefined;
    const { passwordHash: _hash, ...plain } = account;
    return plain;
  }
}
