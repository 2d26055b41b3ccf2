import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { type Decision, type Offence, foldDenunciation } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { type Tx, newId } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { MarkSecrecy } from './mark-secrecy.service.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';
import { RunCommandOnce } from './run-command-once.service.js';
import { plain } from './plain-value.js';

/** The decision to institute a case on a denunciation: whoever resolves takes it, or the procuracy that overrules. */
export interface Institution {
  readonly command: 'institute' | 'overrule-decline';
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
  /** When it was committed; the denunciation's day when absent. */
  readonly committedOn?: Day;
  readonly communeInvestigator?: boolean;
  readonly inFlagrante?: boolean;
}

const EVENT = { institute: 'instituted', 'overrule-decline': 'decline-overruled' } as const;

/**
 * Ends a denunciation and begins a case at the office that decides, in one transaction.
 * Source: Điều 147 khoản 1 điểm a, 153, 154, 161 khoản 1 điểm b BLTTHS.
 */
@Injectable()
export class InstituteCase {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly recordStep: RecordStep,
    private readonly log: FileLogRepository,
    private readonly secrecy: MarkSecrecy,
  ) {}

  /** @returns the denunciation as it stands after, with the id of the new case. @throws DomainError as `RecordStep`. */
  async institute(request: Institution): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { actor, commandId, occurredOn, decision, denunciationId, expectedVersion, command } = request;
      const caseId = newId();
      const order = { actor, commandId, occurredOn, ...(decision ? { decision } : {}) };
      const resolved = await this.recordStep.recordInTx(tx, {
        ...order,
        kind: 'denunciation',
        command,
        event: EVENT[command],
        subjectId: denunciationId,
        payload: { caseId },
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const payload = await this.openingOf(tx, request);
      const opening = { ...order, kind: 'case' as const, command: 'institute', number: request.caseNumber, payload };
      const { position } = await this.recordStep.openInTx(tx, opening, caseId);
      await tx.inTask('record', () => this.secrecy.inheritInTx(tx, denunciationId, caseId));
      return { ...resolved, position, caseId };
    });
  }

  private async openingOf(tx: Tx, request: Institution): Promise<Record<string, unknown>> {
    const { denunciationId, offence, communeInvestigator, inFlagrante } = request;
    const told = foldDenunciation(await this.log.readInTx(tx, denunciationId));
    const { placeId = told.placeId, committedOn = told.committedOn } = request;
    const stated = {
      offence,
      denunciationIds: [denunciationId],
      placeId,
      committedOn,
      communeInvestigator,
      inFlagrante,
    };
    return plain(stated);
  }
}
