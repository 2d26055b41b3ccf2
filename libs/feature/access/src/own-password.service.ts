import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import { ownScope } from './actor.js';
import { AccountRepository } from './account.repository.js';
import { PasswordCheck } from './password-check.service.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Who changes what into what, and from where. */
export interface PasswordChange {
  readonly username: string;
  /** The session that goes on. */
  readonly token: string;
  readonly address: string;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Lets people choose their own password: the only one that nobody else has seen. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly check: PasswordCheck,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Sets the new password and ends every other session of the account.
   * @throws DomainError `account.password-too-short`, `-too-long`, `-predictable`, `-unchanged`; RequestRefused
   *   `access.password-wrong` (403), which counts as a failed sign-in, `access.too-many-attempts` (429).
   */
  async change({ username, token, address, ...passwords }: PasswordChange): Promise<void> {
    const { currentPassword, newPassword } = passwords;
    if (newPassword.normalize('NFC') === currentPassword.normalize('NFC')) {
      throw new DomainError('account.password-unchanged', 'malformed', {});
    }
    this.passwords.refuseWeak(newPassword, username);
    await this.throttle.count({ username, address });
    const account = await this.check.findAccount(username, currentPassword);
    if (!account) {
      await this.throttle.failed({ username, address }, 'password');
      throw new RequestRefused(403, 'access.password-wrong');
    }
    const hash = await this.passwords.hash(newPassword);
    await this.unitOfWork.run(async (tx) => {
      await this.throttle.succeededInTx(tx, { username, address });
      await this.accounts.setPasswordInTx(tx, account.id, { hash, mustChange: false });
      await this.sessions.revokeOthersInTx(tx, account.id, token);
    }, ownScope(account.id));
  }
}
