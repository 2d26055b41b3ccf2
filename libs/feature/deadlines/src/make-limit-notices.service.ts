import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/domain/kernel';
import { LIMITATION_RUNGS, RUNGS, windowOfLimitationRung, windowOfRung } from '#libs/domain/procedure';
import { WorkingDays } from '#libs/feature/casework';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';
import { DEADLINES } from './deadline-scope.js';

/** What a pass did: limits looked at, notices made. */
export interface MadeNotices {
  readonly looked: number;
  readonly made: number;
}

/** A piece of a rung's window: what it did, and the limit where it stopped; absent when nothing was left. */
interface Piece extends MadeNotices {
  readonly lastDueOn: Day | null;
  readonly lastId: number | null;
}

/** A notice locks its file until the transaction ends: so many at most wait for each other. */
const PIECE = 2_000;

/** What is told already is left out by reading, so that a night costs what is new and not what is overdue. */
const makeOf = (kinds: string): string => `
with due as materialized (
  select * from running_limit r where ${kinds} and r.due_on <= $3::date and ($2::date is null or r.due_on >= $2)
    and ($5::date is null or (r.due_on, r.id) > ($5, $6::bigint))
  order by r.due_on, r.id limit $7),
made as (
  insert into limit_notice (subject_id, defendant_id, limit_id, started_on, due_on, rung, to_head, office_id,
    assignee_id, made_on)
  select subject_id, defendant_id, limit_id, started_on, due_on, $1::smallint, head, office_id, assignee_id, $4::date
  from due d cross join unnest(case when $1::smallint = 0 then array[false, true] else array[false] end) as head
  where not exists (select 1 from limit_notice n where n.subject_id = d.subject_id and n.limit_id = d.limit_id
    and n.defendant_id = d.defendant_id and n.started_on = d.started_on and n.due_on = d.due_on
    and n.rung = $1::smallint and n.to_head = head)
  on conflict do nothing returning 1)
select count(*)::int as looked, (select count(*)::int from made) as made,
  (select due_on::text from due order by due_on desc, id desc limit 1) as "lastDueOn",
  (select id from due order by due_on desc, id desc limit 1) as "lastId" from due`;

const MAKE = makeOf(`r.kind <> 'period'`);
const MAKE_OF_LIMITATION = makeOf(`r.kind = 'limitation'`);

/** One rung, and the due days that stand on it. */
interface Step {
  readonly sql: string;
  readonly rung: number;
  readonly window: { readonly from?: Day; readonly to: Day };
}

const stepsOn = (today: Day): Step[] => [
  ...LIMITATION_RUNGS.map((rung) => ({ sql: MAKE_OF_LIMITATION, rung, window: windowOfLimitationRung(rung, today) })),
  ...RUNGS.map((rung) => ({ sql: MAKE, rung, window: windowOfRung(rung, today) })),
];

/**
 * Climbs the ladder: 12, 6 and 3 months before a limitation of prosecution ends; 7, 3 and 1 days before any limit ends and
 * when it is over; each once. What is over goes to the head too.
 * Nobody is told of the end of a time in which others may act; such a time stops running when it is over.
 */
@Injectable()
export class MakeLimitNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the notices of today; none on a day off, whose notices come on the next working day. Each piece is a transaction:
   * a pass that was interrupted goes on where the next one finds something untold.
   */
  async run(): Promise<MadeNotices> {
    const today = this.clock.today();
    const calendar = await this.unitOfWork.run((tx) => this.workingDays.calendarInTx(tx));
    await this.dropOverPeriods(today);
    let [looked, made] = [0, 0];
    if (calendar.isDayOff(today)) return { looked, made };
    for (const step of stepsOn(today)) {
      const done = await this.climb(step, today);
      looked += done.looked;
      made += done.made;
    }
    return { looked, made };
  }

  private async climb({ sql, rung, window: { from, to } }: Step, today: Day): Promise<MadeNotices> {
    let [looked, made] = [0, 0];
    let after: readonly unknown[] = [null, null];
    for (;;) {
      const parameters = [rung, from ?? null, to, today, ...after, PIECE];
      const piece = await this.unitOfWork.run((tx) => this.makeInTx(tx, sql, parameters), DEADLINES);
      looked += piece.looked;
      made += piece.made;
      if (piece.looked < PIECE) return { looked, made };
      after = [piece.lastDueOn, piece.lastId];
    }
  }

  private async makeInTx(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<Piece> {
    const [piece] = await tx.query<Piece>(sql, parameters);
    return piece ?? { looked: 0, made: 0, lastDueOn: null, lastId: null };
  }

  private async dropOverPeriods(today: Day): Promise<void> {
    await this.unitOfWork.run(
      (tx) => tx.execute(`delete from running_limit where kind = 'period' and due_on < $1::date`, [today]),
      DEADLINES,
    );
  }
}
