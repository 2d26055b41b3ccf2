import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { writeAuditKey } from '#libs/platform/audit';
import { APPLICATION_ROLE, migrate, ownerDataSource } from '#libs/platform/database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/platform/embedded';

/** How the suites, which run in processes of their own, find the cluster. */
export interface TestCluster {
  /** Address of the owner, on the server's maintenance database. */
  readonly ownerUrl: string;
  /** A migrated database that every test database is a copy of. */
  readonly template: string;
  /** The application's role can sign in with this; absent on a server of the developer's: there it steps down. */
  readonly applicationPassword?: string;
  /** The key of the vaults of all test databases. */
  readonly keyFile: string;
  /** The key that signs their audits. */
  readonly auditKeyFile: string;
}

const VARIABLE = 'THEOAN_TEST_CLUSTER';

let server: EmbeddedPostgres | undefined;
let folder: string | undefined;

/** @returns the cluster that the global setup has started. @throws Error outside of jest's project `features`. */
export function testCluster(): TestCluster {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('no test cluster: run this suite in jest, project features');
  return JSON.parse(text) as TestCluster;
}

/** Starts a server (or takes TEST_DATABASE_URL, an owner's address) and migrates the template database once. */
export async function startTestCluster(): Promise<void> {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-test-'));
  const keyFile = path.join(folder, 'vault.key');
  fs.writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const auditKeyFile = path.join(folder, 'audit.key');
  writeAuditKey(auditKeyFile, 'theoan.test/audit');
  const given = process.env['TEST_DATABASE_URL'];
  const ownerUrl = given ?? (await startServer(folder));
  const template = `theoan_template_${randomBytes(6).toString('hex')}`;
  await onServer(ownerUrl, `create database ${template}`);
  const owner = await ownerDataSource(databaseUrl(ownerUrl, template)).initialize();
  try {
    await migrate(owner);
  } finally {
    await owner.destroy();
  }
  const applicationPassword = given ? undefined : randomBytes(12).toString('hex');
  if (applicationPassword) {
    await onServer(ownerUrl, `alter role ${APPLICATION_ROLE} login password '${applicationPassword}'`);
  }
  process.env[VARIABLE] = JSON.stringify({
    ownerUrl,
    template,
    applicationPassword,
    keyFile,
    auditKeyFile,
  } satisfies TestCluster);
}

/** Stops the server, or cleans up on the developer's. */
export async function stopTestCluster(): Promise<void> {
  const { ownerUrl, template } = testCluster();
  if (!server) await onServer(ownerUrl, `drop database if exists ${template} with (force)`);
  await server?.stop();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
}

async function startServer(within: string): Promise<string> {
  // The server may run as another user than we do.
  fs.chmodSync(within, 0o755);
  const settings = { shared_buffers: '64MB', max_connections: 300 };
  server = await startEmbeddedPostgres({ directory: path.join(within, 'postgres'), durable: false, settings });
  return server.url;
}

/** Runs one statement on the server's maintenance database. */
export async function onServer(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** @returns the same address with another database. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
