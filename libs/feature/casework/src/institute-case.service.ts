import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import type { Decision, Offence } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { newId } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';
import { RunCommandOnce } from './run-command-once.service.js';

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
  /** Where it happened; the denunciation's place when absent. */
  readonly placeId?: number;
}

/** Ends a denunciation and begins a case, in one transaction. Source: Điều 147 khoản 1 điểm a, 153, 154 BLTTHS. */
@Injectable()
export class InstituteCase {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly recordStep: RecordStep,
    private readonly log: FileLogRepository,
  ) {}

  /** @returns the denunciation as it stands after, with the id of the new case. @throws DomainError as `RecordStep`. */
  async institute(request: Institution): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { actor, commandId, occurredOn, decision, denunciationId, expectedVersion } = request;
      const caseId = newId();
      const order = { actor, commandId, occurredOn, command: 'institute', ...(decision ? { decision } : {}) };
      const resolved = await this.recordStep.recordInTx(tx, {
        ...order,
        kind: 'denunciation',
        subjectId: denunciationId,
        payload: { caseId },
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const { offence } = request;
      const placeId = request.placeId ?? (await this.log.lockInTx(tx, 'denunciation', denunciationId))?.placeId;
      const payload = { offence, denunciationIds: [denunciationId], ...(placeId === undefined ? {} : { placeId }) };
      const opening = { ...order, kind: 'case' as const, number: request.caseNumber, payload };
      const { position } = await this.recordStep.openInTx(tx, opening, caseId);
      return { ...resolved, position, caseId };
    });
  }
}
