import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import type { Rung } from '#libs/domain/procedure';
import { type Actor, filesSeenBy } from '#libs/feature/access';
import { Database, UnitOfWork } from '#libs/platform/database';

/** A notice that a limit nears its end or is over. */
export interface LimitNotice {
  readonly id: number;
  readonly subjectId: string;
  readonly subjectKind: 'denunciation' | 'case';
  readonly number: string;
  readonly limitId: string;
  readonly defendantId: string | null;
  readonly dueOn: Day;
  readonly rung: Rung;
  readonly toHead: boolean;
  readonly officeId: number;
  readonly madeOn: Day;
}

const MOST = 200;

/** Whose a notice is: a leader's those to the head in the subtree; everybody else's those of the office, or one's own. */
const MINE = `case when $1 then n.to_head and n.office_id = any($2::int[])
  else not n.to_head and n.office_id = $3 and (n.assignee_id is null or n.assignee_id = $4) end`;

/** The notices inside the product. */
@Injectable()
export class ReadLimitNotices {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the unread notices of the actor, newest first, at most 200. */
  async list(actor: Actor): Promise<LimitNotice[]> {
    return this.database.query<LimitNotice>(
      `select n.id, n.subject_id as "subjectId", s.kind as "subjectKind", s.number, n.limit_id as "limitId",
         nullif(n.defendant_id, '') as "defendantId", n.due_on::text as "dueOn", n.rung, n.to_head as "toHead",
         n.office_id as "officeId", n.made_on::text as "madeOn"
       from limit_notice n join subject s on s.id = n.subject_id
       where n.read_at is null and ${MINE} order by n.id desc limit ${MOST}`,
      this.scopeOf(actor),
      filesSeenBy(actor),
    );
  }

  /** Marks a notice as read. @throws DomainError `limit-notice.not-found`, also for a notice of somebody else. */
  async markRead(actor: Actor, id: number): Promise<void> {
    const marked = await this.unitOfWork.run(
      (tx) =>
        tx.execute(
          `update limit_notice n set read_at = clock_timestamp(), read_by = $6::uuid
       where n.id = $5 and ${MINE} and n.read_at is null`,
          [...this.scopeOf(actor), id, actor.accountId],
        ),
      filesSeenBy(actor),
    );
    if (marked === 0) throw new DomainError('limit-notice.not-found', 'not-found', {});
  }

  private scopeOf(actor: Actor): unknown[] {
    return [actor.role === 'leader', [...actor.visibleOfficeIds], actor.office.id, actor.accountId];
  }
}
