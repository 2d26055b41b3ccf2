import { Injectable } from '@nestjs/common';
import { type Day, DomainError, type Period } from '#libs/domain/kernel';
import {
  DOCKETS,
  FLOWS,
  type Flow,
  type Formula,
  type IndicatorCode,
  type Term,
  findFormula,
  flowOfId,
} from '#libs/domain/performance';
import type { Territory } from '#libs/domain/jurisdiction';
import { Database, type RowScope } from '#libs/platform/database';
import { MEASURE } from './measure-scope.js';
import { PlansInForce } from './plans-in-force.js';

/** Which of the three: counted; in the denominator but not counted; excluded and why. */
export const LISTS = ['counted', 'not-counted', 'excluded'] as const;
export type ListName = (typeof LISTS)[number];

export interface ListQuery {
  readonly planId: string;
  readonly period: string;
  readonly territory: Territory;
  readonly indicator: IndicatorCode;
  readonly variant: string;
  readonly list: ListName;
  readonly asOf?: Day;
  readonly limit?: number;
  /** The last id of the previous page. */
  readonly after?: string;
  /** Whose matters may be named. */
  readonly scope: RowScope;
  /** Whether that is every matter of the territory. */
  readonly isWhole: boolean;
}

/** A matter behind a value. `count`: how often it is counted (a matter suspended and resumed is handled twice). */
export interface ListLine {
  readonly subjectId: string;
  readonly unitId: string;
  readonly kind: string;
  readonly number: string;
  readonly status: string;
  readonly count: number;
  /** The flows that put it on this list. */
  readonly because: readonly Flow[];
}

export interface ListPage {
  /** The sum of `count` over the whole list: equal to the value by construction. */
  readonly total: number;
  /** How much of it are matters of offices that the reader does not see. */
  readonly hidden: number;
  readonly items: readonly ListLine[];
  readonly next?: string;
}

interface Row extends Omit<ListLine, 'because'> {
  total: number;
  flows: number[];
}

/** A list that asks nothing of the time before the period need not read it. */
const ALWAYS = '-infinity';

/** Sums the compiled terms per matter; the same terms that make the value. Names and states only of the page's matters. */
const LISTED = `
with term as (
  select * from unnest($1::smallint[], $2::smallint[], $3::boolean[], $4::int[])
    as t(docket, flow, earlier, sign)),
listed as materialized (
  select l.subject_id, l.unit_id, sum(l.n * t.sign)::int as count, array_agg(distinct l.flow) filter (where l.day >= $6) as flows
  from ledger l
  join territory_closure c on c.descendant_id = l.territory_id and c.ancestor_id = $5
  join term t on t.docket = l.docket and t.flow = l.flow and t.earlier = (l.day < $6)
  where l.docket = any($1::smallint[]) and l.day >= $8::date and l.day <= $7 and ($9::date is null or l.recorded_on <= $9)
  group by l.subject_id, l.unit_id having sum(l.n * t.sign) <> 0)`;

/** The same for every reader. */
const TOTAL = `${LISTED} select coalesce(sum(count), 0)::int as total from listed`;

const PAGE = `${LISTED},
page as (
  select * from listed where $10::uuid is null or (subject_id, unit_id) > ($10, $11)
  order by subject_id, unit_id limit $12)
select seen.total, page.subject_id as "subjectId", page.unit_id as "unitId", s.kind, s.number, f.status, page.count,
  coalesce(page.flows, '{}') as flows
from (select coalesce(sum(count), 0)::int as total from listed) seen
left join (page join subject s on s.id = page.subject_id join file_state f on f.subject_id = page.subject_id) on true
order by page.subject_id, page.unit_id`;

/** Opens a value down to the matters behind it. */
@Injectable()
export class ListBehindValue {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansInForce,
  ) {}

  /** @throws DomainError `indicator.not-found`, `plan.not-found`, `period.invalid`, `page.invalid`. */
  async list(query: ListQuery): Promise<ListPage> {
    const formula = findFormula(query.indicator, query.variant);
    if (!formula) throw new DomainError('indicator.not-found', 'not-found', { indicator: query.indicator });
    const { period } = (await this.plans.withPeriod(query.planId, query.period)).named;
    const limit = Math.min(query.limit ?? 100, 1000);
    const after = query.after === undefined ? NOWHERE : placeOf(query.after);
    const asked = parametersOf(query, termsOf(formula, query.list), period);
    const bounds = [after.subjectId, after.unitId, limit + 1];
    const rows = await this.database.query<Row>(PAGE, [...asked, ...bounds], query.scope);
    const seen = rows[0]?.total ?? 0;
    const total = (await this.isWhole(query)) ? seen : Math.max(seen, await this.totalOf(asked));
    return pageOf(rows, { limit, total, hidden: total - seen });
  }

  /** Whoever sees every office of the territory may still not see a file that is a state secret. */
  private async isWhole({ isWhole, scope }: ListQuery): Promise<boolean> {
    if (!isWhole || 'task' in scope) return isWhole;
    const [row] = await this.database.query<{ any: boolean }>(
      'select exists (select from withheld_files()) as any',
      [],
      scope,
    );
    return row?.any === false;
  }

  private async totalOf(parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(TOTAL, parameters, MEASURE);
    return row?.total ?? 0;
  }
}

/** What `LISTED` asks for. */
const parametersOf = ({ territory, asOf }: ListQuery, terms: readonly Term[], { from, to }: Period): unknown[] => [
  terms.map(({ docket }) => DOCKETS[docket].id),
  terms.map(({ flow }) => FLOWS[flow].id),
  terms.map(({ when }) => when === 'before'),
  terms.map(({ sign }) => sign),
  ...[territory.id, from, to],
  terms.some(({ when }) => when === 'before') ? ALWAYS : from,
  asOf ?? null,
];

const negated = (term: Term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 });

/** The terms that a list sums; not counted is what is in the denominator and not in the numerator. */
const termsOf = ({ numerator, denominator, excluded }: Formula, list: ListName): readonly Term[] => {
  if (list === 'counted') return numerator;
  return list === 'excluded' ? excluded : [...denominator, ...numerator.map(negated)];
};

/** Before the first page. */
const NOWHERE = { subjectId: null, unitId: '' };

const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(.*)$/;

const placeOf = (after: string): { readonly subjectId: string; readonly unitId: string } => {
  const [, subjectId, unitId] = CURSOR.exec(after) ?? [];
  if (subjectId === undefined || unitId === undefined) throw new DomainError('page.invalid', 'malformed', {});
  return { subjectId, unitId };
};

const keyOf = ({ subjectId, unitId }: Row): string => `${subjectId}/${unitId}`;

const pageOf = (
  rows: readonly Row[],
  { limit, ...counts }: { limit: number; total: number; hidden: number },
): ListPage => {
  const there = rows.filter(({ subjectId }) => subjectId !== null);
  const shown = there.slice(0, limit);
  const items = shown.map(({ total: _total, flows, ...line }) => ({
    ...line,
    because: flows.map(flowOfId),
  }));
  const last = shown.at(-1);
  return there.length > limit && last ? { ...counts, items, next: keyOf(last) } : { ...counts, items };
};
