import { type DynamicModule, Module } from '@nestjs/common';
import { ProductModule } from '#libs/feature/product';
import { AuditModule } from '#libs/platform/audit';
import { type Settings, SettingsModule } from '#libs/platform/config';
import { DatabaseModule, type DatabaseModuleOptions } from '#libs/platform/database';
import { HealthModule } from '#libs/platform/http';
import { QueueModule } from '#libs/platform/queue';
import { VaultModule } from '#libs/platform/vault';

/** The product with its HTTP door: asks for background jobs and does none. */
@Module({})
export class ApiModule {
  /** @param database whether to bring the schema up to date at start (the default). */
  static forRoot(settings: Settings, database: DatabaseModuleOptions = {}): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        SettingsModule.forRoot(settings),
        DatabaseModule.forRoot(settings, database),
        VaultModule.forRoot(settings),
        AuditModule,
        QueueModule.forRoot(settings, { work: false, migrate: database.migrate ?? true }),
        ProductModule,
        HealthModule.forDatabase(),
      ],
    };
  }
}
