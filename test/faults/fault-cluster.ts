import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { APPLICATION_ROLE, migrate, ownerDataSource } from '#libs/platform/database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/platform/embedded';

/** Name of the connections that break things; they are not broken themselves. */
const OWNER = 'theoan-faults';

export interface FaultClusterOptions {
  /** Commits survive a kill of the server. */
  readonly durable: boolean;
}

/** A PostgreSQL of the test's own: it may be killed, and what is in it may be wiped. */
export class FaultCluster {
  private constructor(
    private readonly folder: string,
    private server: EmbeddedPostgres,
    private readonly options: FaultClusterOptions,
    private readonly password: string,
  ) {}

  /** Starts the server and brings its database up to date. */
  static async start(options: FaultClusterOptions): Promise<FaultCluster> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-faults-'));
    // The server may run as another user than we do.
    fs.chmodSync(folder, 0o755);
    const server = await launch(folder, options);
    const cluster = new FaultCluster(folder, server, options, randomBytes(12).toString('hex'));
    const owner = await ownerDataSource(server.url).initialize();
    try {
      await migrate(owner);
      await owner.query(`alter role ${APPLICATION_ROLE} login password '${cluster.password}'`);
    } finally {
      await owner.destroy();
    }
    return cluster;
  }

  get ownerUrl(): string {
    return this.server.url;
  }

  get applicationUrl(): string {
    const address = new URL(this.server.url);
    address.username = APPLICATION_ROLE;
    address.password = this.password;
    return address.href;
  }

  /** Runs statements as the owner, on a connection of their own. @returns the rows of the last one. */
  async asOwner<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]> {
    const client = new pg.Client({
      connectionString: this.ownerUrl,
      application_name: OWNER,
      options: '-c timezone=UTC',
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<T & pg.QueryResultRow>(sql, parameters ? [...parameters] : undefined)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends every connection of the application, whatever it is doing. @returns how many. */
  async cutConnections(): Promise<number> {
    const rows = await this.asOwner<{ n: number }>(
      `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
       where datname = current_database() and application_name <> '${OWNER}'`,
    );
    return rows[0]?.n ?? 0;
  }

  /** Kills the postmaster by kill -9: its backends end with it. */
  kill(): void {
    process.kill(this.server.pid, 'SIGKILL');
  }

  /** Starts the killed server again, on the same port. */
  async restart(): Promise<void> {
    this.server = await launch(this.folder, this.options);
  }

  /** Stops the server and deletes its folder. */
  async strike(): Promise<void> {
    await this.server.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

const launch = (folder: string, { durable }: FaultClusterOptions): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ directory: path.join(folder, 'postgres'), durable, restart: false });
