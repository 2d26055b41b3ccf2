import { type Tx } from '#libs/platform/database';
import { type KeyPurpose } from './vault-key.js';

/** A key as it lies in the table. */
export interface StoredKey {
  readonly use: KeyPurpose;
  readonly version: number;
  readonly state: 'current' | 'old' | 'destroyed';
  /** Absent once destroyed. */
  readonly wrapped: Buffer | null;
  readonly check: Buffer;
}

type KeyRow = KeyPurpose & Pick<StoredKey, 'version' | 'state' | 'wrapped'> & { readonly check_value: Buffer };

function storedKey(row: KeyRow): StoredKey {
  const { version, state, wrapped, check_value: check } = row;
  const use: KeyPurpose =
    row.purpose === 'data' ? { purpose: row.purpose, scope: row.scope } : { purpose: row.purpose, scope: row.scope };
  return { use, version, state, wrapped, check };
}

/** Table vault_key: wrapped keys only. */
export class VaultKeyRepository {
  /** Keeps every other change of the keys waiting until the transaction ends. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('theoan.vault_key', 0))`);
  }

  /** @returns every key, also destroyed ones, the oldest version of each use first. */
  async list(tx: Tx): Promise<StoredKey[]> {
    const rows = await tx.query<KeyRow>(
      'select purpose, scope, version, state, wrapped, check_value from vault_key order by purpose, scope, version',
    );
    return rows.map(storedKey);
  }

  /** Adds a key as the current one of its use; the one before becomes old. */
  async insert(tx: Tx, key: Omit<StoredKey, 'state'>): Promise<void> {
    const { purpose, scope } = key.use;
    await tx.execute(`update vault_key set state = 'old' where purpose = $1 and scope = $2 and state = 'current'`, [
      purpose,
      scope,
    ]);
    await tx.execute(
      `insert into vault_key (purpose, scope, version, state, wrapped, check_value, created_at)
       values ($1, $2, $3, 'current', $4, $5, now())`,
      [purpose, scope, key.version, key.wrapped, key.check],
    );
  }

  /** Replaces the wrapping of a key. */
  async rewrap(tx: Tx, key: StoredKey, wrapped: Buffer): Promise<void> {
    const { purpose, scope } = key.use;
    await tx.execute('update vault_key set wrapped = $4 where purpose = $1 and scope = $2 and version = $3', [
      purpose,
      scope,
      key.version,
      wrapped,
    ]);
  }

  /** @returns whether there was such an old version, which is gone now. */
  async destroy(tx: Tx, use: KeyPurpose, version: number): Promise<boolean> {
    const changed = await tx.execute(
      `update vault_key set state = 'destroyed', wrapped = null, destroyed_at = now()
       where purpose = $1 and scope = $2 and version = $3 and state = 'old'`,
      [use.purpose, use.scope, version],
    );
    return changed === 1;
  }
}
