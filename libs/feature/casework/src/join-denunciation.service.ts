import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { DENUNCIATION_TRANSITIONS, type Decision, foldDenunciation } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { FileVisibility } from './file-visibility.js';
import { MarkSecrecy } from './mark-secrecy.service.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';
import { RunCommandOnce } from './run-command-once.service.js';

/** The same matter stands in another file, which is resolved in the place of this one. */
export interface Join {
  readonly actor: Actor;
  readonly commandId: string;
  readonly denunciationId: string;
  readonly expectedVersion?: number;
  readonly occurredOn: Day;
  readonly decision?: Decision;
  readonly intoId: string;
}

/** Joins a denunciation into another one of the same content. Source: Điều 12 khoản 3 TTLT 01/2017. */
@Injectable()
export class JoinDenunciation {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly recordStep: RecordStep,
    private readonly log: FileLogRepository,
    private readonly visibility: FileVisibility,
    private readonly secrecy: MarkSecrecy,
  ) {}

  /**
   * Both files stay locked until it is stored, so that two cannot be joined into each other.
   * @returns the file that ends here. @throws DomainError as `RecordStep`; `join.into-itself`, `join.into-joined`, or
   *   `join.unknown-file` for one that does not exist or that the actor may not see.
   */
  async join(request: Join): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { actor, commandId, occurredOn, decision, expectedVersion } = request;
      const [denunciationId, intoId] = [request.denunciationId.toLowerCase(), request.intoId.toLowerCase()];
      for (const id of [denunciationId, intoId].sort()) await this.log.lockInTx(tx, 'denunciation', id);
      const joined = await this.recordStep.recordInTx(tx, {
        actor,
        commandId,
        occurredOn,
        kind: 'denunciation',
        command: 'join',
        event: 'joined',
        subjectId: denunciationId,
        payload: { intoId },
        ...(decision ? { decision } : {}),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      await this.checkTarget(tx, { actor, denunciationId, intoId });
      await tx.inTask('record', () => this.secrecy.inheritInTx(tx, denunciationId, intoId));
      return joined;
    });
  }

  private async checkTarget(
    tx: Tx,
    { actor, denunciationId, intoId }: Pick<Join, 'actor' | 'denunciationId' | 'intoId'>,
  ): Promise<void> {
    const refuse = (code: string): never => {
      const article = DENUNCIATION_TRANSITIONS.find(({ command }) => command === 'join')?.article;
      throw new DomainError(code, 'rule', { article });
    };
    if (intoId === denunciationId) refuse('join.into-itself');
    const isThere = await this.log.lockInTx(tx, 'denunciation', intoId);
    if (!isThere || !(await this.visibility.seesInTx(tx, actor, intoId))) refuse('join.unknown-file');
    if (foldDenunciation(await this.log.readInTx(tx, intoId)).status === 'joined') refuse('join.into-joined');
  }
}
