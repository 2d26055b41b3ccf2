import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type RecordedStep, effectiveHistory, foldCase, statusOfCase } from '#libs/domain/procedure';
import type { Tx } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';

/** A denunciation's log before and after its correction. */
interface CorrectedOrigin {
  readonly id: string;
  readonly before: readonly RecordedStep[];
  readonly after: readonly RecordedStep[];
}

const FOUNDING: readonly string[] = ['instituted', 'decline-overruled'];

const foundedBy = (log: readonly RecordedStep[]): readonly unknown[] =>
  effectiveHistory(log)
    .filter(({ type }) => FOUNDING.includes(type))
    .map(({ payload }) => payload.caseId);

/** The cases that a denunciation founded, while it is corrected. */
@Injectable()
export class FoundedCases {
  constructor(private readonly log: FileLogRepository) {}

  /**
   * A decision to institute is withdrawn only when no case stands on it: one whose own institution was cancelled
   * (Điều 158 khoản 1, 161 khoản 1 điểm b BLTTHS), or that names other denunciations by a correction of its own.
   * @throws DomainError `correction.case-stands` with the case's number.
   */
  async refuseOrphansInTx(tx: Tx, { id, before, after }: CorrectedOrigin): Promise<void> {
    const kept = foundedBy(after);
    const dropped = foundedBy(before).filter((caseId): caseId is string => typeof caseId === 'string');
    // The case may lie with an office that the author does not see.
    await tx.inTask('record', () =>
      this.refuseStandingInTx(
        tx,
        id,
        dropped.filter((caseId) => !kept.includes(caseId)),
      ),
    );
  }

  private async refuseStandingInTx(tx: Tx, id: string, caseIds: readonly string[]): Promise<void> {
    for (const caseId of caseIds) {
      const subject = await this.log.lockInTx(tx, 'case', caseId);
      if (!subject) continue;
      const file = foldCase(await this.log.readInTx(tx, caseId));
      if (statusOfCase(file) === 'institution-cancelled' || !file.denunciationIds.includes(id)) continue;
      throw new DomainError('correction.case-stands', 'rule', { number: subject.number });
    }
  }
}
