import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import { type Account, AccountRepository } from './account.repository.js';
import { plainUsername } from './accounts.service.js';
import { Passwords } from './passwords.js';
import { type Carrier } from './session-carrier.js';
import { type OpenedSession, Sessions } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What somebody signs in with, and from where. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** How the client will send its token; `bearer` when absent. */
  readonly carrier?: Carrier;
}

/** Opens sessions for whoever knows the password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @returns the account and its new session.
   * @throws RequestRefused `access.sign-in-failed` (401), the same answer after the same work for an unknown user, a wrong
   *   password and a disabled account; `access.too-many-attempts` (429).
   */
  async signIn(credentials: Credentials): Promise<OpenedSession & { readonly account: Account }> {
    const attempt = { username: plainUsername(credentials.username), address: credentials.address };
    await this.throttle.count(attempt);
    const found = await this.accounts.findByUsername(attempt.username);
    const account = found?.disabledAt === undefined ? found : undefined;
    const isRight = await this.passwords.isRight(account?.passwordHash, credentials.password);
    if (!account || !isRight) throw new RequestRefused(401, 'access.sign-in-failed');
    const session = await this.unitOfWork.run(async (tx) => {
      await this.throttle.succeededInTx(tx, attempt);
      return this.sessions.openInTx(tx, account.id, credentials.carrier);
    });
    const { passwordHash: _hash, ...plain } = account;
    return { ...session, account: plain };
  }
}
