import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';

/** Gives the `AuditTrail` to every module. Needs the global `VaultModule`. */
@Global()
@Module({ providers: [AuditTrail], exports: [AuditTrail] })
export class AuditModule {}
