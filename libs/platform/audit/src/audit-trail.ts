import { Injectable } from '@nestjs/common';
import { DatabaseUnavailable, StatementFailed, type Tx } from '#libs/platform/database';
import { type CanonicalValue, canonicalJson } from '#libs/platform/transparency';
import { Vault } from '#libs/platform/vault';
import { type AuditAction } from './audit-actions.js';

/** Who did it: a person as they stood at that moment, a task of the product, or somebody who is not signed in. */
export type AuditActor =
  | { readonly accountId: string; readonly officeId: number; readonly role: string; readonly requestId?: string }
  | { readonly task: string }
  | { readonly anonymous: true };

/** One thing done. Neither `detail` nor `subject` holds personal data; `values` is where protected values go. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly by: AuditActor;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly detail?: Readonly<Record<string, CanonicalValue>>;
  /** Plain values by the name of their field; only their HMAC under the key of the vault is kept. */
  readonly values?: Readonly<Record<string, string>>;
}

const INSERT = `insert into audit_entry
  (action, account_id, office_id, role, request_id, task, subject_kind, subject_id, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Enters in the audit what triggers cannot see: reads of protected fields, sign-ins, exports. */
@Injectable()
export class AuditTrail {
  constructor(private readonly vault: Vault) {}

  /**
   * Writes one entry in the transaction of what it speaks of: call it before anything is given out, and give out nothing
   * before the transaction has committed.
   * @throws DatabaseUnavailable `audit` when it cannot be entered: nothing is done then, and nothing shown; DomainError
   * `entry.not-canonical` for a detail that has no canonical text.
   */
  async recordInTx(tx: Tx, entry: AuditEntry): Promise<void> {
    const { action, by, subject } = entry;
    const detail = canonicalJson({ ...entry.detail, values: this.fingerprintsOf(entry.values) });
    const parameters = [action, ...actorColumns(by), subject?.kind ?? null, subject?.id ?? null, detail];
    try {
      await tx.execute(INSERT, parameters);
    } catch (error) {
      if (error instanceof StatementFailed) throw new DatabaseUnavailable('audit', error.sqlState);
      throw error;
    }
  }

  private fingerprintsOf(values: AuditEntry['values']): Record<string, string> | undefined {
    if (values === undefined) return undefined;
    const { ring } = this.vault;
    return Object.fromEntries(Object.entries(values).map(([field, text]) => [field, ring.fingerprint(field, text)]));
  }
}

/** account_id, office_id, role, request_id, task. */
function actorColumns(by: AuditActor): readonly (string | number | null)[] {
  if ('accountId' in by) return [by.accountId, by.officeId, by.role, by.requestId ?? null, null];
  return [null, null, null, null, 'task' in by ? by.task : null];
}
