import { type DynamicModule } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { HealthModule } from '#libs/platform/http';

/** GET /livez and /readyz: without its database the product answers nothing; without its queue it still records. */
export const productHealth = (): DynamicModule =>
  HealthModule.register({
    inject: [Database],
    checks: (database: Database) => [{ name: 'database', check: () => database.ping() }],
  });
