import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { LedgerRow } from '#libs/domain/performance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import type { Tx } from '#libs/platform/database';
import { type FileBooking, type Statement, appending, bookingAt, rewriting } from './append-statement.js';
import type { FileProjection } from './file-projection.js';
import type { NewEvent, Subject } from './logged-event.js';

/** When we learned of movements and how they are booked. */
export interface Booking {
  readonly recordedOn: string;
  readonly rows: readonly LedgerRow[];
}

/** An event about to be appended, its file as it stood before, and the projection after. */
export interface FileStep {
  readonly subject: Subject;
  readonly event: NewEvent;
  readonly projection: FileProjection;
}

/** Writes the log and what is derived from it in one statement: event, state, entries, ledger, outbox. */
@Injectable()
export class FileProjectionRepository {
  constructor(private readonly directory: JurisdictionDirectory) {}

  /**
   * Appends an event with everything that follows from it; a subject of version 0 is registered by it.
   * @returns the global position of the event.
   * @throws DomainError `file.number-taken` (conflict): the number is unique in the office's register;
   *   `defendant.of-another-case`.
   */
  async appendInTx(tx: Tx, step: FileStep, booking: Booking): Promise<number> {
    const position = await this.writeInTx(tx, step.projection, appending(step, this.placed(booking)));
    if (position !== undefined) return position;
    throw new DomainError('file.number-taken', 'conflict', { number: step.subject.number });
  }

  /**
   * Writes the state, defendants and docket entries of one file anew.
   * @throws DomainError `defendant.of-another-case`.
   */
  async saveInTx(tx: Tx, subject: Subject, projection: FileProjection, position: number): Promise<void> {
    await this.writeInTx(tx, projection, rewriting(subject, projection, position));
  }

  /** Books ledger rows and leaves word in the outbox, so that figures and limits follow. */
  async bookInTx(tx: Tx, subject: Subject, { position, ...booking }: Booking & { position: number }): Promise<void> {
    const { text, values } = bookingAt(subject, this.placed(booking), position);
    await tx.queryOften(text, values);
  }

  private async writeInTx(
    tx: Tx,
    { defendants }: FileProjection,
    { text, values }: Statement,
  ): Promise<number | undefined> {
    const [written] = await tx.queryOften<{ position: number; persons: number }>(text, values);
    if (written && written.persons < defendants.length) throw new DomainError('defendant.of-another-case', 'rule', {});
    return written?.position;
  }

  private placed({ recordedOn, rows }: Booking): FileBooking {
    const placed = rows.map((row) => ({ ...row, territoryId: this.directory.office(row.officeId).territoryId }));
    return { recordedOn, rows: placed };
  }
}
