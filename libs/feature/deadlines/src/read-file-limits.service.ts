import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type FileLimit, type SubjectKind, limitsOf } from '#libs/domain/procedure';
import { type Actor, filesSeenBy } from '#libs/feature/access';
import { FileLogRepository, ReadCaseFile, WorkingDays } from '#libs/feature/casework';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Database, type RowScope } from '#libs/platform/database';
import { DEADLINES } from './deadline-scope.js';

/** Every limit of one file, past and running, each with its reckoning. */
@Injectable()
export class ReadFileLimits {
  constructor(
    private readonly files: ReadCaseFile,
    private readonly log: FileLogRepository,
    private readonly workingDays: WorkingDays,
    private readonly directory: JurisdictionDirectory,
    private readonly database: Database,
  ) {}

  /** @throws DomainError `file.not-found`, the same for a file that is not there and one the actor may not see. */
  async read(actor: Actor, kind: SubjectKind, subjectId: string): Promise<FileLimit[]> {
    await this.files.read(actor, kind, subjectId);
    return this.readAs(kind, subjectId, filesSeenBy(actor));
  }

  /** As `read`, for the command line, which sees every file. @throws DomainError `file.not-found`. */
  async readAny(kind: SubjectKind, subjectId: string): Promise<FileLimit[]> {
    return this.readAs(kind, subjectId, DEADLINES);
  }

  /**
   * As `readAny`, by the number in the register of an office: which one must be said when several use the number.
   * @throws DomainError `file.not-found`; `file.number-of-several` with the codes of the offices.
   */
  async readNumbered(kind: SubjectKind, number: string, officeId?: number): Promise<FileLimit[]> {
    const found = await this.database.query<{ id: string; officeId: number }>(
      `select id, office_id as "officeId" from subject
       where kind = $1 and number = $2 and ($3::int is null or office_id = $3) order by office_id`,
      [kind, number, officeId ?? null],
      DEADLINES,
    );
    const [first, ...others] = found;
    if (!first) throw new DomainError('file.not-found', 'not-found', {});
    if (others.length > 0) {
      const offices = found.map((one) => this.directory.office(one.officeId).code);
      throw new DomainError('file.number-of-several', 'conflict', { number, offices: offices.join(', ') });
    }
    return this.readAs(kind, first.id, DEADLINES);
  }

  private async readAs(kind: SubjectKind, subjectId: string, scope: RowScope): Promise<FileLimit[]> {
    const log = await this.log.read(subjectId, scope);
    if (log.length === 0) throw new DomainError('file.not-found', 'not-found', {});
    const { isDayOff } = this.workingDays.calendar;
    return limitsOf(kind, log, { isDayOff, agencyOf: (officeId) => this.directory.findOffice(officeId)?.agency });
  }
}
