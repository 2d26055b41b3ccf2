import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings, type Settings } from '#libs/platform/config';
import { TheoanModule } from '../../apps/theoan/src/theoan.module.js';

/** @returns the product's settings on a server of ours. */
export const settingsOn = (url: string, further: NodeJS.ProcessEnv = {}): Readonly<Settings> =>
  readSettings({ DATABASE_URL: url, DEMONSTRATION: 'off', LOG_LEVEL: 'error', DATABASE_POOL: '20', ...further });

/** The whole product without HTTP. @param work do the background jobs in this process too. */
export async function openProduct(url: string, work: boolean): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(TheoanModule.forRoot(settingsOn(url), work), {
    logger: ['error'],
    abortOnError: false,
  });
}
