import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import {
  canonicalJson,
  CompactRange,
  leafHash,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  type VerifierKey,
} from '#libs/platform/transparency';
import { AuditLog } from './audit-log.js';
import { entryOf } from './log-entry.js';

const AUDIT = { task: 'audit' } as const;

/** What does not fit: at which leaf, at which size of the log, or in which row of the record. */
export interface AuditFinding {
  readonly kind:
    | 'leaf-differs'
    | 'leaf-missing'
    | 'root-differs'
    | 'not-signed'
    | 'event-differs'
    | 'event-missing'
    | 'event-unentered'
    | 'event-rewritten';
  readonly at: number;
}

export interface AuditCheckResult {
  readonly leaves: number;
  readonly checkpoints: number;
  /** Events whose content was held against its digest. */
  readonly events: number;
  /** Events from before there was an audit: nothing vouches for them. */
  readonly eventsBefore: number;
  readonly findings: readonly AuditFinding[];
}

const ENTERED = `select (a.detail -> 'row' ->> 'position')::bigint as position, a.subject_id, a.salt, a.detail ->> 'digest' as digest
  from audit_entry a where a.action = 'event.added'`;
const DIFFERING = `with entered as materialized (${ENTERED})
  select coalesce(e.position, n.position) as at, case when e.position is null then 'event-missing'
    when n.position is null then 'event-unentered' else 'event-differs' end as kind
  from event e full join entered n on n.position = e.position
  where e.position is null or (n.position is null and e.position > (select coalesce(min(position), 0) from entered))
    or audit_digest(to_jsonb(e), n.salt) <> n.digest or n.subject_id <> e.subject_id::text
  order by 1 limit 1000`;
const REWRITTEN = `select id as at, 'event-rewritten' as kind from audit_entry
  where action in ('event.changed', 'event.removed', 'event.emptied') order by id limit 1000`;
const COUNTED = `select count(*) filter (where position >= first) as events,
    count(*) filter (where first is null or position < first) as before
  from event, (select min((detail -> 'row' ->> 'position')::bigint) as first from audit_entry where action = 'event.added') f`;

/** Holds the audit against its signed roots, and the record against the audit; it only reads. */
@Injectable()
export class AuditCheck {
  constructor(
    private readonly database: Database,
    private readonly log: AuditLog,
  ) {}

  /** @param keys the log's, and those of cosigners; without the log's no checkpoint is believed. */
  async run(keys: readonly VerifierKey[]): Promise<AuditCheckResult> {
    const findings: AuditFinding[] = [];
    const roots = await this.signedRoots(keys, findings);
    const leaves = await this.checkLeaves(roots, findings);
    findings.push(...(await this.database.query<AuditFinding>(DIFFERING, [], AUDIT)));
    findings.push(...(await this.database.query<AuditFinding>(REWRITTEN, [], AUDIT)));
    const [counted] = await this.database.query<{ events: number; before: number }>(COUNTED, [], AUDIT);
    const { events = 0, before: eventsBefore = 0 } = counted ?? {};
    return { leaves, checkpoints: roots.size, events, eventsBefore, findings };
  }

  private async signedRoots(keys: readonly VerifierKey[], findings: AuditFinding[]): Promise<Map<number, Buffer>> {
    const roots = new Map<number, Buffer>();
    for await (const text of this.log.checkpoints()) {
      const note = parseNote(text);
      const { size, root } = parseCheckpoint(note.text);
      roots.set(size, root);
      try {
        openCheckpoint(note, keys);
      } catch {
        findings.push({ kind: 'not-signed', at: size });
      }
    }
    return roots;
  }

  private async checkLeaves(roots: ReadonlyMap<number, Buffer>, findings: AuditFinding[]): Promise<number> {
    const tree = new CompactRange();
    const size = Math.max(0, ...roots.keys());
    let [expected, leaves] = [0, 0];
    for await (const { leaf_index: index, leaf_hash: kept, ...row } of this.log.leaves()) {
      if (index !== expected) findings.push({ kind: 'leaf-missing', at: expected });
      const hash = leafHash(Buffer.from(canonicalJson(entryOf(row))));
      if (!hash.equals(kept)) findings.push({ kind: 'leaf-differs', at: index });
      tree.append(hash);
      [expected, leaves] = [index + 1, leaves + 1];
      const root = roots.get(tree.size);
      if (root && !root.equals(tree.root())) findings.push({ kind: 'root-differs', at: tree.size });
    }
    if (expected < size) findings.push({ kind: 'leaf-missing', at: expected });
    return leaves;
  }
}
