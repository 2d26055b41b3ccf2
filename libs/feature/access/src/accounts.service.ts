import { Injectable } from '@nestjs/common';
import type { Office } from '#libs/domain/jurisdiction';
import { type Day, DomainError } from '#libs/domain/kernel';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { ROLES, isRole } from './access.permissions.js';
import { type Account, AccountRepository, type StoredAccount } from './account.repository.js';
import { OfficeScopes } from './office-scopes.service.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.service.js';
import { type SecrecyMark } from './secrecy.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Who is to get an account. Without a password one is made. */
export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly officeId: number;
  readonly password?: string;
  /** Whoever signs in may go on with this password; otherwise another one has to be chosen first. */
  readonly mayKeepPassword?: boolean;
}

/** An account with the password that it was given; it is shown once and kept nowhere. */
export interface AccountWithPassword {
  readonly account: Account;
  readonly password: string;
}

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/;
const DISPLAY_NAME = /^[^\p{Cc}\p{Surrogate}]{1,120}$/u;

/** @returns the user name as it is stored: small letters, composed. */
export const plainUsername = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Makes, disables and resets accounts: for administrators, seeds and the command line. */
@Injectable()
export class Accounts {
  constructor(
    private readonly repository: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly offices: OfficeScopes,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Makes an account at an office that stands today.
   * @returns the account, with the password it can sign in with.
   * @throws DomainError `account.username-malformed`, `account.username-taken`, `account.display-name-malformed`,
   *   `account.role-unknown`, `account.office-required`, `office.not-found`, `account.password-too-short`, `-too-long`.
   */
  async create(wanted: NewAccount): Promise<AccountWithPassword> {
    const checked = this.checked(wanted);
    const password = wanted.password ?? this.passwords.generate();
    const passwordHash = await this.passwords.hash(password);
    const stored = { ...checked, passwordHash, mustChangePassword: wanted.mayKeepPassword !== true };
    const account = await this.unitOfWork.run((tx) => this.repository.insertInTx(tx, stored));
    return { account, password };
  }

  /** Ends the account and all its sessions at once; disabling again changes nothing. @throws DomainError `account.not-found`. */
  async disable(username: string): Promise<Account> {
    const { id } = await this.get(username);
    await this.unitOfWork.run(async (tx) => {
      await this.repository.disableInTx(tx, id);
      await this.sessions.revokeAllInTx(tx, id);
    });
    return this.get(username);
  }

  /** Says up to which mark of secrecy the account may see files. @throws DomainError `account.not-found`. */
  async clear(username: string, clearance: SecrecyMark): Promise<Account> {
    const { id } = await this.get(username);
    await this.unitOfWork.run((tx) => this.repository.setClearanceInTx(tx, id, clearance));
    return this.get(username);
  }

  /**
   * Gives the account a new password, made here and to be changed by its owner, and ends its sessions.
   * @throws DomainError `account.not-found`.
   */
  async reset(username: string): Promise<AccountWithPassword> {
    const account = await this.get(username);
    const password = this.passwords.generate();
    const hash = await this.passwords.hash(password);
    await this.unitOfWork.run(async (tx) => {
      await this.repository.setPasswordInTx(tx, account.id, { hash, mustChange: true });
      await this.throttle.forgetInTx(tx, account.username);
      await this.sessions.revokeAllInTx(tx, account.id);
    });
    return { account, password };
  }

  /** @throws DomainError `account.not-found`. */
  async get(username: string): Promise<Account> {
    return this.repository.getByUsername(plainUsername(username));
  }

  /** @throws DomainError `account.not-found`. */
  async idOf(username: string): Promise<string> {
    return (await this.get(username)).id;
  }

  /** @returns the office that somebody works for today, unless there is no such account or it had ended before that day. */
  async findOfficeInTx(tx: Tx, accountId: string, on: Day): Promise<Office | undefined> {
    const officeId = await this.repository.findOfficeIdInTx(tx, accountId, on);
    return officeId === undefined ? undefined : this.offices.officeToday(officeId);
  }

  /** @returns every account, by user name. */
  async list(): Promise<Account[]> {
    return this.repository.list();
  }

  private checked(wanted: NewAccount): Omit<StoredAccount, 'passwordHash' | 'mustChangePassword'> {
    const username = plainUsername(wanted.username);
    if (!USERNAME.test(username)) throw new DomainError('account.username-malformed', 'malformed', {});
    const displayName = wanted.displayName.normalize('NFC').trim();
    if (!DISPLAY_NAME.test(displayName)) throw new DomainError('account.display-name-malformed', 'malformed', {});
    const { role } = wanted;
    if (!isRole(role)) throw new DomainError('account.role-unknown', 'malformed', { role, roles: ROLES });
    const { id: officeId } = this.offices.standingOffice(wanted.officeId);
    return { username, displayName, role, officeId };
  }
}
