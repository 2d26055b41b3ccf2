import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type Command,
  type Correction,
  DENUNCIATION_LIFECYCLE,
  type Decision,
  type DenunciationFile,
  type Step,
  type SubjectKind,
  type Transition,
  correct,
  decide,
  possibleNow,
} from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { type Tx, newId } from '#libs/platform/database';
import { ActingOffices } from './acting-offices.js';
import { CarryCorrection } from './carry-correction.service.js';
import { FileAppender } from './file-appender.js';
import { FileLogRepository } from './file-log.repository.js';
import { foldFile, statusOfFile } from './file-projection.js';
import { FileVisibility } from './file-visibility.js';
import type { LoggedEvent, Subject } from './logged-event.js';
import type { RecordedResult } from './recorded-result.js';
import { refuseOtherFile } from './refuse-other-file.js';
import { RunCommandOnce } from './run-command-once.service.js';

/** One step as somebody wants it recorded. */
export interface StepRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly kind: SubjectKind;
  readonly command: string;
  /** The event that must follow; a command such as `suspend` records another one in each stage. */
  readonly event?: string;
  readonly occurredOn: Day;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly decision?: Decision;
}

/** A step of a file that exists. `expectedVersion`: the version that the user saw. */
export interface ExistingFile {
  readonly subjectId: string;
  readonly expectedVersion?: number;
}

/** A step that opens a file: its number in the office's register. */
export interface NewFile {
  readonly number: string;
}

/** The one write path: lock, fold, decide, append, project, outbox — one transaction. */
@Injectable()
export class RecordStep {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly log: FileLogRepository,
    private readonly appender: FileAppender,
    private readonly visibility: FileVisibility,
    private readonly offices: ActingOffices,
    private readonly others: CarryCorrection,
  ) {}

  /**
   * Records a step of an existing file.
   * @throws DomainError `file.not-found` (also for files the actor may not see), `file.changed-meanwhile` (conflict)
   *   with the file as it now is, or what `decide` refuses with.
   */
  async record(request: StepRequest & ExistingFile): Promise<RecordedResult> {
    return this.runner.run(request, (tx) => this.recordInTx(tx, request));
  }

  /** Opens a file by its first step (receive, institute, carry over). @throws DomainError as `record`, or `file.number-taken`. */
  async open(request: StepRequest & NewFile): Promise<RecordedResult> {
    return this.runner.run(request, (tx) => this.openInTx(tx, request, newId()));
  }

  /**
   * Corrects or withdraws an event of a file, and what other files were told by it.
   * @throws DomainError as `record`, or what `correct`, `refuseOtherFile` or `CarryCorrection` refuse with.
   */
  async correct(
    request: Omit<StepRequest, 'command' | 'occurredOn' | 'payload'> & ExistingFile & { correction: Correction },
  ): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { subject, log, file } = await this.openFile(tx, request);
      const setting = this.offices.setting();
      this.offices.checkReferences(request.kind, request.correction.replacement);
      const inPlaceOf = (officeId: number): boolean => this.offices.isSucceededBy(request.actor, officeId);
      const correction = { ...request.correction, inPlaceOf };
      const event =
        request.kind === 'denunciation'
          ? correct(DENUNCIATION_LIFECYCLE, log, correction, setting)
          : correct(CASE_LIFECYCLE, log, correction, setting);
      refuseOtherFile(log, request.correction);
      const former = log.find(({ sequence }) => sequence === correction.sequence);
      await this.offices.checkStatedInTx(tx, event, { placeId: file.placeId, former });
      const { id, kind } = subject;
      const { reason } = correction;
      const corrected = { id, kind, before: log, after: [...log, event], reason, author: request };
      const recorded = await this.appender.appendInTx(tx, { subject, log, event, author: request });
      await this.others.carryInTx(tx, corrected);
      return recorded;
    });
  }

  /** As `record`, inside the caller's transaction and idempotency. */
  async recordInTx(tx: Tx, request: StepRequest & ExistingFile): Promise<RecordedResult> {
    const { subject, log, file } = await this.openFile(tx, request);
    const step = this.decideStep(file, request);
    await this.offices.checkStatedInTx(tx, step, { placeId: file.placeId });
    const event = { ...step, sequence: subject.version + 1, recordedOn: this.offices.setting().today };
    return this.appender.appendInTx(tx, { subject, log, event, author: request });
  }

  /** As `open`, inside the caller's transaction and idempotency. */
  async openInTx(tx: Tx, request: StepRequest & NewFile, subjectId: string): Promise<RecordedResult> {
    const nothing = request.kind === 'denunciation' ? DENUNCIATION_LIFECYCLE.nothing : CASE_LIFECYCLE.nothing;
    const step = this.decideStep(nothing, request);
    const { placeId } = step.payload as { placeId?: number };
    const { id: officeId } = request.actor.office;
    const subject: Subject = {
      id: subjectId,
      kind: request.kind,
      number: request.number,
      officeId,
      version: 0,
      ...(placeId === undefined ? {} : { placeId }),
    };
    const event = { ...step, sequence: 1, recordedOn: this.offices.setting().today };
    return this.appender.appendInTx(tx, { subject, log: [], event, author: request });
  }

  private async openFile(
    tx: Tx,
    request: { actor: Actor; kind: SubjectKind } & ExistingFile,
  ): Promise<{ subject: Subject; log: LoggedEvent[]; file: DenunciationFile | CaseFile }> {
    const subject = await this.log.lockInTx(tx, request.kind, request.subjectId);
    if (!subject || !(await this.visibility.seesInTx(tx, request.actor, subject.id))) {
      throw new DomainError('file.not-found', 'not-found', {});
    }
    const log = await this.log.readInTx(tx, subject.id);
    const file = foldFile(request.kind, log);
    if (request.expectedVersion !== undefined && request.expectedVersion !== subject.version) {
      throw new DomainError('file.changed-meanwhile', 'conflict', {
        version: subject.version,
        status: statusOfFile(file),
        possible: possibleSteps(file),
      });
    }
    return { subject, log, file };
  }

  private decideStep(file: DenunciationFile | CaseFile, request: StepRequest): Step {
    refuseOtherStage(file, request);
    const setting = this.offices.settingFor(request.actor, file);
    this.offices.checkReferences(file.life, { event: rowsOf(file.life, request)[0]?.event, payload: request.payload });
    const command: Command = {
      name: request.command,
      occurredOn: request.occurredOn,
      officeId: request.actor.office.id,
      payload: request.payload,
      ...(request.decision ? { decision: request.decision } : {}),
    };
    return file.life === 'denunciation'
      ? decide(DENUNCIATION_LIFECYCLE, file, command, setting)
      : decide(CASE_LIFECYCLE, file, command, setting);
  }
}

const refuseOtherStage = (file: DenunciationFile | CaseFile, { command, event }: StepRequest): void => {
  const status = statusOfFile(file);
  const rows = rowsOf(file.life, { command, event });
  if (rows.some((row) => row.from.some((from) => from === status))) return;
  const possible = possibleSteps(file);
  throw new DomainError('step.not-possible', 'rule', { command, status, article: rows[0]?.article, possible });
};

const rowsOf = (
  kind: SubjectKind,
  { command, event }: Pick<StepRequest, 'command' | 'event'>,
): readonly Transition[] => {
  const life = kind === 'denunciation' ? DENUNCIATION_LIFECYCLE : CASE_LIFECYCLE;
  return life.transitions.filter((row) => row.command === command && (event === undefined || row.event === event));
};

const possibleSteps = (file: DenunciationFile | CaseFile): string[] =>
  file.life === 'denunciation' ? possibleNow(DENUNCIATION_LIFECYCLE, file) : possibleNow(CASE_LIFECYCLE, file);
