import { INDICATORS, defaultVariant } from '#libs/domain/performance';
import { LISTS, ListBehindValue } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { QUARTER_TO_THE_15TH, keyOf } from '../support/periods.js';
import type { Benchmark } from '../support/stage.js';
import { quantile, timed } from '../support/stopwatch.js';

const EVERYTHING = { scope: { task: 'record' }, isWhole: true } as const;

/** The first 50 matters behind each value of a district, a province and the nation. */
export const listsBehindValues: Benchmark = {
  name: 'lists',
  run: async ({ app, report, cluster, options }) => {
    report.heading('Lists behind a value: first 50 of a quarter');
    const { tree } = app.get(JurisdictionDirectory).current;
    const lists = app.get(ListBehindValue);
    const { rows } = await cluster.owner.query<{ level: string; id: number }>(
      `select distinct on (level) level, id from (select t.level, t.id, count(*) as n from ledger l
       join territory_closure c on c.descendant_id = l.territory_id join territory t on t.id = c.ancestor_id
       where t.valid_to is null or t.level = 'district' group by 1, 2) busy order by level, n desc`,
    );
    for (const { level, id } of rows) {
      const territory = tree.get(id);
      const ms: number[] = [];
      for (let round = 0; round < Math.min(options.rounds, 3); round += 1) {
        for (const indicator of INDICATORS) {
          for (const list of LISTS) {
            const ask = {
              planId: 'national-2023',
              period: keyOf(QUARTER_TO_THE_15TH),
              territory,
              indicator,
              ...EVERYTHING,
            };
            ms.push(
              (await timed(() => lists.list({ ...ask, variant: defaultVariant(indicator), list, limit: 50 }))).ms,
            );
          }
        }
      }
      report.table([level, 'p50 ms', 'p95', 'most'], [['', quantile(ms, 0.5), quantile(ms, 0.95), Math.max(...ms)]]);
    }
  },
};
