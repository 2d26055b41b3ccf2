import { Injectable } from '@nestjs/common';
import { type Actor, filesSeenBy } from '#libs/feature/access';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { OutboxWakeUp } from '#libs/platform/queue';
import { CommandReceipts } from './command-receipts.js';
import type { RecordedResult } from './recorded-result.js';
import { FILE_TOPICS } from './file-topics.js';

/** Runs a command in one transaction, once per key, and wakes the background work after it is stored. */
@Injectable()
export class RunCommandOnce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: CommandReceipts,
    private readonly wakeUp: OutboxWakeUp,
  ) {}

  /**
   * @param request everything that was asked; a second request under the same key must ask for the same.
   * @returns what `work` returned, or the first answer of a repeated request.
   * @throws DomainError `idempotency.key-reused`, or what `work` throws: then nothing is stored.
   */
  async run(
    request: { readonly actor: Actor; readonly commandId: string },
    work: (tx: Tx) => Promise<RecordedResult>,
  ): Promise<RecordedResult> {
    const { actor, ...asked } = request;
    const identity = { commandId: request.commandId, accountId: actor.accountId, request: asked };
    const result = await this.unitOfWork.run(
      (tx) => this.receipts.onceInTx(tx, identity, () => work(tx)),
      filesSeenBy(actor),
    );
    for (const topic of FILE_TOPICS) this.wakeUp.wake(topic);
    return result;
  }
}
