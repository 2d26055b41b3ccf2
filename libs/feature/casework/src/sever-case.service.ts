import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { type Decision, foldCase } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { newId } from '#libs/platform/database';
import { broughtToSevered } from './carried-over.js';
import { FileLogRepository } from './file-log.repository.js';
import { type Renumbered, movesOf } from './moves-of.js';
import { RecordCounterpart } from './record-counterpart.service.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';
import { RunCommandOnce } from './run-command-once.service.js';

/** The decision to sever a case. */
export interface Severance {
  readonly actor: Actor;
  readonly commandId: string;
  readonly caseId: string;
  readonly expectedVersion?: number;
  readonly occurredOn: Day;
  readonly decision?: Decision;
  /** Who goes to the new case. */
  readonly persons: readonly Renumbered[];
  /** The new case's number in the office's register. */
  readonly caseNumber: string;
}

/** Severs accused off a case into a new one, in one transaction. Source: Điều 170, 242 BLTTHS. */
@Injectable()
export class SeverCase {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly recordStep: RecordStep,
    private readonly counterpart: RecordCounterpart,
    private readonly log: FileLogRepository,
  ) {}

  /** @returns the case as it stands after, with the id of the new one. @throws DomainError as `RecordStep`. */
  async sever(request: Severance): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { actor, commandId, occurredOn, decision, caseId, expectedVersion } = request;
      const childId = newId();
      const moves = movesOf(commandId, request.persons);
      const order = { actor, commandId, occurredOn, kind: 'case' as const, ...(decision ? { decision } : {}) };
      await this.log.lockInTx(tx, 'case', caseId);
      const whole = foldCase(await this.log.readInTx(tx, caseId));
      const severed = await this.recordStep.recordInTx(tx, {
        ...order,
        command: 'sever',
        event: 'case-severed',
        subjectId: caseId,
        payload: { toCaseId: childId, persons: moves },
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const payload = broughtToSevered(caseId, whole, moves);
      const opening = { ...order, command: 'sever-off', fromId: caseId, officeId: actor.office.id, payload };
      const { position } = await this.counterpart.openInTx(tx, { ...opening, number: request.caseNumber }, childId);
      return { ...severed, position, childId };
    });
  }
}
