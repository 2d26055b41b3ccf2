import { Injectable } from '@nestjs/common';
import { type Day, DomainError, isDay } from '#libs/domain/kernel';
import { type LimitKind, type Reckoning, URGENCIES, type Urgency, windowOf } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { Clock, Database } from '#libs/platform/database';

/** What the queue is narrowed to. */
export interface DeadlineFilter {
  readonly urgency?: Urgency;
  readonly officeId?: number;
  readonly assigneeId?: string;
  readonly kind?: LimitKind;
  readonly limit?: number;
  /** Where the previous page ended, as that page said. */
  readonly after?: string;
}

/** One limit that runs, with its file. */
export interface DeadlineLine {
  readonly id: number;
  readonly subjectId: string;
  readonly subjectKind: 'denunciation' | 'case';
  readonly number: string;
  readonly defendantId?: string;
  readonly limitId: string;
  readonly kind: LimitKind;
  readonly article: string;
  readonly officeId: number;
  readonly assigneeId?: string;
  readonly startedOn: Day;
  readonly dueOn?: Day;
  readonly furthestOn?: Day;
  readonly askBy?: Day;
  /** Days from today to the due day; negative when it is over. */
  readonly daysLeft?: number;
  readonly reckoning: Reckoning;
}

export interface DeadlinePage {
  readonly total: number;
  readonly items: readonly DeadlineLine[];
  /** Pass as `after` for the next page; absent on the last one. */
  readonly next?: string;
}

/** How many there are of each urgency; each number is the `total` of the list of that name. */
export type DeadlineCounts = Readonly<Record<Urgency, number>>;

interface Scope {
  readonly offices: readonly number[] | null;
  readonly officeId: number | null;
  readonly assigneeId: string | null;
  readonly kind: LimitKind | null;
}

const MOST = 200;

const SCOPE = `($1::int[] is null or r.office_id = any($1)) and ($2::int is null or r.office_id = $2)
  and ($3::text is null or r.assignee_id = $3) and ($4::text is null or r.kind = $4)`;

/** Nobody is late for the end of a time in which others may act: it is in the whole list only. */
const PRESSES = `r.kind not in ('period', 'limitation')`;
const WITHIN = `${PRESSES} and r.due_on between $5::date and $6::date`;

/** Each urgency as a condition; `$5` and `$6` are its window. Counts and lists use the same. */
const CONDITION: Readonly<Record<Urgency | 'all', string>> = {
  all: '$5::date is null and $6::date is null',
  overdue: `${PRESSES} and r.due_on <= $6::date and $5::date is null`,
  'within-3': WITHIN,
  'within-7': WITHIN,
  'within-30': WITHIN,
  'ask-by': 'r.ask_by between $5::date and $6::date',
  'to-review': `r.kind = 'review' and r.due_on <= $6::date and $5::date is null`,
  limitation: `r.kind = 'limitation' and r.due_on between $5::date and $6::date`,
};

const SELECT = `
select r.id, r.subject_id as "subjectId", s.kind as "subjectKind", s.number, nullif(r.defendant_id, '') as "defendantId",
  r.limit_id as "limitId", r.kind, r.article, r.office_id as "officeId", r.assignee_id as "assigneeId",
  r.started_on::text as "startedOn", r.due_on::text as "dueOn", r.furthest_on::text as "furthestOn",
  r.ask_by::text as "askBy", r.due_on - $7::date as "daysLeft", r.reckoning
from running_limit r join subject s on s.id = r.subject_id`;

const cursorOf = ({ dueOn, id }: DeadlineLine): string => Buffer.from(`${dueOn ?? ''}/${id}`).toString('base64url');

const readCursor = (cursor: string): readonly [Day | null, number] => {
  const [dueOn = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('/');
  if ((dueOn !== '' && !isDay(dueOn)) || !/^\d{1,15}$/.test(id) || rest.length > 0) {
    throw new DomainError('page.invalid', 'malformed', {});
  }
  return [dueOn === '' ? null : dueOn, Number(id)];
};

/** The queue of what is due: the limits of the offices that the actor may see, soonest first. */
@Injectable()
export class ListDeadlines {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param actor absent for the command line, which sees every office.
   * @throws DomainError `page.invalid` when `after` is not what a page said.
   */
  async list(actor: Actor | undefined, filter: DeadlineFilter): Promise<DeadlinePage> {
    const { urgency, after } = filter;
    const most = Math.min(filter.limit ?? 50, MOST);
    const parameters = this.parametersOf(actor, filter);
    const where = `${SCOPE} and ${CONDITION[urgency ?? 'all']}`;
    const [dueOn, id] = after ? readCursor(after) : [null, null];
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from running_limit r where ${where}`,
      parameters,
    );
    const items = await this.database.query<DeadlineLine>(
      `${SELECT} where ${where} and ($9::bigint is null or (coalesce(r.due_on, 'infinity'), r.id)
         > (coalesce($8::date, 'infinity'), $9))
       order by coalesce(r.due_on, 'infinity'), r.id limit $10`,
      [...parameters, this.clock.today(), dueOn, id, most + 1],
    );
    const page = items.slice(0, most).map(withoutNulls);
    const last = page.at(-1);
    const more = items.length > most && last ? { next: cursorOf(last) } : {};
    return { total: counted?.n ?? 0, items: page, ...more };
  }

  /** @returns how many limits each list holds, with the same filter. */
  async counts(actor: Actor | undefined, filter: Omit<DeadlineFilter, 'urgency'>): Promise<DeadlineCounts> {
    const counted: Partial<Record<Urgency, number>> = {};
    for (const urgency of URGENCIES) {
      const [row] = await this.database.query<{ n: number }>(
        `select count(*)::int as n from running_limit r where ${SCOPE} and ${CONDITION[urgency]}`,
        this.parametersOf(actor, { ...filter, urgency }),
      );
      counted[urgency] = row?.n ?? 0;
    }
    return counted as DeadlineCounts;
  }

  private parametersOf(actor: Actor | undefined, filter: DeadlineFilter): unknown[] {
    const scope: Scope = {
      offices: actor ? [...actor.visibleOfficeIds] : null,
      officeId: filter.officeId ?? null,
      assigneeId: filter.assigneeId ?? null,
      kind: filter.kind ?? null,
    };
    const window = filter.urgency ? windowOf(filter.urgency, this.clock.today()) : undefined;
    return [scope.offices, scope.officeId, scope.assigneeId, scope.kind, window?.from ?? null, window?.to ?? null];
  }
}

const withoutNulls = (line: DeadlineLine): DeadlineLine => {
  const { defendantId, assigneeId, dueOn, furthestOn, askBy, daysLeft, ...rest } = line;
  return {
    ...rest,
    ...(defendantId ? { defendantId } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(furthestOn ? { furthestOn } : {}),
    ...(askBy ? { askBy } : {}),
    ...(typeof daysLeft === 'number' ? { daysLeft } : {}),
  };
};
