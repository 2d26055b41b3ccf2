import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { addDays } from '#libs/domain/kernel';
import { ComplianceRefresher, type ComplianceTable, MeasureCompliance } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { TWELVE_PERIODS, keyOf } from '../support/periods.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { compete } from '../support/stopwatch.js';

const PLAN = 'national-2023';

/** Place, period (1-12), then numerator and denominator of K1 to K5; places where nothing is to be counted are left out. */
type Line = readonly number[];

const hashOf = (lines: readonly Line[]): string => {
  const counted = lines.filter(([, , ...figures]) => figures.some((figure) => figure !== 0));
  const text = counted.map((line) => line.join(' ')).sort();
  return `${counted.length}/${createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 16)}`;
};

const bySql = async ({ cluster, root }: Stage): Promise<string> => {
  const ends = TWELVE_PERIODS.map(({ to }) => addDays(to, 1));
  const bounds = [...new Set([...TWELVE_PERIODS.map(({ from }) => from), ...ends])].sort();
  const text = fs.readFileSync(path.join(root, 'bench', 'limit.sql'), 'utf8');
  const firsts = TWELVE_PERIODS.map(({ from }) => bounds.indexOf(from) + 1);
  const lasts = ends.map((end) => bounds.indexOf(end) + 1);
  const { rows } = await cluster.owner.query<number[]>({ text, values: [bounds, firsts, lasts], rowMode: 'array' });
  return hashOf(rows);
};

const linesOf = (table: ComplianceTable, period: number): Line[] =>
  table.rows
    .filter(({ values }) => values.some(({ numerator, denominator }) => numerator !== 0 || denominator !== 0))
    .map(({ jurisdiction, values }) => [
      jurisdiction.id,
      period,
      ...values.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ]);

const byProduct = async ({ app }: Stage): Promise<string> => {
  const territories = app.get(JurisdictionDirectory).current.tree.territories;
  const measure = app.get(MeasureCompliance);
  const lines: Line[] = [];
  for (const [index, period] of TWELVE_PERIODS.entries()) {
    const table = await measure.table({ planId: PLAN, period: keyOf(period), territories, detail: false });
    lines.push(...linesOf(table, index + 1));
  }
  return hashOf(lines);
};

/** All targets, all territories, twelve periods: the product against one hand-written statement on the facts. */
export const fullRecompute: Benchmark = {
  name: 'recompute',
  run: async (stage) => {
    const { app, report, options } = stage;
    const territories = app.get(JurisdictionDirectory).current.tree.territories.length;
    report.heading(`Full recompute: 5 targets × ${territories} territories × 12 periods`);
    const refresher = app.get(ComplianceRefresher);
    const rebuild = async (): Promise<undefined> => {
      await refresher.recompute();
      return undefined;
    };
    const standings = await compete(
      [
        { name: 'limit.sql on the ledger', run: () => bySql(stage) },
        { name: 'product, from openings', run: () => byProduct(stage) },
        { name: 'product, openings rebuilt', run: rebuild },
      ],
      options.rounds,
    );
    report.standings(standings);
    const differences = await refresher.differences();
    report.note(`Openings against the ledger after the last rebuild: ${differences.length} differences.`);
  },
};
