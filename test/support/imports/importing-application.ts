import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ComplianceModule } from '#libs/feature/compliance';
import { ImportsModule } from '#libs/feature/imports';
import { JurisdictionsModule, LoadJurisdictions } from '#libs/feature/jurisdictions';
import { LoadPlans, PlansModule } from '#libs/feature/plans';
import { AuditModule } from '#libs/platform/audit';
import { SettingsModule } from '#libs/platform/config';
import { DatabaseModule, newId } from '#libs/platform/database';
import { QueueModule } from '#libs/platform/queue';
import { type TableSource, writeCsv, writeXlsx } from '#libs/platform/spreadsheet';
import { VaultModule } from '#libs/platform/vault';
import { type TestDatabase, createTestDatabase } from '../test-database.js';

/** Without a console: territories, offices and plans on a database of its own, the importers, and what measures. */
export class ImportingApplication {
  private constructor(
    readonly db: TestDatabase,
    readonly app: INestApplicationContext,
    private readonly folder: string,
  ) {}

  /** @param work whether it does the jobs as well. */
  static async start({ work = false } = {}): Promise<ImportingApplication> {
    const db = await createTestDatabase({ pool: 10 });
    @Module({
      imports: [
        SettingsModule.forRoot(db.settings),
        DatabaseModule.forRoot(db.settings),
        VaultModule.forRoot(db.settings),
        AuditModule,
        QueueModule.forRoot(db.settings, { work }),
        JurisdictionsModule,
        PlansModule,
        ComplianceModule,
        ImportsModule,
      ],
    })
    class Importing {}
    const app = await NestFactory.createApplicationContext(Importing, { logger: ['error'], abortOnError: false });
    await app.get(LoadJurisdictions).run();
    await app.get(LoadPlans).fromDirectory(path.join('database', 'seeds', 'plans'));
    return new ImportingApplication(db, app, await mkdtemp(path.join(os.tmpdir(), 'importing-')));
  }

  /** Writes a table into a file. @returns the file as an upload. */
  async written(table: Parameters<typeof writeCsv>[0], format: 'csv' | 'xlsx' = 'csv'): Promise<TableSource> {
    const file = path.join(this.folder, `${newId()}.${format}`);
    const content = format === 'csv' ? writeCsv(table) : writeXlsx([{ name: 'So', rows: table }]);
    await pipeline(content, createWriteStream(file));
    return { path: file, fileName: path.basename(file) };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.db.drop();
    await rm(this.folder, { recursive: true });
  }
}
