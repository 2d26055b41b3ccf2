import './sources.mjs';
import { stopTestCluster } from './test-cluster.js';

/** Jest's global teardown of the suites that need PostgreSQL. */
export default async function stopCluster(): Promise<void> {
  await stopTestCluster();
}
