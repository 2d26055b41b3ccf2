import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import { type Day } from '#libs/domain/kernel';
import { Accounts, type Role } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { PrepareProduct, ProductModule } from '#libs/feature/product';
import { AuditModule, writeAuditKey } from '#libs/platform/audit';
import { readSettings, type Settings, SettingsModule } from '#libs/platform/config';
import { Clock, DatabaseModule } from '#libs/platform/database';
import { QueueModule } from '#libs/platform/queue';
import { VaultModule } from '#libs/platform/vault';
import { despiteDeadlock } from '../support/despite-deadlock.js';
import { FaultCluster } from './fault-cluster.js';
import { answersReady, freePort, ServerProcess } from './server-process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'mot-hai-ba-bon-nam';

/** Provinces whose offices take part; files go from the one to the other. */
const PROVINCES = ['31', '01', '20'] as const;

/** Somebody who works at an office. */
export interface Clerk {
  readonly username: string;
  readonly officeId: number;
  /** Bearer token, once signed in. */
  token: string;
}

/** The offices through which the matters of one province go. */
export interface Chain {
  readonly placeId: number;
  readonly police: Clerk;
  readonly procuracy: Clerk;
  readonly court: Clerk;
}

export interface FaultStageOptions {
  readonly durable: boolean;
  /** Queues on this Redis instead of PostgreSQL; the test's own, it is wiped. */
  readonly redisUrl?: string;
}

/** A database with territories, offices, plans and accounts; an API and a worker of their own on it. */
export class FaultStage {
  readonly chains: Chain[] = [];
  readonly api: ServerProcess;
  readonly worker: ServerProcess;

  private constructor(
    readonly cluster: FaultCluster,
    readonly app: INestApplicationContext,
    private readonly settings: Readonly<Settings>,
    private readonly folder: string,
  ) {
    const environment = this.environment();
    this.api = new ServerProcess({ name: 'api', environment, isReady: () => answersReady(this.baseUrl) });
    const isReady = async (output: string): Promise<boolean> => output.includes('working ');
    this.worker = new ServerProcess({ name: 'worker', environment, isReady });
  }

  /** Prepares everything and starts both processes. */
  static async build(options: FaultStageOptions): Promise<FaultStage> {
    const cluster = await FaultCluster.start(options);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theoan-faults-data-'));
    const keyFile = path.join(folder, 'vault.key');
    fs.writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
    const port = await freePort();
    const auditKeyFile = path.join(folder, 'audit.key');
    writeAuditKey(auditKeyFile, 'theoan.test/faults');
    const settings = readSettings({
      DATABASE_URL: cluster.applicationUrl,
      DATABASE_MIGRATION_URL: cluster.ownerUrl,
      VAULT_KEY_FILE: keyFile,
      AUDIT_KEY_FILE: auditKeyFile,
      HTTP_PORT: String(port),
      DATA_DIR: folder,
      DEMONSTRATION: 'off',
      LOG_LEVEL: 'info',
      ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }),
    });
    const app = await openApplication(settings);
    const stage = new FaultStage(cluster, app, settings, folder);
    await app.get(PrepareProduct).loadReference(ROOT);
    await stage.makeAccounts();
    await stage.startServers();
    return stage;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.settings.httpPort}`;
  }

  get today(): Day {
    return this.app.get(Clock).today();
  }

  /** Everything in the queues vanishes: jobs, timetable, deduplication. */
  async wipeQueue(): Promise<void> {
    if (this.settings.redisUrl === undefined) return this.wipePostgresQueue();
    const redis = new Redis(this.settings.redisUrl, { lazyConnect: true });
    await redis.connect();
    try {
      await redis.flushdb();
    } finally {
      redis.disconnect();
    }
  }

  /** Signs everybody in. @throws Error when somebody is refused. */
  async signIn(): Promise<void> {
    for (const clerk of this.chains.flatMap(({ police, procuracy, court }) => [police, procuracy, court])) {
      const answer = await fetch(`${this.baseUrl}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: clerk.username, password: PASSWORD }),
      });
      if (answer.status !== 201) throw new Error(`${clerk.username} cannot sign in: ${await answer.text()}`);
      clerk.token = ((await answer.json()) as { token: string }).token;
    }
  }

  /** Ends the processes and deletes everything. */
  async strike(): Promise<void> {
    await Promise.all([this.api.kill(), this.worker.kill()]);
    await this.app.close();
    await this.cluster.strike();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  private async wipePostgresQueue(): Promise<void> {
    const tables = await this.cluster.asOwner<{ names: string }>(
      `select string_agg(format('bullmq.%I', tablename), ', ') as names
       from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    await despiteDeadlock(() => this.cluster.asOwner(`truncate ${tables[0]?.names ?? ''}`));
  }

  private async startServers(): Promise<void> {
    this.api.start();
    this.worker.start();
    await Promise.all([this.api.ready(), this.worker.ready()]);
    await this.signIn();
  }

  private environment(): NodeJS.ProcessEnv {
    const { databaseUrl, databaseMigrationUrl, vaultKeyFile, auditKeyFile, httpPort, dataDir, redisUrl } =
      this.settings;
    return {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      DEMONSTRATION: 'off',
      DATABASE_URL: databaseUrl,
      DATABASE_MIGRATION_URL: databaseMigrationUrl,
      VAULT_KEY_FILE: vaultKeyFile,
      AUDIT_KEY_FILE: auditKeyFile,
      HTTP_PORT: String(httpPort),
      DATA_DIR: dataDir,
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    };
  }

  private async makeAccounts(): Promise<void> {
    for (const province of PROVINCES) {
      const police = await this.makeClerk(`CA-${province}`, 'investigator');
      const procuracy = await this.makeClerk(`VKS-${province}`, 'procuracy-clerk');
      const court = await this.makeClerk(`TA-${province}`, 'court-clerk');
      const { territoryId: placeId } = this.app.get(JurisdictionDirectory).office(police.officeId);
      this.chains.push({ placeId, police, procuracy, court });
    }
  }

  private async makeClerk(officeCode: string, role: Role): Promise<Clerk> {
    const { id: officeId } = this.app.get(JurisdictionDirectory).officeByCode(officeCode);
    const username = `${officeCode.toLowerCase()}.${role}`;
    const displayName = `Thử nghiệm ${officeCode}`;
    await this.app
      .get(Accounts)
      .create({ username, displayName, role, officeId, password: PASSWORD, mayKeepPassword: true });
    return { username, officeId, token: '' };
  }
}

/** The product without HTTP and without work: to prepare the database, and to look at what is in it. */
async function openApplication(settings: Readonly<Settings>): Promise<INestApplicationContext> {
  @Module({
    imports: [
      SettingsModule.forRoot(settings),
      DatabaseModule.forRoot(settings),
      VaultModule.forRoot(settings),
      AuditModule,
      QueueModule.forRoot(settings, { work: false }),
      ProductModule,
    ],
  })
  class ObserverModule {}
  return NestFactory.createApplicationContext(ObserverModule, { logger: false, abortOnError: false });
}
