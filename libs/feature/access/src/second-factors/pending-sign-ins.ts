import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import { type SessionOwner } from '../sessions.service.js';

const TOKEN_BYTES = 32;
const GOOD_FOR = 5 * 60_000;

/** The token of a sign-in whose password was right; it opens nothing by itself. */
export interface PendingToken {
  readonly pending: string;
  readonly expiresAt: Date;
}

/** Whose sign-in waits. */
export interface PendingAccount extends SessionOwner {
  readonly username: string;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const expired = (): RequestRefused => new RequestRefused(401, 'access.sign-in-expired');

/** Sign-ins that wait for their second factor: five minutes. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns a new token for the account. */
  async openInTx(tx: Tx, accountId: string): Promise<PendingToken> {
    const pending = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + GOOD_FOR);
    await tx.execute('delete from pending_sign_in where expires_at < $1', [now]);
    await tx.execute(
      'insert into pending_sign_in (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)',
      [hashOf(pending), accountId, now, expiresAt],
    );
    return { pending, expiresAt };
  }

  /** @throws RequestRefused `access.sign-in-expired` (401): unknown, used, too old, or of a disabled account. */
  async get(pending: string): Promise<PendingAccount> {
    const [row] = await this.database.query<PendingAccount>(
      `select a.id, a.username, a.role, a.office_id as "officeId" from pending_sign_in p join account a on a.id = p.account_id
       where p.token_hash = $1 and p.expires_at > $2 and a.disabled_at is null`,
      [hashOf(pending), this.clock.now()],
    );
    if (!row) throw expired();
    return row;
  }

  /** Uses the token up. @throws RequestRefused `access.sign-in-expired` (401) when somebody else did. */
  async takeInTx(tx: Tx, pending: string): Promise<void> {
    const taken = await tx.execute('delete from pending_sign_in where token_hash = $1', [hashOf(pending)]);
    if (taken === 0) throw expired();
  }

  /** Ends what waits for an account. */
  async removeInTx(tx: Tx, accountId: string): Promise<void> {
    await tx.execute('delete from pending_sign_in where account_id = $1', [accountId]);
  }
}
