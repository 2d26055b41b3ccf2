import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/platform/database';
import { type Account } from '../account.repository.js';
import { Accounts } from '../accounts.service.js';
import { Sessions } from '../sessions.service.js';

const TABLES = ['totp_factor', 'web_authn_key', 'recovery_code', 'pending_sign_in'] as const;

/** Takes second factors away for who has lost them: an administrator removes and chooses none. */
@Injectable()
export class FactorReset {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Removes every factor and ends every session: whoever signs in next enrols their own. @throws DomainError `account.not-found`. */
  async reset(username: string): Promise<Account> {
    const account = await this.accounts.get(username);
    await this.unitOfWork.run(async (tx) => {
      for (const table of TABLES) await tx.execute(`delete from ${table} where account_id = $1`, [account.id]);
      await this.sessions.revokeAllInTx(tx, account.id);
    });
    return account;
  }
}
