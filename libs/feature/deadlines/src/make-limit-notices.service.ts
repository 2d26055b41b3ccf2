import { Injectable } from '@nestjs/common';
import { RUNGS, windowOfRung } from '#libs/domain/procedure';
import { WorkingDays } from '#libs/feature/casework';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';

/** What a pass did: limits looked at, notices made. */
export interface MadeNotices {
  readonly looked: number;
  readonly made: number;
}

/**
 * Climbs the ladder: 7, 3 and 1 days before a limit ends and when it is over, each once; what is over goes to the head too.
 * Nobody is told of the end of a time in which others may act.
 */
@Injectable()
export class MakeLimitNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** Makes the notices of today; none on a day off, whose notices come on the next working day. */
  async run(): Promise<MadeNotices> {
    const today = this.clock.today();
    return this.unitOfWork.run(async (tx) => {
      const calendar = await this.workingDays.calendarInTx(tx);
      if (calendar.isDayOff(today)) return { looked: 0, made: 0 };
      let [looked, made] = [0, 0];
      for (const rung of RUNGS) {
        const { from, to } = windowOfRung(rung, today);
        const done = await this.makeInTx(tx, [rung, from ?? null, to, today]);
        looked += done.looked;
        made += done.made;
      }
      return { looked, made };
    });
  }

  private async makeInTx(tx: Tx, parameters: readonly unknown[]): Promise<MadeNotices> {
    const rows = await tx.query<{ looked: number; made: number }>(
      `with due as (select * from running_limit r where r.kind <> 'period' and r.due_on <= $3::date
         and ($2::date is null or r.due_on >= $2)),
       made as (
         insert into limit_notice (subject_id, defendant_id, limit_id, started_on, due_on, rung, to_head, office_id,
           assignee_id, made_on)
         select subject_id, defendant_id, limit_id, started_on, due_on, $1::smallint, head, office_id, assignee_id, $4::date
         from due cross join unnest(case when $1::smallint = 0 then array[false, true] else array[false] end) as head
         on conflict do nothing returning 1)
       select (select count(*)::int from due) as looked, (select count(*)::int from made) as made`,
      parameters,
    );
    return rows[0] ?? { looked: 0, made: 0 };
  }
}
