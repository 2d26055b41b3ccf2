import { Injectable } from '@nestjs/common';
import { type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { DomainError } from '#libs/domain/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import { PasswordCheck } from '../password-check.service.js';
import { type Carrier } from '../session-carrier.js';
import { type OpenedSession, Sessions } from '../sessions.service.js';
import { SignInThrottle } from '../sign-in-throttle.js';
import { type FactorAnswer, FactorCheck } from './factor-check.service.js';
import { PendingSignIns } from './pending-sign-ins.js';

/** The second step of a sign-in. */
export interface SecondStep {
  readonly pending: string;
  readonly answer: FactorAnswer;
  readonly address: string;
  readonly carrier?: Carrier;
}

/** Who shows again, in the middle of a session, that it is still them. */
export interface Reauthentication {
  readonly accountId: string;
  readonly username: string;
  readonly token: string;
  readonly address: string;
  /** The password counts only for accounts without a second factor. */
  readonly shown: { readonly password: string } | { readonly answer: FactorAnswer };
}

/** Checks second factors when somebody signs in, and again before what matters most. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly pendingSignIns: PendingSignIns,
    private readonly factors: FactorCheck,
    private readonly passwords: PasswordCheck,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns what a browser needs for asking a key. @throws RequestRefused `access.sign-in-expired` (401). */
  async askKey(pending: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { id } = await this.pendingSignIns.get(pending);
    return this.factors.askKey(id, pending);
  }

  /**
   * Opens the session. A wrong answer counts as a failed sign-in.
   * @throws RequestRefused `access.sign-in-expired`, `access.second-factor-wrong` (401), `access.too-many-attempts` (429).
   */
  async finish({ pending, answer, address, carrier }: SecondStep): Promise<OpenedSession> {
    const account = await this.pendingSignIns.get(pending);
    const { id, username } = account;
    await this.throttle.count({ username, address });
    if (!(await this.factors.isRight(id, pending, answer))) {
      await this.throttle.failed({ username, address }, 'second-factor');
      throw new RequestRefused(401, 'access.second-factor-wrong');
    }
    return this.unitOfWork.run(async (tx) => {
      await this.pendingSignIns.takeInTx(tx, pending);
      await this.throttle.succeededInTx(tx, { username, address });
      return this.sessions.openInTx(tx, account, carrier);
    });
  }

  /**
   * Makes the session one that was authenticated just now.
   * @throws RequestRefused `access.password-wrong`, `access.second-factor-wrong` (403), `access.too-many-attempts` (429);
   *   DomainError `access.factor-wanted` when the account has a second factor and a password was sent.
   */
  async renew({ accountId, username, token, address, shown }: Reauthentication): Promise<void> {
    const hasFactor = (await this.factors.methodsOf(accountId)).length > 0;
    if (hasFactor && 'password' in shown) throw new DomainError('access.factor-wanted', 'rule', {});
    await this.throttle.count({ username, address });
    const isRight =
      'answer' in shown
        ? await this.factors.isRight(accountId, token, shown.answer)
        : (await this.passwords.findAccount(username, shown.password)) !== undefined;
    if (!isRight) {
      const wrong = 'answer' in shown ? 'second-factor' : 'password';
      await this.throttle.failed({ username, address }, wrong);
      throw new RequestRefused(403, `access.${wrong}-wrong`);
    }
    await this.unitOfWork.run(async (tx) => {
      await this.throttle.succeededInTx(tx, { username, address });
      await this.sessions.authenticatedInTx(tx, token);
    });
  }
}
