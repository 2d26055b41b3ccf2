import { type Tx, type UnitOfWork } from '#libs/platform/database';
import {
  canonicalJson,
  CompactRange,
  formatCheckpoint,
  formatNote,
  leafHash,
  openCheckpoint,
  parseNote,
  type SignerKey,
  signNote,
} from '#libs/platform/transparency';
import { auditKeyFault } from './audit-key.js';
import { entryOf, LEAF_COLUMNS, type StoredEntry } from './log-entry.js';

const BATCH = 5_000;
const AUDIT = { task: 'audit' } as const;
/** One sealer at a time, whatever the number of processes. */
const LOCK = 'select pg_try_advisory_xact_lock(73820) as is_ours';
const UNSEALED = `select ${LEAF_COLUMNS} from audit_entry where leaf_index is null order by id limit ${BATCH}`;
const LAST = 'select note, tree from audit_checkpoint order by size desc limit 1';
const PLACED = `update audit_entry e set leaf_index = $1 + s.place - 1, leaf_hash = s.hash
  from unnest($2::bigint[], $3::bytea[]) with ordinality as s(id, hash, place) where e.id = s.id`;
const SIGNED = 'insert into audit_checkpoint (size, note, tree) values ($1, $2, $3)';

interface Last {
  readonly note: string;
  readonly tree: Buffer;
}

/** Gives entries their places in the tree and signs what came out. */
export class AuditSealer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly key: SignerKey,
  ) {}

  /** @throws ConfigurationError `audit-key-wrong` when another key signed the last checkpoint: nothing is sealed then. */
  async requireOwnLog(): Promise<void> {
    await this.unitOfWork.run(async (tx) => this.treeOf(await this.last(tx)), AUDIT);
  }

  /** Seals everything that waits. @returns how many entries; 0 also while another process is at it. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const count = await this.unitOfWork.run((tx) => this.sealBatch(tx), AUDIT);
      sealed += count;
      if (count < BATCH) return sealed;
    }
  }

  private async sealBatch(tx: Tx): Promise<number> {
    const [lock] = await tx.query<{ is_ours: boolean }>(LOCK);
    if (!lock?.is_ours) return 0;
    const rows = await tx.queryOften<StoredEntry>(UNSEALED);
    if (rows.length === 0) return 0;
    const tree = this.treeOf(await this.last(tx));
    const first = tree.size;
    const hashes = rows.map((row) => leafHash(Buffer.from(canonicalJson(entryOf(row)))));
    for (const hash of hashes) tree.append(hash);
    const placed = await tx.execute(PLACED, [first, rows.map(({ id }) => id), hashes]);
    if (placed !== rows.length) throw new Error('entries of the audit vanished while they were sealed');
    const checkpoint = { origin: this.key.verifier.name, size: tree.size, root: tree.root() };
    const note = formatNote(signNote(formatCheckpoint(checkpoint), [this.key]));
    await tx.execute(SIGNED, [tree.size, note, tree.toBytes()]);
    return rows.length;
  }

  private async last(tx: Tx): Promise<Last | undefined> {
    return (await tx.queryOften<Last>(LAST))[0];
  }

  /** The tree to go on from, once it is the one that this key signed. */
  private treeOf(last: Last | undefined): CompactRange {
    if (last === undefined) return new CompactRange();
    const { checkpoint } = this.opened(last.note);
    const tree = CompactRange.fromBytes(last.tree);
    const isSigned = checkpoint.size === tree.size && checkpoint.root.equals(tree.root());
    if (!isSigned) throw new Error('the kept tree of the audit is not the one that was signed');
    return tree;
  }

  private opened(note: string): ReturnType<typeof openCheckpoint> {
    try {
      return openCheckpoint(parseNote(note), [this.key.verifier]);
    } catch {
      throw auditKeyFault('audit-key-wrong');
    }
  }
}
