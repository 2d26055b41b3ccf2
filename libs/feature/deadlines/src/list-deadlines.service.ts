import { Injectable } from '@nestjs/common';
import { type Day, DomainError, isDay } from '#libs/domain/kernel';
import { type LimitKind, type Reckoning, URGENCIES, type Urgency, windowOf } from '#libs/domain/procedure';
import { type Actor, filesSeenBy } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock, Database, type RowScope } from '#libs/platform/database';
import { DEADLINES } from './deadline-scope.js';

/** What the queue is narrowed to. */
export interface DeadlineFilter {
  readonly urgency?: Urgency;
  readonly officeId?: number;
  /** Code or name of a territory in force today: the offices seated in it or below it, of all times. */
  readonly territory?: string;
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

const MOST = 200;

const seenBy = (actor: Actor | undefined): RowScope => (actor ? filesSeenBy(actor) : DEADLINES);

/** Above so many offices the planner weighs each of them longer than it takes to look all of them up. */
const WIDE = 1000;
const FEW_OFFICES = '($1::int[] is null or r.office_id = any($1))';
const MANY_OFFICES = 'r.office_id in (select unnest($1::int[]))';

/** The parameters $1 to $4: offices, one office, person, kind. */
type Scope = readonly [readonly number[] | null, number | null, string | null, LimitKind | null];

const scopeOf = ([offices]: Scope): string =>
  `${offices && offices.length > WIDE ? MANY_OFFICES : FEW_OFFICES} and ($2::int is null or r.office_id = $2)
  and ($3::text is null or r.assignee_id = $3) and ($4::text is null or r.kind = $4)`;

/** Nobody is late for the end of a time in which others may act: it is in the whole list only. */
const PRESSES = `r.kind not in ('period', 'limitation')`;
const within = (from: number, to: number): string => `${PRESSES} and r.due_on between $${from}::date and $${to}::date`;

const ending = (from: number, to: number): string =>
  `r.kind = 'limitation' and r.due_on between $${from}::date and $${to}::date`;

/** Each urgency as a condition on the parameters of its window. Counts and lists use the same. */
const CONDITIONS: Readonly<Record<Urgency | 'all', (from: number, to: number) => string>> = {
  all: (from, to) => `$${from}::date is null and $${to}::date is null`,
  overdue: (from, to) => `${PRESSES} and r.due_on <= $${to}::date and $${from}::date is null`,
  'within-3': within,
  'within-7': within,
  'within-30': within,
  'ask-by': (from, to) => `r.ask_by between $${from}::date and $${to}::date`,
  'to-review': (from, to) => `r.kind = 'review' and r.due_on <= $${to}::date and $${from}::date is null`,
  limitation: ending,
  'limitation-6': ending,
  'limitation-3': ending,
};
const conditionOf = (urgency: Urgency | 'all', from: number, to: number): string => CONDITIONS[urgency](from, to);

const SELECT = `
select r.id, r.subject_id as "subjectId", s.kind as "subjectKind", s.number, nullif(r.defendant_id, '') as "defendantId",
  r.limit_id as "limitId", r.kind, r.article, r.office_id as "officeId", r.assignee_id as "assigneeId",
  r.started_on::text as "startedOn", r.due_on::text as "dueOn", r.furthest_on::text as "furthestOn",
  r.ask_by::text as "askBy", r.due_on - $7::date as "daysLeft", r.reckoning
from running_limit r join subject s on s.id = r.subject_id`;

/** What has no day comes last: its page begins after every day. Ordered as the indexes are, so that a page reads no more. */
const FOLLOWS = `($9::bigint is null or case when $8::date is null then r.due_on is null and r.id > $9
  else (r.due_on, r.id) > ($8, $9) or r.due_on is null end)`;

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
    private readonly directory: JurisdictionDirectory,
  ) {}

  /**
   * @param actor absent for the command line, which sees every office.
   * @throws DomainError `page.invalid` when `after` is not what a page said; of the territory `territory.not-found` (also
   * outside the actor's own), `territory.not-in-force`, `territory.ambiguous`.
   */
  async list(actor: Actor | undefined, filter: DeadlineFilter): Promise<DeadlinePage> {
    const { urgency, after } = filter;
    const most = Math.min(filter.limit ?? 50, MOST);
    const scope = this.scopeParameters(actor, filter);
    const parameters = [...scope, ...this.boundsOf(urgency)];
    const where = `${scopeOf(scope)} and ${conditionOf(urgency ?? 'all', 5, 6)}`;
    const [dueOn, id] = after ? readCursor(after) : [null, null];
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from running_limit r where ${where}`,
      parameters,
      seenBy(actor),
    );
    const items = await this.database.query<DeadlineLine>(
      `${SELECT} where ${where} and ${FOLLOWS} order by r.due_on, r.id limit $10`,
      [...parameters, this.clock.today(), dueOn, id, most + 1],
      seenBy(actor),
    );
    const page = items.slice(0, most).map(withoutNulls);
    const last = page.at(-1);
    const more = items.length > most && last ? { next: cursorOf(last) } : {};
    return { total: counted?.n ?? 0, items: page, ...more };
  }

  /** @returns how many limits each list holds, with the same filter. @throws as `list`, of the territory. */
  async counts(actor: Actor | undefined, filter: Omit<DeadlineFilter, 'urgency'>): Promise<DeadlineCounts> {
    const scope = this.scopeParameters(actor, filter);
    const windows = URGENCIES.map((urgency) => windowOf(urgency, this.clock.today()));
    const bounds = windows.flatMap(({ from, to }) => [from ?? null, to]);
    const columns = URGENCIES.map((urgency, index) => {
      const [from, to] = [5 + 2 * index, 6 + 2 * index];
      return `count(*) filter (where ${conditionOf(urgency, from, to)})::int as "${urgency}"`;
    });
    const [row] = await this.database.query<DeadlineCounts>(
      `select ${columns.join(', ')} from running_limit r where ${scopeOf(scope)}`,
      [...scope, ...bounds],
      seenBy(actor),
    );
    if (!row) throw new Error('a count without a row');
    return row;
  }

  private boundsOf(urgency: Urgency | undefined): readonly (Day | null)[] {
    const window = urgency ? windowOf(urgency, this.clock.today()) : undefined;
    return [window?.from ?? null, window?.to ?? null];
  }

  private scopeParameters(actor: Actor | undefined, filter: DeadlineFilter): Scope {
    const { officeId, assigneeId, kind } = filter;
    return [this.officesOf(actor, filter), officeId ?? null, assigneeId ?? null, kind ?? null];
  }

  /** @returns the ids of the offices that the actor sees in the territory; null for every office. */
  private officesOf(actor: Actor | undefined, { territory }: DeadlineFilter): readonly number[] | null {
    const visible = actor ? [...actor.visibleOfficeIds] : null;
    if (territory === undefined) return visible;
    const place = this.directory.territoryNamed(territory, this.clock.today());
    if (actor && !this.directory.current.tree.holds(actor.office.territoryId, place.id)) {
      throw new DomainError('territory.not-found', 'not-found', { territory });
    }
    const seated = this.directory.officeIdsIn(place.id);
    return visible ? visible.filter((id) => seated.has(id)) : [...seated];
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
