import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { type Decision, foldDenunciation } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { newId } from '#libs/platform/database';
import { broughtToPart } from './carried-over.js';
import { FileLogRepository } from './file-log.repository.js';
import { RecordCounterpart } from './record-counterpart.service.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';
import { RunCommandOnce } from './run-command-once.service.js';
import { plain } from './plain-value.js';

/** A part that another unit is to resolve, or the same one by itself. */
export interface Split {
  readonly actor: Actor;
  readonly commandId: string;
  readonly denunciationId: string;
  readonly expectedVersion?: number;
  readonly occurredOn: Day;
  readonly decision?: Decision;
  /** The part's number in the register of the office that splits. */
  readonly childNumber: string;
  /** The office that gets the part; the one that splits when absent. */
  readonly toOfficeId?: number;
  /** Where the part happened; the place of the whole when absent. */
  readonly placeId?: number;
}

/** Splits a part off a denunciation and opens its file, in one transaction. Source: Điều 12 khoản 1 TTLT 01/2017. */
@Injectable()
export class SplitDenunciation {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly recordStep: RecordStep,
    private readonly counterpart: RecordCounterpart,
    private readonly log: FileLogRepository,
  ) {}

  /** @returns the whole as it stands after, with the id of the part. @throws DomainError as `RecordStep`. */
  async split(request: Split): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { actor, commandId, occurredOn, decision, denunciationId, expectedVersion, toOfficeId } = request;
      const childId = newId();
      const order = { actor, commandId, occurredOn, kind: 'denunciation' as const, ...(decision ? { decision } : {}) };
      const whole = await this.recordStep.recordInTx(tx, {
        ...order,
        command: 'split',
        event: 'split',
        subjectId: denunciationId,
        payload: plain({ childId, toOfficeId }),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const file = foldDenunciation(await this.log.readInTx(tx, denunciationId));
      const { position } = await this.counterpart.openInTx(
        tx,
        {
          ...order,
          command: 'split-off',
          fromId: denunciationId,
          number: request.childNumber,
          officeId: toOfficeId ?? actor.office.id,
          payload: broughtToPart(denunciationId, file, request.placeId),
        },
        childId,
      );
      return { ...whole, position, childId };
    });
  }
}
