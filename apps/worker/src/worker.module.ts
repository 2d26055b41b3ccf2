import path from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { ProductModule } from '#libs/feature/product';
import { AuditModule, SealingModule } from '#libs/platform/audit';
import { type Settings, SettingsModule } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { QueueModule } from '#libs/platform/queue';
import { VaultModule } from '#libs/platform/vault';

/** Touched every few seconds in DATA_DIR as long as the worker reaches the database; the health check looks at it. */
const HEALTH_FILE = 'worker-health';

/** Works the queues. The schema has been brought up to date by `theoan migrate` before. */
@Module({})
export class WorkerModule {
  static forRoot(settings: Settings): DynamicModule {
    const healthFile = path.join(settings.dataDir, HEALTH_FILE);
    return {
      module: WorkerModule,
      imports: [
        SettingsModule.forRoot(settings),
        DatabaseModule.forRoot(settings, { migrate: false }),
        VaultModule.forRoot(settings),
        AuditModule,
        SealingModule.forRoot(settings),
        QueueModule.forRoot(settings, { work: true, migrate: false, healthFile }),
        ProductModule,
      ],
    };
  }
}
