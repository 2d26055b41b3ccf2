import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type RecordedStep,
  type SubjectKind,
  correct,
  effectiveHistory,
} from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import { ActingOffices } from './acting-offices.js';
import { type CarriedOver, carriedOverBy } from './carried-over.js';
import { FileAppender } from './file-appender.js';
import { FileLogRepository } from './file-log.repository.js';
import { FoundedCases } from './founded-cases.service.js';
import type { LoggedEvent } from './logged-event.js';
import { stableJson } from './stable-json.js';

/** A correction that has been recorded: the file's log before it and after. */
export interface CorrectedFile {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly before: readonly RecordedStep[];
  readonly after: readonly RecordedStep[];
  readonly reason: string;
  readonly author: { readonly actor: Actor; readonly commandId: string };
}

/** Takes a correction on to the files that were split off, severed off or joined with what it corrects. */
@Injectable()
export class CarryCorrection {
  constructor(
    private readonly log: FileLogRepository,
    private readonly appender: FileAppender,
    private readonly offices: ActingOffices,
    private readonly founded: FoundedCases,
  ) {}

  /**
   * Corrects in every other file what it was told by this one, and in the files beyond what they were told, in the
   * transaction of the correction itself.
   * @throws DomainError `correction.breaks-other` when the law refuses what the other file would then tell: nothing of the
   *   correction is recorded; `correction.case-stands` when a case would lose the decision that it was instituted by.
   */
  async carryInTx(tx: Tx, corrected: CorrectedFile): Promise<void> {
    const { id, kind, before, after } = corrected;
    await this.founded.refuseOrphansInTx(tx, { id, before, after });
    const told = carriedOverBy(id, kind, before);
    for (const carried of carriedOverBy(id, kind, after)) {
      const former = told.find(({ otherId, event }) => otherId === carried.otherId && event === carried.event);
      const changed = former ? changedIn(former.payload, carried.payload) : [];
      if (changed.length > 0) await this.correctInTx(tx, corrected, { ...carried, changed });
    }
  }

  private async correctInTx(
    tx: Tx,
    corrected: CorrectedFile,
    { otherId, event, payload, changed }: CarriedOver & { readonly changed: readonly string[] },
  ): Promise<void> {
    await tx.inTask('record', () => this.correctAsRecordInTx(tx, corrected, { otherId, event, payload, changed }));
  }

  /** The other file may lie with an office that the author does not see. */
  private async correctAsRecordInTx(
    tx: Tx,
    corrected: CorrectedFile,
    { otherId, event, payload, changed }: CarriedOver & { readonly changed: readonly string[] },
  ): Promise<void> {
    const { id, kind, reason, author } = corrected;
    const subject = await this.log.lockInTx(tx, kind, otherId);
    const log = await this.log.readInTx(tx, otherId);
    const counterpart = effectiveHistory(log).find((one) => one.type === event && comesFrom(one, id));
    if (!subject || !counterpart) return;
    const { sequence, officeId, occurredOn, decision } = counterpart;
    const kept = Object.entries(counterpart.payload).filter(([name]) => !changed.includes(name));
    const fresh = Object.entries(payload).filter(([name]) => changed.includes(name));
    const stated = Object.fromEntries([...kept, ...fresh]);
    const replacement = { event, payload: stated, occurredOn, officeId, ...(decision ? { decision } : {}) };
    const correction = { sequence, reason, officeId, replacement };
    const next = this.judge(kind, log, correction, subject.number);
    await this.appender.appendInTx(tx, { subject, log, event: next, author });
    await this.carryInTx(tx, { ...corrected, id: otherId, before: log, after: [...log, next], reason });
  }

  private judge(
    kind: SubjectKind,
    log: readonly LoggedEvent[],
    correction: Parameters<typeof correct>[2],
    number: string,
  ): RecordedStep {
    const setting = this.offices.setting();
    try {
      return kind === 'denunciation'
        ? correct(DENUNCIATION_LIFECYCLE, log, correction, setting)
        : correct(CASE_LIFECYCLE, log, correction, setting);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('correction.breaks-other', 'rule', { ...error.facts, number, refused: error.code });
    }
  }
}

const changedIn = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => stableJson(before[name]) !== stableJson(after[name]),
  );

const comesFrom = ({ payload }: RecordedStep, id: string): boolean =>
  [payload.parentId, payload.parentCaseId, payload.fromCaseId].includes(id);
