import 'reflect-metadata';
import os from 'node:os';
import { complianceTable } from './scenarios/compliance-table.js';
import { deadlinePass } from './scenarios/deadline-pass.js';
import { decideAlone } from './scenarios/decide.js';
import { footprint } from './scenarios/footprint.js';
import { freshness } from './scenarios/freshness.js';
import { fullRecompute } from './scenarios/full-recompute.js';
import { httpReaders } from './scenarios/http-readers.js';
import { importRegister } from './scenarios/import-register.js';
import { listsBehindValues } from './scenarios/lists-behind-values.js';
import { signInTiming } from './scenarios/sign-in-timing.js';
import { writePath } from './scenarios/write-path.js';
import { type BenchCluster, startBenchCluster } from './support/bench-cluster.js';
import { type BenchOptions, readOptions } from './support/bench-options.js';
import { loadNationalDocket } from './support/national-docket.js';
import { openProduct } from './support/product.js';
import { Report } from './support/report.js';
import type { Benchmark, Stage } from './support/stage.js';
import { timed } from './support/stopwatch.js';

/** Those that only read first: the others leave rows behind. */
const READING = [decideAlone, fullRecompute, footprint, complianceTable, listsBehindValues, httpReaders];
const WRITING = [signInTiming, deadlinePass, freshness, writePath, importRegister];
const BENCHMARKS: readonly Benchmark[] = [...READING, ...WRITING];

/** Measures the product. @param root the repository. */
export async function main(args: readonly string[], root: string): Promise<void> {
  const options = readOptions(args);
  const report = new Report();
  const cluster = await startBenchCluster(options.folder);
  try {
    const app = await openProduct(cluster, false);
    await describeMachine(cluster, report);
    const stage: Stage = { options, root, cluster, app, report };
    await load(stage);
    for (const benchmark of chosen(options)) await benchmark.run(stage);
    await app.close();
  } finally {
    await cluster.close();
  }
}

const chosen = ({ only }: BenchOptions): readonly Benchmark[] => {
  const unknown = [...only].find((name) => !BENCHMARKS.some((one) => one.name === name));
  if (unknown) throw new Error(`--only ${unknown}: one of ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  return BENCHMARKS.filter(({ name }) => only.size === 0 || only.has(name));
};

async function describeMachine(cluster: BenchCluster, report: Report): Promise<void> {
  const { rows } = await cluster.owner.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg()[0]?.toFixed(1) ?? '';
  const machine = `${os.cpus().length} processors, ${memory} GiB, Node ${process.versions.node}`;
  report.note(`${machine}, PostgreSQL ${rows[0]?.version ?? ''}; load of the machine at the start ${load}`);
}

/** Loads the docket unless the folder holds it from before. */
async function load({ app, cluster, root, options, report }: Stage): Promise<void> {
  const { rows } = await cluster.owner.query<{ n: number }>('select count(*)::int as n from subject');
  if (rows[0]?.n) {
    report.note(`docket of before: ${rows[0].n} files`);
    return;
  }
  const { result, ms } = await timed(() => loadNationalDocket(app, root, options));
  await cluster.owner.query('vacuum analyze');
  report.note(
    `docket of ${options.years} years: ${result.files} files, ${result.events} events in ${Math.round(ms / 1000)} s`,
  );
}
