import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#libs/platform/audit';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';

const MINUTE = 60_000;
/** Failures are forgotten when the last one lies this far back. */
const FORGET_AFTER = 15 * MINUTE;
const FIRST_WAIT_IN_SECONDS = 30;
const LONGEST_WAIT_IN_SECONDS = 900;
/** An office signs in from one address, so it may fail more often than one person. */
const MOST_FAILURES = { username: 5, address: 50 } as const;
const KEEP_FOR = 24 * 60 * MINUTE;

type Kind = keyof typeof MOST_FAILURES;

/** Who tries: the name that was typed, and from where. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
}

const keyOf = (kind: Kind, value: string): Buffer => createHash('sha256').update(`${kind}:${value}`).digest();

/**
 * An attempt counts as a failure before the password is looked at, in one statement: a thousand guesses at the same
 * moment are counted one by one. Whoever has failed too often waits, twice as long each time.
 */
const COUNT = `
insert into sign_in_attempt as a (key, failures, last_at) values ($1, 1, $2)
on conflict (key) do update set
  failures = case when a.last_at < $3 then 1 else a.failures + 1 end,
  last_at = $2,
  wait_until = case when a.last_at >= $3 and a.failures + 1 >= $4
    then $2 + make_interval(secs => least($5 * 2 ^ least(a.failures + 1 - $4, 20), $6)) end
where a.wait_until is null or a.wait_until <= $2`;

/** Slows down whoever guesses passwords, by user name and by address. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Counts an attempt as failed until `succeededInTx` takes it back.
   * @throws RequestRefused `access.too-many-attempts` (429, Retry-After) while name or address has to wait.
   */
  async count({ username, address }: Attempt): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.countInTx(tx, 'username', username);
      await this.countInTx(tx, 'address', address);
    });
  }

  /**
   * The attempt stays counted and is entered in the audit, with the typed name as a keyed hash. Those that had to wait are
   * not entered: who sends thousands of them must not fill the audit.
   */
  async failed({ username }: Attempt, wrong: 'password' | 'second-factor'): Promise<void> {
    await this.unitOfWork.run((tx) =>
      this.trail.recordInTx(tx, {
        action: 'session.refused',
        by: { anonymous: true },
        detail: { wrong },
        values: { username },
      }),
    );
  }

  /** Takes the attempt back: the name is free again, the address has one failure less. */
  async succeededInTx(tx: Tx, attempt: Attempt): Promise<void> {
    const longAgo = new Date(this.clock.now().getTime() - KEEP_FOR);
    await this.forgetInTx(tx, attempt.username);
    await this.halfwayInTx(tx, attempt);
    await tx.execute('delete from sign_in_attempt where last_at < $1', [longAgo]);
  }

  /** The password was right and a second factor is wanted: the address has one failure less, the name keeps its own. */
  async halfwayInTx(tx: Tx, { address }: Attempt): Promise<void> {
    await tx.execute('update sign_in_attempt set failures = failures - 1, wait_until = null where key = $1', [
      keyOf('address', address),
    ]);
  }

  /** Lets a name try again at once: its account has been given a new password. */
  async forgetInTx(tx: Tx, username: string): Promise<void> {
    await tx.execute('delete from sign_in_attempt where key = $1', [keyOf('username', username)]);
  }

  private async countInTx(tx: Tx, kind: Kind, value: string): Promise<void> {
    const now = this.clock.now();
    const key = keyOf(kind, value);
    const forgotten = new Date(now.getTime() - FORGET_AFTER);
    const limits = [MOST_FAILURES[kind], FIRST_WAIT_IN_SECONDS, LONGEST_WAIT_IN_SECONDS];
    if ((await tx.execute(COUNT, [key, now, forgotten, ...limits])) > 0) return;
    const [row] = await tx.query<{ wait_until: Date }>('select wait_until from sign_in_attempt where key = $1', [key]);
    const until = row?.wait_until.getTime() ?? now.getTime();
    const seconds = Math.max(1, Math.ceil((until - now.getTime()) / 1_000));
    throw new RequestRefused(429, 'access.too-many-attempts', { seconds }, { 'retry-after': String(seconds) });
  }
}
