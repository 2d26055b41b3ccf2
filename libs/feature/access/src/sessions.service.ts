import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AuditActor, AuditTrail } from '#libs/platform/audit';
import { Settings } from '#libs/platform/config';
import { Clock, Database, type Tx, UnitOfWork } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import { type Account, type AccountRow, accountOf } from './account.repository.js';
import { type Lack } from './lack.js';
import { requiresFactor } from './required-factors.js';
import { type Carrier, type PresentedToken } from './session-carrier.js';

const TOKEN_BYTES = 32;
/** 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const IDLE = 30 * MINUTE;
/** A session is written to at most once a minute, so it may end up to a minute early. */
const TOUCH_AFTER = MINUTE;
/** Ended sessions stay for a while: who was signed in when. */
const KEEP_ENDED = 90 * 24 * HOUR;

/** Whose session it is, as they stand now. */
export type SessionOwner = Pick<Account, 'id' | 'officeId' | 'role'>;

const actorOf = ({ id, officeId, role }: SessionOwner): AuditActor => ({ accountId: id, officeId, role });

/** A session that was just opened; the token is told once. */
export interface OpenedSession {
  readonly token: string;
  readonly carrier: Carrier;
  readonly expiresAt: Date;
}

/** A session as its token finds it. */
export interface LiveSession {
  readonly account: Account;
  /** What the account must get before it may do anything else. */
  readonly lack?: Lack;
  readonly expiresAt: Date;
  /** When its holder last showed a factor. */
  readonly authenticatedAt: Date;
}

interface SessionRow extends AccountRow {
  readonly carrier: string;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly password_must_change: boolean;
  readonly authenticated_at: Date;
  readonly has_factor: boolean;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const ended = (): RequestRefused =>
  new RequestRefused(401, 'access.session-ended', {}, { 'www-authenticate': 'Bearer error="invalid_token"' });

/** Sessions are opaque 256-bit tokens of which only a hash is stored: a copy of the table signs nobody in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly trail: AuditTrail,
  ) {}

  /** Opens a session of SESSION_HOURS at most, and forgets the account's sessions that ended long ago. */
  async openInTx(tx: Tx, account: SessionOwner, carrier: Carrier = 'bearer'): Promise<OpenedSession> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.settings.sessionHours * HOUR);
    await tx.execute('delete from session where account_id = $1 and expires_at < $2', [
      account.id,
      new Date(now.getTime() - KEEP_ENDED),
    ]);
    await tx.execute(
      `insert into session (token_hash, account_id, carrier, created_at, authenticated_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $4, $5)`,
      [hashOf(token), account.id, carrier, now, expiresAt],
    );
    await this.trail.recordInTx(tx, { action: 'session.opened', by: actorOf(account), detail: { carrier } });
    return { token, carrier, expiresAt };
  }

  /**
   * @returns whose session the token is; a token counts only when it is sent as its session was opened.
   * @throws RequestRefused `access.session-ended` (401) when there is no such session, or it was revoked, has expired, lay
   *   idle for 30 minutes, or its account is disabled: one answer for all of these.
   */
  async resume({ token, carrier }: PresentedToken): Promise<LiveSession> {
    if (!TOKEN.test(token)) throw ended();
    const row = await this.findRow(token);
    const now = this.clock.now().getTime();
    if (!row || row.carrier !== carrier || row.revoked_at !== null || row.disabled_at !== null) throw ended();
    const idle = now - row.last_seen_at.getTime();
    if (idle >= IDLE || now >= row.expires_at.getTime()) throw ended();
    if (idle >= TOUCH_AFTER) await this.touch(token);
    const account = accountOf(row);
    const lack = this.lackOf(account, row);
    const times = { expiresAt: row.expires_at, authenticatedAt: row.authenticated_at };
    return { account, ...times, ...(lack === undefined ? {} : { lack }) };
  }

  /** Ends the session of the token; an unknown token changes nothing. */
  async revoke(token: string, account: SessionOwner): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ended = await tx.execute(
        'update session set revoked_at = $2 where token_hash = $1 and revoked_at is null',
        [hashOf(token), this.clock.now()],
      );
      if (ended > 0) await this.trail.recordInTx(tx, { action: 'session.ended', by: actorOf(account) });
    });
  }

  /** Ends every session of an account. */
  async revokeAllInTx(tx: Tx, accountId: string): Promise<void> {
    await tx.execute('update session set revoked_at = $2 where account_id = $1 and revoked_at is null', [
      accountId,
      this.clock.now(),
    ]);
  }

  /** Ends every session of an account but the one of the token. */
  async revokeOthersInTx(tx: Tx, accountId: string, token: string): Promise<void> {
    await tx.execute(
      'update session set revoked_at = $3 where account_id = $1 and token_hash <> $2 and revoked_at is null',
      [accountId, hashOf(token), this.clock.now()],
    );
  }

  /** Its holder has shown a factor just now. */
  async authenticatedInTx(tx: Tx, token: string): Promise<void> {
    await tx.execute('update session set authenticated_at = $2 where token_hash = $1', [
      hashOf(token),
      this.clock.now(),
    ]);
  }

  private lackOf({ role }: Account, row: SessionRow): Lack | undefined {
    if (row.password_must_change) return 'own-password';
    return !row.has_factor && requiresFactor(this.settings, role) ? 'second-factor' : undefined;
  }

  private async findRow(token: string): Promise<SessionRow | undefined> {
    const [row] = await this.database.query<SessionRow>(
      `select a.id, a.username, a.display_name, a.role, a.office_id, a.clearance, a.disabled_at, a.created_at, a.password_must_change,
         s.carrier, s.last_seen_at, s.expires_at, s.revoked_at, s.authenticated_at,
         exists (select from totp_factor t where t.account_id = a.id and t.confirmed_at is not null)
           or exists (select from web_authn_key k where k.account_id = a.id) as has_factor
       from session s join account a on a.id = s.account_id
       where s.token_hash = $1`,
      [hashOf(token)],
    );
    return row;
  }

  private async touch(token: string): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.execute('update session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2', [
        hashOf(token),
        this.clock.now(),
      ]),
    );
  }
}
