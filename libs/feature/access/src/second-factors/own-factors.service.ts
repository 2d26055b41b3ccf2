import { Injectable } from '@nestjs/common';
import { type RegistrationResponseJSON } from '@simplewebauthn/server';
import { DomainError } from '#libs/domain/kernel';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { ownScope } from '../actor.js';
import { Sessions } from '../sessions.service.js';
import { FactorCheck, type FactorMethod } from './factor-check.service.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { TotpFactors } from './totp-factors.service.js';
import { type WebAuthnKey } from './web-authn-key.repository.js';
import { WebAuthnKeys } from './web-authn-keys.service.js';

/** Whose factors, and the session that goes on. */
export interface FactorOwner {
  readonly accountId: string;
  readonly token: string;
}

/** What an account has. */
export interface OwnFactorsView {
  readonly methods: readonly FactorMethod[];
  readonly keys: readonly WebAuthnKey[];
}

/** A factor that was enrolled; with the first one come the recovery codes, shown once. */
export interface Enrolled {
  readonly recoveryCodes?: readonly string[];
}

const notFound = (): DomainError => new DomainError('access.factor-not-found', 'not-found', {});

/** Enrols and removes the second factors of an account. Nobody chooses one for another. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly check: FactorCheck,
    private readonly apps: TotpFactors,
    private readonly keys: WebAuthnKeys,
    private readonly codes: RecoveryCodes,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(accountId: string): Promise<OwnFactorsView> {
    return { methods: await this.check.methodsOf(accountId), keys: await this.keys.listOf(accountId) };
  }

  /** @throws DomainError `access.code-wrong`. */
  async confirmApp(owner: FactorOwner, code: string): Promise<Enrolled> {
    const { accountId } = owner;
    const step = await this.apps.findFirstStep(accountId, code);
    if (step === undefined) throw new DomainError('access.code-wrong', 'rule', {});
    return this.enrol(owner, async (tx) => {
      if (!(await this.apps.confirmInTx(tx, accountId, step))) throw new DomainError('access.code-wrong', 'rule', {});
    });
  }

  /** @throws DomainError `access.key-refused`, `access.key-known`. */
  async addKey(owner: FactorOwner, name: string, response: RegistrationResponseJSON): Promise<Enrolled> {
    const key = await this.keys.enrolled(owner.token, response);
    return this.enrol(owner, (tx) => this.keys.addInTx(tx, owner.accountId, { ...key, name }));
  }

  /** @throws DomainError `access.factor-not-found`. */
  async removeApp({ accountId }: FactorOwner): Promise<void> {
    await this.remove(accountId, (tx) => this.apps.removeInTx(tx, accountId));
  }

  /** @throws DomainError `access.factor-not-found`. */
  async removeKey({ accountId }: FactorOwner, id: string): Promise<void> {
    await this.remove(accountId, (tx) => this.keys.removeInTx(tx, accountId, id));
  }

  /** @returns ten new codes. @throws DomainError `access.factor-not-found` for an account without app and key. */
  async renewCodes(accountId: string): Promise<readonly string[]> {
    if ((await this.check.methodsOf(accountId)).length === 0) throw notFound();
    return this.unitOfWork.run((tx) => this.codes.issueInTx(tx, accountId), ownScope(accountId));
  }

  /** With the first factor every session ends that was opened without one. */
  private async enrol({ accountId, token }: FactorOwner, store: (tx: Tx) => Promise<void>): Promise<Enrolled> {
    const isFirst = (await this.check.methodsOf(accountId)).length === 0;
    return this.unitOfWork.run(async (tx) => {
      await store(tx);
      if (!isFirst) return {};
      await this.sessions.revokeOthersInTx(tx, accountId, token);
      return { recoveryCodes: await this.codes.issueInTx(tx, accountId) };
    }, ownScope(accountId));
  }

  private async remove(accountId: string, take: (tx: Tx) => Promise<boolean>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await take(tx))) throw notFound();
      const [left] = await tx.query(
        `select from totp_factor where account_id = $1 and confirmed_at is not null
         union all select from web_authn_key where account_id = $1`,
        [accountId],
      );
      if (left === undefined) await this.codes.removeInTx(tx, accountId);
    }, ownScope(accountId));
  }
}
