import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import type { Decision, Offence } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { UnitOfWork, newId } from '#libs/platform/database';
import { OutboxWakeUp } from '#libs/platform/queue';
import { CommandReceipts } from './command-receipts.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';

/** The decision to institute a case on a denunciation. */
export interface Institution {
  readonly actor: Actor;
  readonly commandId: string;
  readonly denunciationId: string;
  readonly expectedVersion?: number;
  readonly occurredOn: Day;
  readonly decision?: Decision;
  readonly offence: Offence;
  /** The case's number in the office's register. */
  readonly caseNumber: string;
  readonly placeId?: number;
}

/** Ends a denunciation and begins a case, in one transaction. Source: Điều 147 khoản 1 điểm a, 153, 154 BLTTHS. */
@Injectable()
export class InstituteCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordStep: RecordStep,
    private readonly receipts: CommandReceipts,
    private readonly wakeUp: OutboxWakeUp,
  ) {}

  /** @returns the denunciation as it stands after, with the id of the new case. @throws DomainError as `RecordStep`. */
  async institute(request: Institution): Promise<RecordedResult> {
    const { actor, ...asked } = request;
    const identity = { commandId: request.commandId, accountId: actor.accountId, request: asked };
    const result = await this.unitOfWork.run((tx) =>
      this.receipts.onceInTx(tx, identity, async () => {
        const caseId = newId();
        const common = {
          actor,
          commandId: request.commandId,
          occurredOn: request.occurredOn,
          command: 'institute',
          ...(request.decision ? { decision: request.decision } : {}),
        };
        const { denunciationId: subjectId, expectedVersion } = request;
        const resolved = await this.recordStep.recordInTx(tx, {
          ...common,
          kind: 'denunciation',
          subjectId,
          payload: { caseId },
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        });
        const payload = { offence: request.offence, denunciationIds: [subjectId], placeId: request.placeId };
        await this.recordStep.openInTx(tx, { ...common, kind: 'case', number: request.caseNumber, payload }, caseId);
        return { ...resolved, caseId };
      }),
    );
    await this.wakeUp.wake('file-changed');
    return result;
  }
}
