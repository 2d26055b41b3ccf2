import { Global, Module } from '@nestjs/common';
import { AuditCheck } from './audit-check.js';
import { AuditLog } from './audit-log.js';
import { AuditTrail } from './audit-trail.js';

/** Gives `AuditTrail`, `AuditLog` and `AuditCheck` to every module. Needs the global `VaultModule` and `DatabaseModule`. */
@Global()
@Module({ providers: [AuditTrail, AuditLog, AuditCheck], exports: [AuditTrail, AuditLog, AuditCheck] })
export class AuditModule {}
