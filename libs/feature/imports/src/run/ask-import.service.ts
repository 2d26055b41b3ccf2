import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type Actor, scopeOf } from '#libs/feature/access';
import { UnitOfWork, newId } from '#libs/platform/database';
import { OutboxWakeUp } from '#libs/platform/queue';
import { IMPORT_REQUESTED, ImportRunRepository } from './import-run.repository.js';
import type { ImportRun } from './import-run.js';
import { RegisterInspection } from './register-inspection.service.js';

/** A file as somebody uploads it. */
export interface Upload {
  readonly commandId: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly dryRun: boolean;
}

/** Asks for imports and tells how far they have come, within what the actor may see. */
@Injectable()
export class AskImport {
  constructor(
    private readonly runs: ImportRunRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly wakeUp: OutboxWakeUp,
    private readonly inspection: RegisterInspection,
  ) {}

  /**
   * Takes a file whose header can be read; the rows are judged in the background.
   * @returns the id of the import. @throws DomainError `file.*`, `idempotency.key-reused`.
   */
  async ask(actor: Actor, { commandId, fileName, content, dryRun }: Upload): Promise<string> {
    const extension = /\.(csv|xlsx)$/i.exec(fileName)?.[1]?.toLowerCase();
    if (extension !== 'csv' && extension !== 'xlsx') {
      throw new DomainError('file.kind_unsupported', 'malformed', {
        extension: /\.\w{1,8}$/.exec(fileName)?.[0] ?? '',
      });
    }
    await this.inspection.inspect(content, extension);
    const asked = {
      ...{ id: newId(), commandId, accountId: actor.accountId, officeId: actor.office.id },
      ...({ scope: actor.visibleOfficeIds, dryRun, format: extension, content } as const),
    };
    const id = await this.unitOfWork.run((tx) => this.runs.askInTx(tx, asked), scopeOf(actor));
    this.wakeUp.wake(IMPORT_REQUESTED);
    return id;
  }

  /** @throws DomainError `import.not-found`: there is none, or it is not the actor's to see. */
  async get(actor: Actor, id: string): Promise<ImportRun> {
    const run = await this.runs.find(id, scopeOf(actor));
    if (run && (run.accountId === actor.accountId || actor.visibleOfficeIds.has(run.officeId))) return run;
    throw new DomainError('import.not-found', 'not-found', {});
  }
}
