import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type Command,
  DENUNCIATION_LIFECYCLE,
  type Decision,
  type DenunciationFile,
  type Step,
  type SubjectKind,
  type Transition,
  decide,
} from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import { ActingOffices } from './acting-offices.js';
import { FileAppender } from './file-appender.js';
import { FileLogRepository } from './file-log.repository.js';
import { foldFile } from './file-projection.js';
import type { Subject } from './logged-event.js';
import { MarkSecrecy } from './mark-secrecy.service.js';
import type { RecordedResult } from './recorded-result.js';

/** What the system records in another file because of a step that the actor takes. */
export interface Counterpart {
  readonly actor: Actor;
  readonly commandId: string;
  readonly kind: SubjectKind;
  readonly command: string;
  /** The file whose step brings it about; the other one is at least as secret. */
  readonly fromId: string;
  readonly occurredOn: Day;
  /** The office that has the other file. */
  readonly officeId: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly decision?: Decision;
}

/**
 * Records what the law's tables leave to the system, in the transaction of the step that brings it about. Known within
 * casework only: no route and no other feature reaches it.
 */
@Injectable()
export class RecordCounterpart {
  constructor(
    private readonly log: FileLogRepository,
    private readonly appender: FileAppender,
    private readonly offices: ActingOffices,
    private readonly secrecy: MarkSecrecy,
  ) {}

  /**
   * Opens a file for the office. @param request with its number in the actor's register.
   * @throws DomainError `file.number-taken`, or what `decide` refuses with; Error when the step is somebody's own.
   */
  async openInTx(
    tx: Tx,
    request: Counterpart & { readonly number: string },
    subjectId: string,
  ): Promise<RecordedResult> {
    const { kind, number, actor } = request;
    const nothing = kind === 'denunciation' ? DENUNCIATION_LIFECYCLE.nothing : CASE_LIFECYCLE.nothing;
    const step = this.decideStep(nothing, request);
    const { placeId } = step.payload as { placeId?: number };
    const place = placeId === undefined ? {} : { placeId };
    const subject: Subject = { id: subjectId, kind, number, officeId: actor.office.id, version: 0, ...place };
    const event = { ...step, sequence: 1, recordedOn: this.offices.setting().today };
    return this.appendInTx(tx, request, { subject, log: [], event });
  }

  /** Records a step of a file that the caller has locked. @throws what `decide` refuses with, or Error as `openInTx`. */
  async recordInTx(tx: Tx, request: Counterpart, subject: Subject): Promise<RecordedResult> {
    const log = await this.log.readInTx(tx, subject.id);
    const step = this.decideStep(foldFile(request.kind, log), request);
    const event = { ...step, sequence: subject.version + 1, recordedOn: this.offices.setting().today };
    return this.appendInTx(tx, request, { subject, log, event });
  }

  private async appendInTx(
    tx: Tx,
    request: Counterpart,
    entry: Omit<Parameters<FileAppender['appendInTx']>[1], 'author'>,
  ): Promise<RecordedResult> {
    return tx.inTask('record', async () => {
      const result = await this.appender.appendInTx(tx, { ...entry, author: request });
      await this.secrecy.inheritInTx(tx, request.fromId, entry.subject.id);
      return result;
    });
  }

  private decideStep(file: DenunciationFile | CaseFile, request: Counterpart): Step {
    const { kind, command: name, occurredOn, officeId, payload, decision } = request;
    const { event } = systemRowOf(kind, name);
    this.offices.checkReferences(kind, { event, payload });
    const command: Command = { name, occurredOn, officeId, payload, ...(decision ? { decision } : {}) };
    const setting = this.offices.setting();
    return file.life === 'denunciation'
      ? decide(DENUNCIATION_LIFECYCLE, file, command, setting)
      : decide(CASE_LIFECYCLE, file, command, setting);
  }
}

const systemRowOf = (kind: SubjectKind, command: string): Transition => {
  const life = kind === 'denunciation' ? DENUNCIATION_LIFECYCLE : CASE_LIFECYCLE;
  const rows: readonly Transition[] = life.transitions.filter((row) => row.command === command);
  const [row] = rows;
  if (!row || rows.some(({ actor }) => actor !== 'system')) throw new Error(`not a step of the system: ${command}`);
  return row;
};
