import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { bookings, movementsOfLog } from '#libs/domain/performance';
import type { RecordedStep } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import { projectLog } from './file-projection.js';
import { FileProjectionRepository } from './file-projection.repository.js';
import type { LoggedEvent, Subject } from './logged-event.js';
import type { RecordedResult } from './recorded-result.js';

/** An event decided on, and the file it belongs to. */
export interface Append {
  readonly subject: Subject;
  readonly log: readonly LoggedEvent[];
  readonly event: RecordedStep;
  readonly author: { readonly actor: Actor; readonly commandId: string };
}

/** Appends an event with everything that follows from it, in the caller's transaction. */
@Injectable()
export class FileAppender {
  constructor(private readonly projections: FileProjectionRepository) {}

  /**
   * Appends to a file, or registers it when its version is 0.
   * @returns the file as it stands after the event.
   * @throws DomainError `file.number-taken`, `defendant.of-another-case`, `case.unknown-denunciation`; Error when the
   *   history would lose its opening.
   */
  async appendInTx(tx: Tx, { subject, log, event, author }: Append): Promise<RecordedResult> {
    const projection = projectLog(subject.kind, [...log, event]);
    const rows = bookings(movementsOfLog(subject.kind, log), projection.movements);
    const authored = { ...event, recordedBy: author.actor.accountId, commandId: author.commandId };
    const { recordedOn } = event;
    const step = { subject, event: authored, projection };
    const position = await this.projections.appendInTx(tx, step, { recordedOn, rows });
    // A correction may put an opening in the place of another that named other denunciations, or none.
    const mayLink = event.payload.denunciationIds !== undefined || event.replaces !== undefined;
    if (mayLink && projection.file.life === 'case') {
      await this.linkInTx(tx, subject.id, projection.file.denunciationIds);
    }
    return {
      subjectId: subject.id,
      kind: subject.kind,
      number: subject.number,
      version: event.sequence,
      status: projection.status,
      position,
    };
  }

  private async linkInTx(tx: Tx, caseId: string, denunciationIds: readonly string[]): Promise<void> {
    await tx.query('delete from case_origin where case_id = $1 and denunciation_id <> all($2::uuid[])', [
      caseId,
      denunciationIds,
    ]);
    if (denunciationIds.length === 0) return;
    const rows = await tx.query<{ id: string }>(
      `select id from subject where kind = 'denunciation' and id = any($1::uuid[])`,
      [denunciationIds],
    );
    if (rows.length < denunciationIds.length) throw new DomainError('case.unknown-denunciation', 'rule', {});
    await tx.query(
      `insert into case_origin (case_id, denunciation_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
      [caseId, denunciationIds],
    );
  }
}
