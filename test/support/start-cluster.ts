import './sources.mjs';
import { startTestCluster } from './test-cluster.js';

/** Jest's global setup of the suites that need PostgreSQL. */
export default async function startCluster(): Promise<void> {
  await startTestCluster();
}
