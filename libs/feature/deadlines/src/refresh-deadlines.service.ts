import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type WorkingCalendar, runningLimitsOf } from '#libs/domain/procedure';
import { FileLogRepository, type LoggedEvent, WorkingDays } from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';
import { DEADLINES } from './deadline-scope.js';
import { type RunningLimit, RunningLimitRepository, type WaitingFile } from './running-limit.repository.js';

/** What a refresh did: files looked at, limits that run on them. */
export interface RefreshedDeadlines {
  readonly files: number;
  readonly limits: number;
}

/** Where API and worker are one process, requests wait for no more than these. */
const FILES_PER_TURN = 25;

/** Keeps the limits that run equal to what the log says: each file that changed is reckoned anew. */
@Injectable()
export class RefreshDeadlines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: FileLogRepository,
    private readonly running: RunningLimitRepository,
    private readonly workingDays: WorkingDays,
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
  ) {}

  /** Reckons every file that waits in the outbox. @param batch outbox rows in one transaction. */
  async refresh(batch = 500): Promise<RefreshedDeadlines> {
    let [files, limits] = [0, 0];
    for (;;) {
      const done = await this.unitOfWork.run((tx) => this.refreshBatch(tx, batch), DEADLINES);
      if (done.files === 0) return { files, limits };
      files += done.files;
      limits += done.limits;
    }
  }

  private async refreshBatch(tx: Tx, batch: number): Promise<RefreshedDeadlines> {
    const waiting = await this.running.takeInTx(tx, batch);
    if (waiting.length === 0) return { files: 0, limits: 0 };
    const ids = waiting.map(({ id }) => id);
    const calendar = await this.workingDays.calendarInTx(tx);
    const logs = await this.log.readManyInTx(tx, ids);
    const limits: RunningLimit[] = [];
    for (const [index, file] of waiting.entries()) {
      if (index % FILES_PER_TURN === 0) await othersTurn();
      limits.push(...this.runningOf(file, logs.get(file.id) ?? [], calendar));
    }
    await this.running.replaceInTx(tx, ids, limits);
    return { files: ids.length, limits: limits.length };
  }

  private runningOf(file: WaitingFile, log: readonly LoggedEvent[], { isDayOff }: WorkingCalendar): RunningLimit[] {
    const agencyOf = (officeId: number) => this.directory.findOffice(officeId)?.agency;
    return runningLimitsOf(file.kind, log, { agencyOf, isDayOff, today: this.clock.today() }).map((limit) => {
      const officeId = this.officeOf(file, limit);
      const isHolders = officeId === this.officeToday(file.holderOfficeId) && file.assigneeId !== null;
      return { subjectId: file.id, officeId, limit, ...(isHolders ? { assigneeId: file.assigneeId } : {}) };
    });
  }

  /** What an office that has ended left undone is its successor's. */
  private officeOf(
    file: WaitingFile,
    { whose, actorOfficeId }: Pick<RunningLimit['limit'], 'whose' | 'actorOfficeId'>,
  ): number {
    if (whose === 'supervisor') return this.supervisorOf(file);
    return this.officeToday(whose === 'actor' ? actorOfficeId : file.holderOfficeId);
  }

  private officeToday(officeId: number): number {
    const office = this.directory.office(officeId);
    return (this.directory.successorOf(office, this.clock.today()) ?? office).id;
  }

  private supervisorOf(file: WaitingFile): number {
    const { territoryId } = this.directory.office(file.holderOfficeId);
    const supervising = this.directory
      .officesCovering(file.placeId ?? territoryId, this.clock.today())
      .find(({ agency }) => agency === 'procuracy');
    return supervising?.id ?? this.officeToday(file.holderOfficeId);
  }
}
