import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import { plainUsername } from './accounts.service.js';
import { PasswordCheck } from './password-check.service.js';
import { FactorCheck, type FactorMethod } from './second-factors/factor-check.service.js';
import { PendingSignIns, type PendingToken } from './second-factors/pending-sign-ins.js';
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

/** The password was right; one of these is wanted too. */
export interface PendingSignIn extends PendingToken {
  readonly methods: readonly FactorMethod[];
}

/** Opens sessions for whoever knows the password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly passwords: PasswordCheck,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly factors: FactorCheck,
    private readonly pendingSignIns: PendingSignIns,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @returns the new session; for an account with a second factor the token of a sign-in that waits for it. Only the
   *   second step takes the attempt back, so its failures count on.
   * @throws RequestRefused `access.sign-in-failed` (401), the same answer after the same work for an unknown user, a wrong
   *   password and a disabled account; `access.too-many-attempts` (429).
   */
  async signIn(credentials: Credentials): Promise<OpenedSession | PendingSignIn> {
    const attempt = { username: plainUsername(credentials.username), address: credentials.address };
    await this.throttle.count(attempt);
    const account = await this.passwords.findAccount(attempt.username, credentials.password);
    if (!account) {
      await this.throttle.failed(attempt, 'password');
      throw new RequestRefused(401, 'access.sign-in-failed');
    }
    const methods = await this.factors.methodsOf(account.id);
    return this.unitOfWork.run(async (tx) => {
      if (methods.length > 0) {
        await this.throttle.halfwayInTx(tx, attempt);
        return { ...(await this.pendingSignIns.openInTx(tx, account.id)), methods };
      }
      await this.throttle.succeededInTx(tx, attempt);
      return this.sessions.openInTx(tx, account, credentials.carrier);
    });
  }
}
