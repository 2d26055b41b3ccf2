import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { Clock, Database, type Tx, UnitOfWork } from '#libs/platform/database';
import { type FieldPlace, Vault } from '#libs/platform/vault';
import { ownScope } from '../actor.js';
import { findStepOf, newTotpSecret, totpUri } from './totp.js';

/** What a code app needs; it is shown once. */
export interface TotpEnrolment {
  readonly secret: string;
  readonly uri: string;
}

interface TotpRow {
  readonly secret: Buffer;
  readonly confirmed_at: Date | null;
}

/** @returns where in the vault the secret of an account’s code app stands. */
export const totpPlace = (accountId: string): FieldPlace => ({
  family: 'account',
  table: 'totp_factor',
  column: 'secret',
  rowId: accountId,
});

/** Codes of an app on somebody's telephone: one app for each account, each code once. */
@Injectable()
export class TotpFactors {
  constructor(
    private readonly vault: Vault,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a secret that counts once a code of it was shown; one that never counted is replaced.
   * @throws DomainError `access.app-enrolled`.
   */
  async begin(accountId: string, username: string): Promise<TotpEnrolment> {
    const secret = newTotpSecret();
    await this.vault.use((ring) =>
      this.unitOfWork.run(async (tx) => {
        const stored = await tx.execute(
          `insert into totp_factor (account_id, secret, created_at) values ($1, $2, $3)
           on conflict (account_id) do update set secret = $2, created_at = $3 where totp_factor.confirmed_at is null`,
          [accountId, ring.seal(totpPlace(accountId), secret), this.clock.now()],
        );
        if (stored === 0) throw new DomainError('access.app-enrolled', 'conflict', {});
      }, ownScope(accountId)),
    );
    return { secret, uri: totpUri(secret, username) };
  }

  /** @returns whether the code is right and was not taken before; it cannot be taken again then. */
  async takes(accountId: string, code: string): Promise<boolean> {
    const step = await this.findStep(accountId, code, true);
    if (step === undefined) return false;
    const taken = await this.unitOfWork.run((tx) =>
      tx.execute('update totp_factor set last_step = $2 where account_id = $1 and last_step < $2', [accountId, step]),
    );
    return taken > 0;
  }

  /** @returns the half minute of a right first code, which is to be confirmed. */
  async findFirstStep(accountId: string, code: string): Promise<number | undefined> {
    return this.findStep(accountId, code, false);
  }

  /** @returns whether the app counts from now on: it did not before. */
  async confirmInTx(tx: Tx, accountId: string, step: number): Promise<boolean> {
    const confirmed = await tx.execute(
      'update totp_factor set confirmed_at = $2, last_step = $3 where account_id = $1 and confirmed_at is null',
      [accountId, this.clock.now(), step],
    );
    return confirmed > 0;
  }

  /** @returns whether there was one. */
  async removeInTx(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.execute('delete from totp_factor where account_id = $1', [accountId])) > 0;
  }

  private async findStep(accountId: string, code: string, isConfirmed: boolean): Promise<number | undefined> {
    const [row] = await this.database.query<TotpRow>(
      'select secret, confirmed_at from totp_factor where account_id = $1',
      [accountId],
    );
    if (!row || (row.confirmed_at !== null) !== isConfirmed) return undefined;
    const secret = await this.vault.use(async (ring) => ring.open(totpPlace(accountId), row.secret));
    return findStepOf(secret, code, this.clock.now());
  }
}
