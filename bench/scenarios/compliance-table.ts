import type pg from 'pg';
import { type Period, addDays, startOfMonth } from '#libs/domain/kernel';
import { type Territory } from '#libs/domain/jurisdiction';
import { DOCKETS } from '#libs/domain/performance';
import { type ComplianceTable, MeasureCompliance } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { QUARTER_TO_THE_15TH, YEAR, keyOf } from '../support/periods.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { type Standing, compete } from '../support/stopwatch.js';

const PLAN = 'national-2023';
const REPEATS = 20;

/** The bare question: what stood before both bounds, of each place, with nothing made of it. */
const OPENINGS = {
  name: 'bench-openings',
  text: `select n.node, f.counts as at_from, t.counts as at_end from unnest($1::int[]) as n(node)
    left join lateral (select counts from opening o where o.node_id = n.node and o.month <= $2
      order by o.month desc limit 1) f on true
    left join lateral (select counts from opening o where o.node_id = n.node and o.month <= $3
      order by o.month desc limit 1) t on true`,
};

const CELLS = {
  name: 'bench-cells',
  text: 'select node_id, indicator, num, den from bench_cell where period = $1 and node_id = any($2::int[])',
};

/** Now and as of a day, by one scan of the facts: what has no openings to read. */
const SCAN = {
  name: 'bench-scan',
  text: `select c.ancestor_id, l.docket, l.flow, sum(l.n) filter (where l.day < $2), sum(l.n) filter (where l.day >= $2)
    from ledger l join territory_closure c on c.descendant_id = l.territory_id
    where c.ancestor_id = any($1::int[]) and l.day <= $3 and l.recorded_on <= $4 and l.docket = any($5::smallint[])
    group by 1, 2, 3`,
};

const valuesOf = (table: ComplianceTable): string =>
  table.rows
    .flatMap(({ values }) => values.map(({ numerator, denominator }) => `${numerator}/${denominator}`))
    .join(' ');

type Work = () => Promise<unknown>;
type Run = () => Promise<undefined>;

const repeated = (work: Work, times = REPEATS): Run => {
  return async () => {
    for (let turn = 0; turn < times; turn += 1) await work();
    return undefined;
  };
};

const once = (work: Work): Run => repeated(work, 1);

const each = (standings: readonly Standing[]): Standing[] =>
  standings.map((one) => ({
    ...one,
    medianMs: one.medianMs / REPEATS,
    timesMs: one.timesMs.map((ms) => ms / REPEATS),
  }));

/** Materialised answers, which this product does not keep: the least that any reading costs. */
const fillCells = async (owner: pg.Pool, table: ComplianceTable): Promise<void> => {
  await owner.query('drop table if exists bench_cell');
  await owner.query(`create table bench_cell (period text, node_id int, indicator text, num int, den int,
    primary key (period, node_id, indicator))`);
  const rows = table.rows.flatMap(({ jurisdiction, values }) =>
    values.map((value) => ({ node: jurisdiction.id, ...value })),
  );
  await owner.query(`insert into bench_cell select $1, * from unnest($2::int[], $3::text[], $4::int[], $5::int[])`, [
    'year',
    rows.map(({ node }) => node),
    rows.map(({ indicator }) => indicator),
    rows.map(({ numerator }) => numerator),
    rows.map(({ denominator }) => denominator),
  ]);
  await owner.query('vacuum analyze bench_cell');
};

const boundsOf = ({ from, to }: Period): string[] => [startOfMonth(from), startOfMonth(addDays(to, 1))];

const closedPeriod = async (stage: Stage, provinces: readonly Territory[]): Promise<void> => {
  const { app, cluster, report, options } = stage;
  const measure = app.get(MeasureCompliance);
  const ids = provinces.map(({ id }) => id);
  const ask = (period: Period): (() => Promise<ComplianceTable>) => {
    return () => measure.table({ planId: PLAN, period: keyOf(period), territories: provinces, detail: false });
  };
  await fillCells(cluster.owner, await ask(YEAR)());
  const standings = await compete(
    [
      { name: 'cells', run: repeated(() => cluster.owner.query({ ...CELLS, values: ['year', ids] })) },
      {
        name: 'bare openings',
        run: repeated(() => cluster.owner.query({ ...OPENINGS, values: [ids, ...boundsOf(YEAR)] })),
      },
      { name: 'product, year', run: repeated(ask(YEAR)) },
      { name: 'product, quarter to the 15th', run: repeated(ask(QUARTER_TO_THE_15TH)) },
    ],
    options.rounds,
  );
  report.standings(each(standings));
};

const asOf = async ({ app, cluster, report, options }: Stage, provinces: readonly Territory[]): Promise<void> => {
  const measure = app.get(MeasureCompliance);
  const known = '2025-10-15';
  const dockets = Object.values(DOCKETS).map(({ id }) => id);
  const values = [provinces.map(({ id }) => id), YEAR.from, YEAR.to, known, dockets];
  const question = { planId: PLAN, period: keyOf(YEAR), territories: provinces, asOf: known as Period['to'] };
  const standings = await compete(
    [
      {
        name: 'one scan of the facts',
        run: once(() => cluster.owner.query({ ...SCAN, values })),
      },
      { name: 'product, as of a day', run: once(() => measure.table(question)) },
    ],
    options.rounds,
  );
  report.standings(standings);
  const [first, second] = [valuesOf(await measure.table(question)), valuesOf(await measure.table(question))];
  report.note(`As of ${known}, asked twice: ${first === second ? 'the same' : 'DIFFERENT'}.`);
};

/** 34 provinces × 5 targets: the service against the bare prepared query. */
export const complianceTable: Benchmark = {
  name: 'table',
  run: async (stage) => {
    const { tree } = stage.app.get(JurisdictionDirectory).current;
    const provinces = tree.territories.filter(({ level, validTo }) => level === 'province' && validTo === undefined);
    stage.report.heading(`Compliance table: ${provinces.length} provinces × 5 targets`);
    await closedPeriod(stage, provinces);
    await asOf(stage, provinces);
  },
};
