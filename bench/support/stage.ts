import type { INestApplicationContext } from '@nestjs/common';
import type { BenchCluster } from './bench-cluster.js';
import type { BenchOptions } from './bench-options.js';
import type { Report } from './report.js';

/** What every benchmark is given. */
export interface Stage {
  readonly options: BenchOptions;
  readonly root: string;
  readonly cluster: BenchCluster;
  /** The product without background work, on the loaded server. */
  readonly app: INestApplicationContext;
  readonly report: Report;
}

/** One benchmark, by the name that `--only` takes. */
export interface Benchmark {
  readonly name: string;
  readonly run: (stage: Stage) => Promise<void>;
}
