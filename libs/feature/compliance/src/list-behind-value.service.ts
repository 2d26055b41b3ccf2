import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import {
  DOCKETS,
  FLOWS,
  type Flow,
  type IndicatorCode,
  type Term,
  compile,
  findIndicator,
  flowOfId,
} from '#libs/domain/performance';
import type { Territory } from '#libs/domain/jurisdiction';
import { Database } from '#libs/platform/database';
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
  readonly items: readonly ListLine[];
  readonly next?: string;
}

interface Row extends Omit<ListLine, 'because'> {
  key: string;
  total: number;
  flows: number[];
}

/** Sums the compiled terms per matter; the same terms that make the value. */
const SQL = `
with term as (
  select * from unnest($1::smallint[], $2::smallint[], $3::boolean[], $4::int[], $5::text[])
    as t(docket, flow, earlier, sign, part)),
matter as (
  select l.subject_id, l.unit_id,
    coalesce(sum(l.n * t.sign) filter (where t.part = 'numerator'), 0) as numerator,
    coalesce(sum(l.n * t.sign) filter (where t.part = 'denominator'), 0) as denominator,
    coalesce(sum(l.n * t.sign) filter (where t.part = 'excluded'), 0) as excluded,
    array_agg(distinct l.flow) filter (where l.day >= $7) as flows
  from ledger l
  join territory_closure c on c.descendant_id = l.territory_id and c.ancestor_id = $6
  join term t on t.docket = l.docket and t.flow = l.flow and t.earlier = (l.day < $7)
  where l.day <= $8 and ($9::date is null or l.recorded_on <= $9)
  group by l.subject_id, l.unit_id),
listed as (
  select m.*, case $10 when 'counted' then m.numerator when 'excluded' then m.excluded
    else m.denominator - m.numerator end as count from matter m)
select (sum(listed.count) over ())::int as total, listed.subject_id || '/' || listed.unit_id as key,
  listed.subject_id as "subjectId", listed.unit_id as "unitId", s.kind, s.number, f.status, listed.count::int as count,
  coalesce(listed.flows, '{}') as flows
from listed join subject s on s.id = listed.subject_id join file_state f on f.subject_id = listed.subject_id
where listed.count <> 0`;

/** Opens a value down to the matters behind it. */
@Injectable()
export class ListBehindValue {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansInForce,
  ) {}

  /** @throws DomainError `indicator.not-found`, `plan.not-found`, `period.invalid`. */
  async list(query: ListQuery): Promise<ListPage> {
    const definition = findIndicator(query.indicator, query.variant);
    if (!definition) throw new DomainError('indicator.not-found', 'not-found', { indicator: query.indicator });
    const { period } = (await this.plans.withPeriod(query.planId, query.period)).named;
    const formula = compile(definition);
    const limit = Math.min(query.limit ?? 100, 1000);
    const rows = await this.database.query<Row>(
      `select * from (${SQL}) page where $11::text is null or key > $11 order by key limit $12`,
      [
        ...termColumns(formula),
        query.territory.id,
        period.from,
        period.to,
        query.asOf ?? null,
        query.list,
        query.after ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit);
  }
}

const termColumns = (formula: Record<'numerator' | 'denominator' | 'excluded', readonly Term[]>): unknown[][] => {
  const parts = (['numerator', 'denominator', 'excluded'] as const).flatMap((part) =>
    formula[part].map((term) => ({ part, term })),
  );
  return [
    parts.map(({ term }) => DOCKETS[term.docket].id),
    parts.map(({ term }) => FLOWS[term.flow].id),
    parts.map(({ term }) => term.when === 'before'),
    parts.map(({ term }) => term.sign),
    parts.map(({ part }) => part),
  ];
};

const pageOf = (rows: readonly Row[], limit: number): ListPage => {
  const shown = rows.slice(0, limit);
  const items = shown.map(({ key: _key, total: _total, flows, ...line }) => ({
    ...line,
    because: flows.map(flowOfId),
  }));
  const last = shown.at(-1);
  const total = rows[0]?.total ?? 0;
  return rows.length > limit && last ? { total, items, next: last.key } : { total, items };
};
