import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { Clock, Database, type Tx, UnitOfWork } from '#libs/platform/database';

/** A security key or passkey of an account: only what is public of it. */
export interface WebAuthnKey {
  /** Base64url. */
  readonly id: string;
  readonly name: string;
  readonly publicKey: Buffer;
  /** How often it signed, as it says itself; 0 for keys that do not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
}

interface KeyRow {
  readonly id: Buffer;
  readonly name: string;
  readonly public_key: Buffer;
  readonly counter: string;
  readonly transports: string[];
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

const keyOf = (row: KeyRow): WebAuthnKey => ({
  id: row.id.toString('base64url'),
  name: row.name,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports,
  createdAt: row.created_at,
  ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
});

@Injectable()
export class WebAuthnKeyRepository {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns the keys of an account, oldest first. */
  async listOf(accountId: string): Promise<WebAuthnKey[]> {
    const rows = await this.database.query<KeyRow>(
      `select id, name, public_key, counter, transports, created_at, last_used_at
       from web_authn_key where account_id = $1 order by created_at, id`,
      [accountId],
    );
    return rows.map(keyOf);
  }

  /** @throws DomainError `access.key-known` when it is somebody's already. */
  async insertInTx(tx: Tx, accountId: string, key: Omit<WebAuthnKey, 'createdAt'>): Promise<void> {
    const { id, name, publicKey, counter, transports } = key;
    const inserted = await tx.execute(
      `insert into web_authn_key (id, account_id, name, public_key, counter, transports, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [Buffer.from(id, 'base64url'), accountId, name, publicKey, counter, transports, this.clock.now()],
    );
    if (inserted === 0) throw new DomainError('access.key-known', 'conflict', {});
  }

  /** @returns whether the counter went on; of two uses at once with one count the second is none. */
  async count(id: string, counter: number): Promise<boolean> {
    const counted = await this.unitOfWork.run((tx) =>
      tx.execute(
        `update web_authn_key set counter = $2, last_used_at = $3
         where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
        [Buffer.from(id, 'base64url'), counter, this.clock.now()],
      ),
    );
    return counted > 0;
  }

  /** @returns whether there was one. */
  async removeInTx(tx: Tx, accountId: string, id: string): Promise<boolean> {
    const parameters = [accountId, Buffer.from(id, 'base64url')];
    return (await tx.execute('delete from web_authn_key where account_id = $1 and id = $2', parameters)) > 0;
  }
}
