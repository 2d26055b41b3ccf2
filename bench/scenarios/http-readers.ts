import { addDays, startOfMonth } from '#libs/domain/kernel';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { type OpenServer, openApi, openBareServer } from '../support/open-servers.js';
import { YEAR } from '../support/periods.js';
import { closedReaders, constantRate } from '../support/readers.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { median, quantile } from '../support/stopwatch.js';

const OPENINGS = `select n.node, f.counts as at_from, t.counts as at_end from unnest($1::int[]) as n(node)
  left join lateral (select counts from opening o where o.node_id = n.node and o.month <= $2 order by o.month desc limit 1) f on true
  left join lateral (select counts from opening o where o.node_id = n.node and o.month <= $3 order by o.month desc limit 1) t on true`;

const PER_SECOND = 100;
const READERS = 50;
const SECONDS = 5;

interface Measured {
  readonly times: number[];
  readonly rates: number[];
  bytes: number;
}

async function measureInTurn(servers: readonly OpenServer[], rounds: number): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>(servers.map(({ name }) => [name, { times: [], rates: [], bytes: 0 }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, target } of servers) {
      const times = await constantRate(target, PER_SECOND, SECONDS);
      const { perSecond, bytes } = await closedReaders(target, READERS, SECONDS);
      const sums = measured.get(name);
      // The first round warms both up.
      if (!sums || round === 0) continue;
      sums.times.push(...times);
      sums.rates.push(perSecond);
      sums.bytes = bytes;
    }
  }
  return measured;
}

const opened = async (stage: Stage): Promise<OpenServer[]> => {
  const { tree } = stage.app.get(JurisdictionDirectory).current;
  const provinces = tree.territories.filter(({ level, validTo }) => level === 'province' && validTo === undefined);
  const bounds = [startOfMonth(YEAR.from), startOfMonth(addDays(YEAR.to, 1))];
  const bare = await openBareServer(stage, 'bare http + pg', OPENINGS, [provinces.map(({ id }) => id), ...bounds]);
  return [bare, await openApi(stage)];
};

/** The table of 34 provinces over HTTP, signed in, against a bare server of the same statement. */
export const httpReaders: Benchmark = {
  name: 'http',
  run: async (stage) => {
    stage.report.heading(
      'Compliance table over HTTP: signed in, in scope, against a bare server of the same statement',
    );
    const servers = await opened(stage);
    try {
      const measured = await measureInTurn(servers, Math.min(stage.options.rounds, 5));
      const least = measured.get(servers[0]?.name ?? '');
      const rows = [...measured].map(([name, { times, rates, bytes }]) => {
        const spread = [
          quantile(times, 0.5),
          quantile(times, 0.99),
          quantile(times, 0.99) / quantile(least?.times ?? [], 0.99),
        ];
        return [name, bytes / 1000, ...spread, median(rates), median(rates) / median(least?.rates ?? [])];
      });
      const constant = `at ${PER_SECOND}/s: p50 ms`;
      stage.report.table(['', 'kB', constant, 'p99', '×', `${READERS} readers: a second`, '×'], rows);
    } finally {
      for (const { child } of servers) await child.stop();
    }
  },
};
