import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Day, day } from '#libs/domain/kernel';
import { DemonstrationCountry } from '#libs/feature/demonstration';
import { PrepareProduct } from '#libs/feature/product';
import { newId } from '#libs/platform/database';
import { TheoanModule } from '../../apps/theoan/src/theoan.module.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { REPOSITORY } from './world.js';

/** A small country with matters across the reform of 2025; nothing of it is folded yet. No HTTP, no jobs. */
export interface InventedCountry {
  readonly database: TestDatabase;
  readonly app: INestApplicationContext;
  readonly from: Day;
  readonly to: Day;
  stop(): Promise<void>;
}

/** @param denunciationsPerYear over two years, 2024 and 2025. */
export async function inventCountry(denunciationsPerYear: number): Promise<InventedCountry> {
  const database = await createTestDatabase({ environment: { LOG_LEVEL: 'error' } });
  const app = await NestFactory.createApplicationContext(TheoanModule.forRoot(database.settings, false), {
    logger: ['error'],
    abortOnError: false,
  });
  await app.get(PrepareProduct).loadReference(REPOSITORY);
  const [from, to] = [day('2024-01-01'), day('2025-12-31')];
  const size = { from, to, today: to, denunciationsPerYear, seed: 7, recordedBy: newId(), batch: 300 };
  await app.get(DemonstrationCountry).load(size);
  const stop = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { database, app, from, to, stop };
}
