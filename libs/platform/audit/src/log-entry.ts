import { createHash } from 'node:crypto';
import { type CanonicalValue, canonicalJson } from '#libs/platform/transparency';

/** The columns of an entry that are in its leaf, for a statement that reads `audit_entry`. */
export const LEAF_COLUMNS = `id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, action, account_id,
  office_id, role, task, database_role, request_id, subject_kind, subject_id, detail`;

/** A row as `LEAF_COLUMNS` reads it. */
export interface StoredEntry {
  readonly id: number;
  /** UTC, with microseconds. */
  readonly at: string;
  readonly action: string;
  readonly account_id: string | null;
  readonly office_id: number | null;
  readonly role: string | null;
  readonly task: string | null;
  readonly database_role: string | null;
  readonly request_id: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly detail: Readonly<Record<string, CanonicalValue>>;
}

/** @returns the entry as it stands in its leaf and in the export. */
export function entryOf(row: StoredEntry): Readonly<Record<string, CanonicalValue | undefined>> {
  const { id, at, action, subject_kind: kind, subject_id: subject } = row;
  return {
    id,
    at,
    action,
    accountId: row.account_id ?? undefined,
    officeId: row.office_id ?? undefined,
    role: row.role ?? undefined,
    task: row.task ?? undefined,
    databaseRole: row.database_role ?? undefined,
    requestId: row.request_id ?? undefined,
    subject: kind === null || subject === null ? undefined : { kind, id: subject },
    detail: detailOf(row.detail),
  };
}

/** What somebody put into the table past the product is sealed too: a detail without canonical text by its hash. */
function detailOf(detail: StoredEntry['detail']): CanonicalValue {
  try {
    canonicalJson(detail);
    return detail;
  } catch {
    return { unreadable: createHash('sha256').update(JSON.stringify(detail)).digest('hex') };
  }
}
