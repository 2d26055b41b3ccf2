import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readSettings, type Settings } from '#libs/platform/config';
import { TheoanModule } from '../../apps/theoan/src/theoan.module.js';
import type { BenchCluster } from './bench-cluster.js';

/** @returns the product's settings on a server of ours. */
const settingsOn = ({ url, keyFile, auditKeyFile }: BenchCluster): Readonly<Settings> =>
  readSettings({
    DATABASE_URL: url,
    VAULT_KEY_FILE: keyFile,
    AUDIT_KEY_FILE: auditKeyFile,
    DEMONSTRATION: 'off',
    LOG_LEVEL: 'error',
    DATABASE_POOL: '20',
  });

/** The whole product without HTTP. @param work do the background jobs in this process too. */
export async function openProduct(cluster: BenchCluster, work: boolean): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(TheoanModule.forRoot(settingsOn(cluster), work), {
    logger: ['error'],
    abortOnError: false,
  });
}
