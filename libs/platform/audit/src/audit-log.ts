import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '#libs/platform/database';
import { exportHeader, exportLine, parseCheckpoint, parseNote } from '#libs/platform/transparency';
import { entryOf, LEAF_COLUMNS, type StoredEntry } from './log-entry.js';

const AUDIT = { task: 'audit' } as const;

/** How far the sealing has come. */
export interface SealState {
  /** Entries in the tree. */
  readonly size: number;
  /** The last checkpoint with the cosignatures under it; absent before the first sealing. */
  readonly note?: string;
  readonly unsealed: number;
  /** Seconds that the oldest entry has waited to be sealed. */
  readonly lagSeconds: number;
}

/** An entry with its place. */
export interface SealedEntry extends StoredEntry {
  readonly leaf_index: number;
  readonly leaf_hash: Buffer;
  /** How many are sealed. */
  readonly total: number;
}

const NOTES = `select c.note || coalesce((select string_agg(s.line || E'\\n', '' order by s.key_name)
  from audit_cosignature s where s.size = c.size), '') as note, c.size from audit_checkpoint c`;

/** Reads the sealed log: for inspectors, cosigners, and the export. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns how far the sealing has come. */
  async state(): Promise<SealState> {
    const [last] = await this.database.query<{ note: string; size: number }>(
      `${NOTES} order by c.size desc limit 1`,
      [],
      AUDIT,
    );
    const [waiting] = await this.database.query<{ unsealed: number; lag: number }>(
      `select count(*)::int as unsealed, coalesce(ceil(extract(epoch from clock_timestamp() - min(at))), 0)::int as lag
       from audit_entry where leaf_index is null`,
      [],
      AUDIT,
    );
    const { unsealed = 0, lag = 0 } = waiting ?? {};
    return { size: last?.size ?? 0, ...(last ? { note: last.note } : {}), unsealed, lagSeconds: lag };
  }

  /** Every checkpoint, the smallest first, as text of a signed note. */
  async *checkpoints(): AsyncGenerator<string, void, undefined> {
    const sql = `${NOTES} order by c.size`;
    for await (const { note } of this.database.stream<{ note: string }>(sql, [], AUDIT)) yield note;
  }

  /** @returns the lines of an export of everything sealed, the header first (decision 0016); take the checkpoints afterwards. */
  async *export(): AsyncGenerator<string, void, undefined> {
    const { size, note } = await this.state();
    const origin = note === undefined ? 'theoan.invalid/empty' : parseCheckpoint(parseNote(note).text).origin;
    let isBegun = false;
    for await (const { leaf_index: index, total, ...row } of this.leaves()) {
      if (!isBegun) yield exportHeader(origin, Math.max(size, total));
      isBegun = true;
      yield exportLine(index, entryOf(row));
    }
    if (!isBegun) yield exportHeader(origin, size);
  }

  /** Every sealed entry in the order of the tree, as the database holds it now. */
  leaves(): AsyncGenerator<SealedEntry, void, undefined> {
    const total = '(select count(*) from audit_entry where leaf_index is not null) as total';
    return this.database.stream(
      `select leaf_index, leaf_hash, ${total}, ${LEAF_COLUMNS} from audit_entry where leaf_index is not null order by leaf_index`,
      [],
      AUDIT,
    );
  }

  /** Keeps another agency's signature line under the checkpoint of that size; a second one of the same key is passed over. */
  async addCosignature(size: number, keyName: string, line: string): Promise<void> {
    const sql = 'insert into audit_cosignature (size, key_name, line) values ($1, $2, $3) on conflict do nothing';
    await this.unitOfWork.run((tx) => tx.execute(sql, [size, keyName, line]), AUDIT);
  }
}
