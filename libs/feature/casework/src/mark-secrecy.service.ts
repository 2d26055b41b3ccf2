import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import { type Actor, SECRECY_MARKS, type SecrecyMark, degreeOf, filesSeenBy, markOf } from '#libs/feature/access';
import { Clock, Database, type RowScope, type Tx, UnitOfWork } from '#libs/platform/database';
import { FileLogRepository } from './file-log.repository.js';
import { FileVisibility } from './file-visibility.js';

/** A decision about the secrecy of a file. */
export interface SecrecyDecision {
  readonly actor: Actor;
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly mark: SecrecyMark;
  /** The list of state secrets, or the decision, that it rests on. */
  readonly basis: string;
}

const LAST = 'select mark from secrecy_mark where subject_id = $1 order by id desc limit 1';

/** Marks of secrecy: who holds a file decides by its head; a file founded on a marked one is marked like it. */
@Injectable()
export class MarkSecrecy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: FileLogRepository,
    private readonly visibility: FileVisibility,
  ) {}

  /**
   * @throws DomainError `file.not-found`; `secrecy.holder-only` unless the actor's office holds the file;
   *   `secrecy.above-clearance` when the actor could not see what is marked so.
   * Source: Điều 8, 10 Luật Bảo vệ bí mật nhà nước 117/2025/QH15.
   */
  async mark({ actor, kind, subjectId, mark, basis }: SecrecyDecision): Promise<void> {
    if (degreeOf(mark) > degreeOf(actor.clearance)) {
      throw new DomainError('secrecy.above-clearance', 'forbidden', { mark, clearance: actor.clearance });
    }
    await this.unitOfWork.run(async (tx) => {
      const subject = await this.log.lockInTx(tx, kind, subjectId);
      if (!subject || !(await this.visibility.seesInTx(tx, actor, subjectId))) {
        throw new DomainError('file.not-found', 'not-found', {});
      }
      const [held] = await tx.query<{ id: number }>(
        'select holder_office_id as id from file_state where subject_id = $1',
        [subjectId],
      );
      if (held?.id !== actor.office.id) throw new DomainError('secrecy.holder-only', 'forbidden', {});
      await tx.execute(
        `insert into secrecy_mark (subject_id, mark, basis, account_id, marked_at) values ($1, $2, $3, $4, $5)`,
        [subjectId, degreeOf(mark), basis, actor.accountId, this.clock.now()],
      );
    }, filesSeenBy(actor));
  }

  /** @returns the mark of a file that the scope sees. */
  async of(subjectId: string, scope: RowScope): Promise<SecrecyMark> {
    const [last] = await this.database.query<{ mark: number }>(LAST, [subjectId], scope);
    return last ? markOf(last.mark) : SECRECY_MARKS[0];
  }

  /** A file that is founded on another, or takes another in, is at least as secret; for the task `record`. */
  async inheritInTx(tx: Tx, from: string, to: string): Promise<void> {
    await tx.execute(
      `insert into secrecy_mark (subject_id, mark, basis, inherited_from, account_id, marked_at)
       select $2, last.mark, last.basis, $1, last.account_id, $3
       from (select mark, basis, account_id from secrecy_mark where subject_id = $1 order by id desc limit 1) last
       where last.mark > coalesce((select mark from secrecy_mark where subject_id = $2 order by id desc limit 1), 0)`,
      [from, to, this.clock.now()],
    );
  }
}
