import { Injectable } from '@nestjs/common';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, UnitOfWork } from '#libs/platform/database';
import { DEADLINES } from './deadline-scope.js';
import { LIMITS_CHANGED } from './keep-days-off.service.js';
import { RefreshDeadlines, type RefreshedDeadlines } from './refresh-deadlines.service.js';

const ASK = `insert into outbox (topic, subject_id)
  select distinct $1, subject_id from running_limit where office_id = any($2::int[])`;

/** An office ends on a day, not by a step of its files: nothing else asks for their limits then. */
@Injectable()
export class PassToSuccessors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: JurisdictionDirectory,
    private readonly deadlines: RefreshDeadlines,
    private readonly clock: Clock,
  ) {}

  /**
   * Reckons anew the files with limits of offices whose work another office does today, with whatever else waits; before
   * the notices of the day, because each is made once and for the office that the limit has then.
   * @returns the files and limits reckoned.
   */
  async run(): Promise<RefreshedDeadlines> {
    await this.directory.refresh();
    const ended = this.endedOfficeIds();
    await this.unitOfWork.run((tx) => tx.execute(ASK, [LIMITS_CHANGED, ended]), DEADLINES);
    return this.deadlines.refresh();
  }

  private endedOfficeIds(): number[] {
    const today = this.clock.today();
    const isPassedOn = (id: number, successorId = id): boolean => successorId !== id;
    return this.directory.current.offices.offices
      .filter((office) => isPassedOn(office.id, this.directory.successorOf(office, today)?.id))
      .map(({ id }) => id);
  }
}
