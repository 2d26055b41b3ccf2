import { type DynamicModule, type InjectionToken, Module } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { HealthController } from './health.controller.js';
import { READINESS_CHECKS, Readiness, type ReadinessCheck } from './readiness.js';

/** How the application makes its checks: a function of providers that are global or exported by `imports`. */
export interface HealthOptions<Parameters extends readonly unknown[]> {
  readonly imports?: NonNullable<DynamicModule['imports']>;
  readonly inject: readonly InjectionToken[];
  readonly checks: (...parameters: Parameters) => readonly ReadinessCheck[];
}

/** GET /livez and GET /readyz. */
@Module({})
export class HealthModule {
  /** @param options the checks without which the process is not ready. */
  static register<Parameters extends readonly unknown[]>(options: HealthOptions<Parameters>): DynamicModule {
    const checks = { provide: READINESS_CHECKS, inject: [...options.inject], useFactory: options.checks };
    return {
      module: HealthModule,
      imports: [...(options.imports ?? [])],
      controllers: [HealthController],
      providers: [checks, Readiness],
      exports: [Readiness],
    };
  }

  /** @returns the module with the one thing no request can do without: the database. Needs the global `DatabaseModule`. */
  static forDatabase(): DynamicModule {
    const checks = (database: Database): ReadinessCheck[] => [{ name: 'database', check: () => database.ping() }];
    return HealthModule.register({ inject: [Database], checks });
  }
}
