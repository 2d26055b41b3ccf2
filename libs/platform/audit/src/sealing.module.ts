import { type DynamicModule, Injectable, Logger, Module } from '@nestjs/common';
import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Settings } from '#libs/platform/config';
import { DatabaseUnavailable, UnitOfWork } from '#libs/platform/database';
import { auditKeyOf } from './audit-key.js';
import { AuditSealer } from './audit-sealer.js';

/** Entries wait at most this long, and the time of one sealing. A schedule of the queue begins at a minute. */
const PAUSE_IN_MILLISECONDS = 2_000;

/** Seals at start and every two seconds, whatever the queues do. */
@Injectable()
export class SealingLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly sealer: AuditSealer) {}

  onApplicationBootstrap(): void {
    this.current = this.beat();
  }

  /** What was done until now is sealed before the process ends, if the database is still there. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private async beat(): Promise<void> {
    try {
      await this.sealer.seal();
    } catch (error) {
      const code =
        error instanceof DatabaseUnavailable ? error.reason : error instanceof Error ? error.name : 'unknown';
      this.logger.warn(`sealing the audit failed (${code})`);
    }
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.current = this.beat();
    }, PAUSE_IN_MILLISECONDS);
  }
}

/** Seals the audit in this process: for processes that do background work. Needs the global `DatabaseModule`. */
@Module({})
export class SealingModule {
  /** @throws ConfigurationError as `auditKeyOf`; at start `audit-key-wrong`: no key, no start. */
  static forRoot(settings: Settings): DynamicModule {
    const key = auditKeyOf(settings);
    const useFactory = async (unitOfWork: UnitOfWork): Promise<AuditSealer> => {
      const sealer = new AuditSealer(unitOfWork, key);
      await sealer.requireOwnLog();
      return sealer;
    };
    const sealer = { provide: AuditSealer, useFactory, inject: [UnitOfWork] };
    return { module: SealingModule, providers: [sealer, SealingLoop], exports: [AuditSealer] };
  }
}
