import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { Tx } from '#libs/platform/database';
import type { RecordedResult } from './recorded-result.js';
import { stableJson } from './stable-json.js';

interface ReceiptRow {
  taken: boolean;
  account_id: string | null;
  request_hash: Buffer;
  response: RecordedResult;
}

/** What identifies a request: who sent which command under which key. */
export interface CommandIdentity {
  readonly commandId: string;
  readonly accountId: string;
  /** Everything that the request asks for; two requests under one key must ask for the same. */
  readonly request: unknown;
}

const hashOf = (request: unknown): Buffer => createHash('sha256').update(stableJson(request)).digest();

/** Remembers the answer of every command, so that a repeated request gets the first answer and nothing happens twice. */
@Injectable()
export class CommandReceipts {
  /**
   * Runs `work` once per key. A twin request that comes at the same moment waits for the first to end.
   * @returns the first answer of a repeated command, otherwise what `work` returns.
   * @throws DomainError `idempotency.key-reused` (conflict) when the key was used by somebody else or for something else.
   */
  async onceInTx(tx: Tx, identity: CommandIdentity, work: () => Promise<RecordedResult>): Promise<RecordedResult> {
    await tx.queryOften('select pg_advisory_xact_lock(hashtextextended($1, 0))', [identity.commandId]);
    const former = await this.findInTx(tx, identity);
    if (former) return former;
    const result = await work();
    await tx.queryOften(
      `insert into command_receipt (command_id, account_id, subject_id, request_hash, response)
       values ($1, $2, $3, $4, $5)`,
      [identity.commandId, identity.accountId, result.subjectId, hashOf(identity.request), JSON.stringify(result)],
    );
    return result;
  }

  private async findInTx(tx: Tx, identity: CommandIdentity): Promise<RecordedResult | undefined> {
    const rows = await tx.queryOften<ReceiptRow>(
      `select command_is_taken($1) as taken, r.account_id, r.request_hash, r.response
       from (values (1)) one left join command_receipt r on r.command_id = $1`,
      [identity.commandId],
    );
    const row = rows[0];
    if (!row?.taken) return undefined;
    // Of somebody else’s receipt no more can be seen than that the key is taken.
    if (row.account_id !== identity.accountId || !row.request_hash.equals(hashOf(identity.request))) {
      throw new DomainError('idempotency.key-reused', 'conflict', {});
    }
    return row.response;
  }
}
