import { type DynamicModule, Module } from '@nestjs/common';
import { ProductModule } from '#libs/feature/product';
import { AuditModule, SealingModule } from '#libs/platform/audit';
import { type Settings, SettingsModule } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { HealthModule } from '#libs/platform/http';
import { QueueModule } from '#libs/platform/queue';
import { VaultModule } from '#libs/platform/vault';

/** The whole product in one process. */
@Module({})
export class TheoanModule {
  /** @param work do the background jobs in this process too. */
  static forRoot(settings: Settings, work: boolean): DynamicModule {
    return {
      module: TheoanModule,
      imports: [
        SettingsModule.forRoot(settings),
        DatabaseModule.forRoot(settings),
        VaultModule.forRoot(settings),
        AuditModule,
        ...(work ? [SealingModule.forRoot(settings)] : []),
        QueueModule.forRoot(settings, { work }),
        ProductModule,
        HealthModule.forDatabase(),
      ],
    };
  }
}
