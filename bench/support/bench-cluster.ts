import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { writeAuditKey } from '#libs/platform/audit';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/platform/embedded';

/** Everything in memory and no wait for the disk: what is measured is the work. */
const SETTINGS = {
  shared_buffers: '2GB',
  work_mem: '128MB',
  maintenance_work_mem: '512MB',
  max_parallel_workers_per_gather: 1,
  jit: 'off',
  random_page_cost: 1.1,
  effective_cache_size: '12GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
};

/** A server of the benchmarks' own. */
export interface BenchCluster {
  /** Address of the owner of the tables. */
  readonly url: string;
  /** The key of the vault, which the benchmarks do not open. */
  readonly keyFile: string;
  readonly auditKeyFile: string;
  readonly server: EmbeddedPostgres;
  /** As the owner, on a pool with prepared statements. */
  readonly owner: pg.Pool;
  close(): Promise<void>;
}

/** @param kept a folder that stays, with its data; absent: a temporary one that goes. */
export async function startBenchCluster(kept?: string): Promise<BenchCluster> {
  const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-bench-'));
  fs.mkdirSync(folder, { recursive: true });
  // The server may run as another user than we do.
  fs.chmodSync(folder, 0o755);
  const keyFile = path.join(folder, 'vault.key');
  if (!fs.existsSync(keyFile)) fs.writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const auditKeyFile = path.join(folder, 'audit.key');
  if (!fs.existsSync(auditKeyFile)) writeAuditKey(auditKeyFile, 'theoan.test/bench');
  const directory = path.join(folder, 'postgres');
  const server = await startEmbeddedPostgres({ directory, durable: false, settings: SETTINGS });
  const owner = new pg.Pool({ connectionString: server.url, max: 10, options: '-c timezone=UTC' });
  owner.on('error', () => undefined);
  return {
    url: server.url,
    keyFile,
    auditKeyFile,
    server,
    owner,
    close: async () => {
      await owner.end();
      await server.stop();
      if (!kept) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
