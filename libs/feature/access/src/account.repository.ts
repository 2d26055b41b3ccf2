import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { Clock, Database, type Tx, newId } from '#libs/platform/database';
import { type Role, isRole } from './access.permissions.js';
import { type SecrecyMark, degreeOf, markOf } from './secrecy.js';

/** An account as it stands; the password is not part of it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly officeId: number;
  /** The highest mark of secrecy that the account may see. */
  readonly clearance: SecrecyMark;
  readonly disabledAt?: Date;
  readonly createdAt: Date;
}

/** An account before it has an id, with the hash of its password. */
export type StoredAccount = Omit<Account, 'id' | 'clearance' | 'createdAt' | 'disabledAt'> & {
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
};

/** A password as it is kept. */
export interface StoredPassword {
  readonly hash: string;
  /** Somebody else knows it: its owner must choose another one. */
  readonly mustChange: boolean;
}

/** A row of `account`, as every query here selects it. */
export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: string;
  readonly office_id: number;
  readonly clearance: number;
  readonly disabled_at: Date | null;
  readonly created_at: Date;
}

const COLUMNS = 'id, username, display_name, role, office_id, clearance, disabled_at, created_at';

/** @throws Error when the table holds a role that this version does not know. */
export function accountOf(row: AccountRow): Account {
  const { id, username, role } = row;
  if (!isRole(role)) throw new Error(`unknown role ${role}`);
  const disabled = row.disabled_at === null ? {} : { disabledAt: row.disabled_at };
  const known = { id, username, displayName: row.display_name, role, officeId: row.office_id };
  const clearance = markOf(row.clearance);
  return { ...known, clearance, ...disabled, createdAt: row.created_at };
}

@Injectable()
export class AccountRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async findByUsername(username: string): Promise<(Account & { readonly passwordHash: string }) | undefined> {
    const [row] = await this.database.query<AccountRow & { password_hash: string }>(
      `select ${COLUMNS}, password_hash from account where username = $1`,
      [username],
    );
    return row && { ...accountOf(row), passwordHash: row.password_hash };
  }

  /** @throws DomainError `account.not-found`. */
  async getByUsername(username: string): Promise<Account> {
    const [row] = await this.database.query<AccountRow>(`select ${COLUMNS} from account where username = $1`, [
      username,
    ]);
    if (!row) throw new DomainError('account.not-found', 'not-found', {});
    return accountOf(row);
  }

  /** @returns the office of an account, unless it was disabled before that day. */
  async findOfficeIdInTx(tx: Tx, id: string, on: Day): Promise<number | undefined> {
    const [row] = await tx.query<Pick<AccountRow, 'office_id'>>(
      `select office_id from account
       where id = $1 and (disabled_at is null or (disabled_at at time zone 'Asia/Ho_Chi_Minh')::date >= $2)`,
      [id, on],
    );
    return row?.office_id;
  }

  async list(): Promise<Account[]> {
    const rows = await this.database.query<AccountRow>(`select ${COLUMNS} from account order by username`);
    return rows.map(accountOf);
  }

  /** @returns the account as stored. @throws DomainError `account.username-taken`. */
  async insertInTx(tx: Tx, wanted: StoredAccount): Promise<Account> {
    const { passwordHash, mustChangePassword, ...fields } = wanted;
    const account: Account = { ...fields, clearance: 'none', id: newId(), createdAt: this.clock.now() };
    const { id, username, displayName, role, officeId, createdAt } = account;
    const inserted = await tx.execute(
      `insert into account (id, username, display_name, role, office_id, password_hash, password_must_change, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (username) do nothing`,
      [id, username, displayName, role, officeId, passwordHash, mustChangePassword, createdAt],
    );
    if (inserted === 0) throw new DomainError('account.username-taken', 'conflict', { username });
    return account;
  }

  async setPasswordInTx(tx: Tx, accountId: string, { hash, mustChange }: StoredPassword): Promise<void> {
    await tx.execute('update account set password_hash = $2, password_must_change = $3 where id = $1', [
      accountId,
      hash,
      mustChange,
    ]);
  }

  async setClearanceInTx(tx: Tx, accountId: string, clearance: SecrecyMark): Promise<void> {
    await tx.execute('update account set clearance = $2 where id = $1', [accountId, degreeOf(clearance)]);
  }

  /** A second time changes nothing. */
  async disableInTx(tx: Tx, accountId: string): Promise<void> {
    await tx.execute('update account set disabled_at = $2 where id = $1 and disabled_at is null', [
      accountId,
      this.clock.now(),
    ]);
  }
}
